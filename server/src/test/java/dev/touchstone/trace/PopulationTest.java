package dev.touchstone.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.demo.Demonstration;
import dev.touchstone.ledger.TestLedger;
import dev.touchstone.trace.Population.Located;
import dev.touchstone.trace.Population.Made;
import dev.touchstone.trace.Population.MadeFilter;
import dev.touchstone.trace.Population.Passage;
import dev.touchstone.trace.Population.Step;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The set questions over a demonstration world, compared with what its documents say when they are read by hand. */
class PopulationTest {

    private static final int UNITS = 3_000;
    private static final Demonstration WORLD = Demonstration.of(11, UNITS);

    @RegisterExtension
    static final TestLedger LEDGER = new TestLedger(new LifeProjection(), new GenealogyProjection());

    /** All events that are neither voided nor declarations. */
    private static final List<JsonNode> EVENTS = new ArrayList<>();

    private static final Map<String, String> CONTAINER = new HashMap<>();
    private static final Map<String, Set<String>> CONTENTS = new HashMap<>();
    private static Population population;

    @BeforeAll
    static void capture() {
        Set<String> voided = new HashSet<>();
        for (int i = 0; i < WORLD.documents(); i++) {
            byte[] document = WORLD.document(i);
            LEDGER.ledger().capture(new ByteArrayInputStream(document));
            for (JsonNode event :
                    JsonMapper.shared().readTree(document).path("epcisBody").path("eventList")) {
                if (event.has("errorDeclaration")) {
                    voided.add(sameness(event));
                } else {
                    EVENTS.add(event);
                }
            }
        }
        assertThat(voided).isNotEmpty();
        EVENTS.removeIf(event -> voided.contains(sameness(event)));
        EVENTS.forEach(event -> texts(event, "childEPCs").forEach(child -> {
            String parent = event.path("parentID").asString();
            CONTAINER.put(child, parent);
            CONTENTS.computeIfAbsent(parent, key -> new HashSet<>()).add(child);
        }));
        population = new Population(LEDGER.database().jdbi());
    }

    @Test
    void a_unit_passes_the_steps_of_the_containers_that_it_is_in() {
        Map<String, Set<Instant>> expected = new HashMap<>();
        EVENTS.stream()
                .filter(event -> isStep(event, "receiving"))
                .forEach(event -> texts(event, "epcList")
                        .forEach(epc -> unitsOf(epc)
                                .forEach(unit -> expected.computeIfAbsent(unit, key -> new HashSet<>())
                                        .add(time(event)))));
        Map<String, Set<Instant>> passages = population.passages(Step.of("receiving")).stream()
                .collect(Collectors.groupingBy(Passage::unit, Collectors.mapping(Passage::at, Collectors.toSet())));
        assertThat(passages).isEqualTo(expected);
    }

    @Test
    void units_that_are_unpacked_without_being_named_pass_the_unpacking() {
        int expected = EVENTS.stream()
                .filter(event -> isStep(event, "unpacking"))
                .mapToInt(event -> unitsOf(event.path("parentID").asString()).size())
                .sum();
        assertThat(population.passages(Step.of("unpacking"))).hasSize(expected);
    }

    @Test
    void a_voided_sale_is_no_passage() {
        long sales =
                EVENTS.stream().filter(event -> isStep(event, "retail_selling")).count();
        assertThat(population.passages(Step.of("retail_selling"))).hasSize((int) sales);
    }

    @Test
    void passages_are_limited_by_disposition_and_time() {
        List<Passage> returned = population.passages(Step.of("receiving").with("returned"));
        long expected = EVENTS.stream()
                .filter(event -> event.path("disposition").asString("").equals("returned"))
                .count();
        assertThat(returned).hasSize((int) expected);
        Instant middle = returned.get(returned.size() / 2).at();
        int before = population
                .passages(new Step("receiving", Optional.of("returned"), Optional.empty(), Optional.of(middle)))
                .size();
        int after = population
                .passages(new Step("receiving", Optional.of("returned"), Optional.of(middle), Optional.empty()))
                .size();
        assertThat(before).isNotNegative().isLessThan(returned.size());
        assertThat(before + after).isEqualTo(returned.size());
    }

