package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {
    private static final String LATE = """
            pack: mine
            title: Ours
            measures:
              - id: late
                name: Late
                description: Share of orders that were late.
                direction: lower
                unit: fraction
                numerator: late
                denominator: orders
                targets:
                  - {from: 2025-01-01, value: 0.1}
                  - {from: 2026-01-01, value: 0.05}
                volumeFloor: 30
                references: [{scheme: SCOR-DS, strength: B}]
                elements:
                  late: Orders late
                  orders: {meaning: All orders, unit: orders}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("packs")
    void every_pack_that_is_shipped_keeps_to_the_schema_and_cites_a_source(String name) throws IOException {
        assertThat(violations(resource(name))).isEmpty();
        Measures pack = Measures.pack(name);
        assertThat(pack.pack()).isEqualTo(name);
        Set<String> hashes = new HashSet<>();
        for (Measure measure : pack.all()) {
            assertThat(measure.references()).as(measure.id()).isNotEmpty();
            assertThat(measure.hash()).matches("[0-9a-f]{64}");
            assertThat(hashes.add(measure.hash())).isTrue();
            assertThat(measure.columns(Map.of())).containsAll(measure.elements().keySet());
        }
    }

    static List<String> packs() {
        return Measures.packs();
    }

    @Test
    void the_standard_has_34_measures() {
        assertThat(Measures.pack("iso22400").all()).hasSize(34);
    }

    @Test
    void a_definition_is_read_with_its_schedule_of_targets() {
        Measure late = read(LATE).measure("late");
        assertThat(late.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(late.rules().targets().on(LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(late.rules().targets().on(LocalDate.of(2025, 6, 1))).hasValue(0.1);
        assertThat(late.rules().targets().on(LocalDate.of(2026, 1, 1))).hasValue(0.05);
        assertThat(late.elements().get("orders")).isEqualTo(new Measure.Element("All orders", "orders"));
        Figure figure = late.figures(Map.of(), "mine").getFirst();
        assertThat(figure.leastRanked()).isEqualTo(30);
        assertThat(figure.definition()).isEqualTo(Optional.of(new Figure.Definition("mine", "late", late.hash())));
    }

    @Test
    void the_hash_is_that_of_the_meaning_and_not_of_the_layout() {
        String hash = read(LATE).measure("late").hash();
        String otherLayout = LATE.replace("numerator: late", "numerator: '( late )' # all of them")
                .replace("volumeFloor: 30\n    ", "")
                .replace("direction: lower", "volumeFloor: 30\n    direction: lower");
        assertThat(read(otherLayout).measure("late").hash()).isEqualTo(hash);
        assertThat(read(LATE.replace("0.05", "0.04")).measure("late").hash()).isNotEqualTo(hash);
        assertThat(read(LATE.replace("direction: lower", "direction: higher"))
                        .measure("late")
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void elements_are_bound_to_columns_or_to_what_is_computed_of_them() {
        Measure late = read(LATE).measure("late");
        Figure bound = late.figures(Map.of("late", "Zu spät", "orders", "= a + b"), "mine")
                .getFirst();
        assertThat(bound.basis()).isEqualTo(new Figure.Ratio("[Zu spät]", "a + b"));
        assertThat(late.columns(Map.of("late", "Zu spät", "orders", "= a + b"))).containsExactly("Zu spät", "a", "b");
    }

    @Test
    void some_measures_of_a_pack_may_be_chosen_without_those_that_they_balance() {
        assertThat(Measures.pack("hospital").only(List.of("mortality")).all()).hasSize(1);
        assertThat(Measures.pack("hospital").only(List.of()).all()).hasSize(6);
        assertThatThrownBy(() -> Measures.pack("hospital").only(List.of("mortalty")))
                .hasMessageContaining("Did you mean \"mortality\"?");
        assertThatThrownBy(() -> read(LATE.replace("volumeFloor: 30", "balances: early")))
                .hasMessageContaining("There is no measure \"early\"");
    }

    @Test
    void texts_are_turned_into_counts_by_the_binding() throws IOException {
        StringBuilder csv = new StringBuilder("shop,complete,state\n");
        for (int i = 0; i < 80; i++) {
            csv.append("s%d,%s,%s%n".formatted(i % 4, i % 5 == 0 ? "no" : "yes", i % 8 == 3 ? "" : "on time"));
        }
        CompareReport report = Measures.pack("supply")
                .compare(
                        Files.writeString(folder.resolve("orders.csv"), csv.toString()),
                        Reading.all(),
                        Map.of("in_full", "= complete = 'yes'", "on_date", "= state = 'on time'"),
                        figures -> CompareOptions.of(figures, "shop"));
        CompareReport.FigureReport complete = report.figures().getFirst();
        assertThat(complete.statistic()).isEqualTo("share");
        assertThat(complete.comparison().rows())
                .allMatch(r -> r.n() == 20 && r.value().getAsDouble() == 0.8);
        // an empty text is missing, and neither equal nor unequal
        assertThat(report.figures().get(1).notes())
                .containsExactly("10 of 80 rows were left out of Delivered on the committed date because a value is"
                        + " missing or cannot be computed.");
    }

    @Test
    void what_a_table_cannot_give_is_left_out_and_said() {
        Measures.Chosen chosen =
                Measures.pack("supply").over(List.of("site", "in_full", "Date kept"), Map.of("on_date", "Date kept"));
        assertThat(chosen.figures())
                .extracting(Figure::name)
                .containsExactly("Delivered in full", "Delivered on the committed date");
        assertThat(chosen.notes())
                .contains("Perfect order was left out because the table has no column documented, undamaged.");
        assertThatThrownBy(() -> Measures.pack("supply").over(List.of("site"), Map.of()))
                .hasMessageContaining("None of the measures of supply can be computed");
        assertThatThrownBy(() -> Measures.pack("supply").over(List.of("site"), Map.of("in_ful", "x")))
                .hasMessageContaining("has an element \"in_ful\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "direction: lower|direction: up|/measures/0/direction|\"up\" is no direction",
                "direction: lower|directon: lower|/measures/0/directon|Did you mean \"direction\"?",
                "numerator: late|numerator: late +|/measures/0/numerator|something is missing at the end",
                "numerator: late|numerator: sum(late)|/measures/0/numerator|taken row by row",
                "numerator: late|numerator: tardy|/measures/0/numerator|\"tardy\" in the formula",
                "numerator: late|count: late|/measures/0/denominator|does not go with \"count\"",
                "numerator: late|owner: us|/measures/0|does not say how it is computed",
                "value: 0.05|value: five|/measures/0/targets/1/value|\"five\" is not a number",
                "2026-01-01|2026-02-30|/measures/0/targets/1/from|is not a day",
                "2026-01-01|2025-01-01|/measures/0/targets|Two targets hold from 2025-01-01 on",
                "volumeFloor: 30|volumeFloor: 2|/measures/0/volumeFloor|the volume floor is 2",
                "volumeFloor: 30|quantileType: 10|/measures/0/quantileType|no quantile type 10",
                "strength: B|strength: X|/measures/0/references/0/strength|\"X\" is no strength",
                "id: late|id: Late!|/measures/0|is no id of a measure",
                "id: late|id: late, id: late|line 4|not YAML",
                "name: Late|balances: [early]|/measures/0|\"name\" is missing",
                "title: Ours|titel: Ours|/titel|Did you mean \"title\"?"
            })
    void what_is_wrong_is_told_with_its_place_and_the_schema_agrees(
            String right, String wrong, String place, String sentence) {
        String yaml = LATE.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadData.class)
                .hasMessageContaining(sentence)
                .satisfies(e -> assertThat(e.getMessage().toLowerCase())
                        .contains(place.toLowerCase())
                        .contains("line "));
    }

    @Test
    void a_schema_checker_refuses_what_we_refuse() {
        assertThat(violations(LATE)).isEmpty();
        for (String[] change : new String[][] {
            {"direction: lower", "direction: up"},
            {"direction: lower", "directon: lower"},
            {"numerator: late", "count: late"},
            {"numerator: late", "owner: us"},
            {"value: 0.05", "value: five"},
            {"volumeFloor: 30", "volumeFloor: 2"},
            {"strength: B", "strength: X"},
            {"id: late", "id: Late!"},
            {"title: Ours", "titel: Ours"}
        }) {
            assertThat(violations(LATE.replace(change[0], change[1])))
                    .as(change[1])
                    .isNotEmpty();
        }
    }

    private static List<?> violations(String yaml) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Measures.schema(), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Measures.class.getResourceAsStream("packs/" + name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Measures read(String yaml) {
        try {
            return Measures.read(Files.writeString(folder.resolve("mine.yaml"), yaml));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
