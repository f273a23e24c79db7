package dev.touchstone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.identity.EpcUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemonstrationTest {

    private static final int UNITS = 4_000;
    private static final Demonstration WORLD = Demonstration.of(7, UNITS);

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_seed_others() {
        Demonstration again = Demonstration.of(7, UNITS);
        assertThat(again.documents()).isEqualTo(WORLD.documents());
        for (int i = 0; i < WORLD.documents(); i++) {
            assertThat(again.document(i)).as("document %d", i).isEqualTo(WORLD.document(i));
        }
        assertThat(Demonstration.of(8, UNITS).document(1)).isNotEqualTo(WORLD.document(1));
    }

    @Test
    void every_unit_is_made_once_from_one_component_lot_and_packed_once() {
        Set<String> made = new HashSet<>();
        List<String> packed = new ArrayList<>();
        for (JsonNode event : events()) {
            if (event.path("type").asString().equals("TransformationEvent")) {
                assertThat(made.add(event.path("outputEPCList").path(0).asString()))
                        .isTrue();
                assertThat(event.path("inputQuantityList")).hasSize(1);
            }
            if (event.path("type").asString().equals("AggregationEvent")) {
                event.path("childEPCs").forEach(child -> packed.add(child.asString()));
            }
        }
        assertThat(made).hasSize(UNITS);
        assertThat(packed).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void every_identifier_is_in_its_canonical_form() {
        events().stream()
                .flatMap(event -> Stream.of("epcList", "childEPCs", "outputEPCList")
                        .flatMap(list -> event.path(list).valueStream()))
                .map(JsonNode::asString)
                .distinct()
                .forEach(epc -> assertThat(EpcUri.canonical(epc)).isEqualTo(epc));
    }

    @Test
    void the_bad_lot_is_built_in_on_three_production_days_among_other_lots() {
        Planted planted = WORLD.planted();
        assertThat(planted.badLotDays()).hasSize(3);
        assertThat(planted.badLotUnits()).hasSizeGreaterThan(20).hasSizeLessThan(UNITS / 20);
    }

    @Test
    void late_events_and_voided_events_are_part_of_the_world() {
        long declared =
                events().stream().filter(event -> event.has("errorDeclaration")).count();
        assertThat(declared).isPositive();

        Map<Boolean, Integer> order = new HashMap<>();
        List<String> times = events().stream()
                .map(event -> event.path("eventTime").asString())
                .toList();
        IntStream.range(1, times.size())
                .forEach(i -> order.merge(times.get(i).compareTo(times.get(i - 1)) < 0, 1, Integer::sum));
        assertThat(order.getOrDefault(true, 0))
                .as("events handed in after a later one")
                .isBetween(50, times.size() / 20);
    }

    private static List<JsonNode> events() {
        return IntStream.range(0, WORLD.documents())
                .mapToObj(i -> JsonMapper.shared().readTree(WORLD.document(i)))
                .flatMap(
                        document -> document.path("epcisBody").path("eventList").valueStream())
                .toList();
    }
}