    @Test
    void the_descendants_of_a_component_lot_are_the_units_it_was_built_into() {
        String lot = WORLD.planted().badLot();
        Map<String, List<String>> units = population.descendants(List.of(lot));
        assertThat(units.keySet()).containsExactlyElementsOf(WORLD.planted().badLotUnits());
        assertThat(units.values()).allMatch(List.of(lot)::equals);
        assertThat(population.componentLots(units.keySet()).values()).allMatch(List.of(lot)::equals);
        assertThat(population.componentLotsNumbered(lot.substring(lot.lastIndexOf('/') + 1)))
                .containsExactly(lot);
    }

    @Test
    void the_making_of_units_is_found_by_product_lot_line_and_time() {
        Map<String, Made> all = population.made(MadeFilter.ANY);
        assertThat(all).hasSize(UNITS);
        Made one = all.values().iterator().next();
        MadeFilter like = new MadeFilter(
                Optional.of(one.productClass()),
                Optional.of(one.lot()),
                Optional.of(one.plant()),
                Optional.of(one.line()),
                Optional.of(one.at()),
                Optional.of(one.at().plusSeconds(1)));
        assertThat(population.made(like).values()).containsExactly(one);
        assertThat(population.made(List.of("https://id.gs1.org/01/09521321000018/21/NONE"), like))
                .isEmpty();
    }

    @Test
    void a_unit_is_where_its_newest_own_event_or_its_containers_says() {
        Map<String, JsonNode> newest = new HashMap<>();
        EVENTS.forEach(event -> mentioned(event).forEach(epc -> newest.merge(epc, event, PopulationTest::later)));
        Map<String, Located> located =
                population.locate(population.made(MadeFilter.ANY).keySet());
        assertThat(located).hasSize(UNITS);
        located.forEach((unit, place) -> {
            JsonNode expected = newest.get(unit);
            for (String container : place.containers()) {
                expected = later(expected, newest.get(container));
            }
            assertThat(place.location())
                    .as("place of %s", unit)
                    .isEqualTo(expected.path("bizLocation").path("id").asString());
            assertThat(place.since()).as("time of %s", unit).isEqualTo(time(expected));
            assertThat(place.inTransit()).as("transit of %s", unit).isEqualTo(isStep(expected, "shipping"));
        });
    }

    @Test
    void the_contents_of_a_pallet_count_what_is_in_its_cases() {
        String pallet = WORLD.planted().divertedPallet();
        Instant shipped = EVENTS.stream()
                .filter(event ->
                        isStep(event, "shipping") && texts(event, "epcList").contains(pallet))
                .map(PopulationTest::time)
                .findFirst()
                .orElseThrow();
        assertThat(population.contentsCount(pallet, shipped))
                .isEqualTo(WORLD.planted().divertedUnits().size());
        assertThat(population.contentsCount(pallet, Instant.parse("2030-01-01T00:00:00Z")))
                .isZero();
    }

    /** What an event names, and what it takes out of a container without naming it. */
    private static Collection<String> mentioned(JsonNode event) {
        List<String> epcs = new ArrayList<>(texts(event, "epcList"));
        epcs.addAll(texts(event, "outputEPCList"));
        epcs.addAll(texts(event, "childEPCs"));
        if (event.has("parentID")) {
            epcs.add(event.path("parentID").asString());
        }
        if (event.path("action").asString("").equals("DELETE")) {
            epcs.addAll(CONTENTS.getOrDefault(event.path("parentID").asString(""), Set.of()));
        }
        return epcs;
    }

    /** The unit itself, or the units in the container at any depth. */
    private static Set<String> unitsOf(String epc) {
        return epc.contains("/21/")
                ? Set.of(epc)
                : CONTENTS.getOrDefault(epc, Set.of()).stream()
                        .flatMap(inside -> unitsOf(inside).stream())
                        .collect(Collectors.toSet());
    }

    private static JsonNode later(JsonNode one, JsonNode other) {
        return time(other).isAfter(time(one)) ? other : one;
    }

    private static boolean isStep(JsonNode event, String bizStep) {
        return event.path("bizStep").asString("").equals(bizStep);
    }

    private static Instant time(JsonNode event) {
        return OffsetDateTime.parse(event.path("eventTime").asString()).toInstant();
    }

    private static String sameness(JsonNode event) {
        return event.path("epcList") + event.path("eventTime").asString();
    }

    private static List<String> texts(JsonNode event, String list) {
        return event.path(list).valueStream().map(JsonNode::asString).toList();
    }
}
