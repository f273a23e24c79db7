package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontierReportTest {
    /** Ali 1993, in Fried, Lovell and Schmidt. */
    private static final String ALI = "plant,staff,energy,made\nA,5,13,12\nB,16,12,14\nC,16,26,25\nD,17,15,26\n"
            + "E,18,14,8\nF,23,6,9\nG,25,10,27\nH,27,22,30\nI,37,14,31\nJ,42,25,26\nK,5,17,12\n";

    @TempDir
    Path folder;

    @Test
    void units_have_their_scores_peers_targets_and_slacks() throws IOException {
        FrontierReport report = report(ALI, Returns.CRS, Orientation.INPUT, 0);
        assertThat(report.n()).isEqualTo(11);
        assertThat(report.efficient()).isEqualTo(3);
        assertThat(report.units().get(1).efficiency()).isCloseTo(.6222896791, within(5e-11));
        FrontierReport.Unit k = report.units().get(10);
        assertThat(k.efficiency()).isEqualTo(1);
        assertThat(k.efficient()).isFalse();
        assertThat(k.peers()).containsExactly(new FrontierReport.Peer("A", 1));
        assertThat(k.slacks().get("energy")).isCloseTo(4, within(1e-9));
        assertThat(k.slacks().get("staff")).isZero();
        assertThat(k.targets().get("energy")).isCloseTo(13, within(1e-9));
        assertThat(report.answer()).startsWith("3 of 11 units are efficient; the mean efficiency is 0.761.");
    }

    @Test
    void the_rule_of_thumb_is_a_gate() throws IOException {
        assertThat(report(ALI, Returns.CRS, Orientation.INPUT, 0)
                        .gates()
                        .getFirst()
                        .status())
                .isEqualTo(Gate.Status.PASSED);
        String few = ALI.lines().limit(6).reduce((a, b) -> a + "\n" + b).orElseThrow();
        Gate gate = report(few, Returns.CRS, Orientation.INPUT, 0).gates().getFirst();
        assertThat(gate.status()).isEqualTo(Gate.Status.FAILED);
        assertThat(gate.sentence()).contains("5 units").contains("asks for 9 or more");
    }

    @Test
    void output_scores_are_told_as_phi_and_as_efficiency() throws IOException {
        FrontierReport.Unit in =
                report(ALI, Returns.CRS, Orientation.INPUT, 0).units().get(4);
        FrontierReport.Unit out =
                report(ALI, Returns.CRS, Orientation.OUTPUT, 0).units().get(4);
        assertThat(out.score()).isCloseTo(1 / in.score(), within(1e-9));
        assertThat(out.efficiency()).isCloseTo(in.efficiency(), within(1e-9));
        assertThat(out.targets().get("made")).isCloseTo(8 / in.score(), within(1e-6));
    }

    @Test
    void the_bootstrap_takes_the_bias_off() throws IOException {
        for (Orientation way : Orientation.values()) {
            FrontierReport report = report(ALI, Returns.CRS, way, 100);
            assertThat(report.units()).allSatisfy(u -> {
                FrontierReport.Bootstrap b = u.bootstrap().orElseThrow();
                assertThat(b.efficiency()).isLessThan(u.efficiency());
                assertThat(b.lower().getAsDouble()).isLessThan(b.efficiency());
                assertThat(b.upper().getAsDouble()).isGreaterThan(b.efficiency());
            });
        }
    }

    @Test
    void what_cannot_be_reached_is_said_in_words() throws IOException {
        FrontierReport report = report(ALI, Returns.VRS, Orientation.INPUT, 0);
        assertThat(report.units()).anySatisfy(u -> {
            assertThat(u.superEfficiency()).isEmpty();
            assertThat(u.note().orElseThrow()).contains("infeasible");
        });
        assertThat(report.text()).contains("infeasible");
        assertThat(report.json()).contains("\"superEfficiency\" : null");
    }

    @ParameterizedTest
    @CsvSource({
        "'L,0,0,3', Every input of \"L\" is 0.",
        "'L,-1,2,3', The input staff of \"L\" is -1.0.",
        "'A,1,2,3', Two units are named \"A\".",
        "'L,1,2,0', Every output of \"L\" is 0."
    })
    void data_without_sense_are_refused(String row, String sentence) {
        assertThatThrownBy(() -> report(ALI + row + "\n", Returns.CRS, Orientation.INPUT, 0))
                .isInstanceOf(BadData.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void a_row_without_a_value_is_left_out_by_name_of_its_line_and_column() throws IOException {
        FrontierReport report = report(ALI + "L,,4,5\n", Returns.CRS, Orientation.INPUT, 0);
        assertThat(report.n()).isEqualTo(11);
        assertThat(report.load().orElseThrow().refusals())
                .extracting(LoadReport.Refusal::line, LoadReport.Refusal::column)
                .containsExactly(tuple(13L, "staff"));
        assertThat(report.gates().get(1).status()).isEqualTo(Gate.Status.FAILED);
    }

    @Test
    void units_are_named_by_the_first_other_column_or_by_their_rows() throws IOException {
        assertThat(first("plant,made,staff\nA,3,4\nB,4,4\n")).isEqualTo("A");
        assertThat(first("kind,made,staff\nA,3,4\nA,4,4\n")).isEqualTo("row 1");
        assertThat(first("made,staff\n3,4\n4,4\n")).isEqualTo("row 1");
    }

    private String first(String text) throws IOException {
        FrontierOptions options = new FrontierOptions(
                List.of("staff"),
                List.of("made"),
                Optional.empty(),
                Frontier.Question.of(Returns.CRS, Orientation.INPUT));
        Path file = Files.writeString(folder.resolve("units.csv"), text);
        return Benchmark.frontier(file, Reading.all(), options)
                .units()
                .getFirst()
                .name();
    }

    @Test
    void an_input_is_no_output() {
        assertThatThrownBy(() -> new FrontierOptions(
                        List.of("a"),
                        List.of("a"),
                        Optional.empty(),
                        Frontier.Question.of(Returns.CRS, Orientation.INPUT)))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("both an input and an output");
    }

    private FrontierReport report(String text, Returns returns, Orientation orientation, int resamples)
            throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), text);
        return Benchmark.frontier(
                file,
                Reading.all(),
                new FrontierOptions(
                        List.of("staff", "energy"),
                        List.of("made"),
                        Optional.of("plant"),
                        new Frontier.Question(returns, orientation, resamples, 0.95, 1)));
    }
}
