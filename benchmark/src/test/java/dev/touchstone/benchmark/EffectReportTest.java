package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectReportTest {
    @TempDir
    Path folder;

    private static final Figure TURNOUT =
            Figure.values("seconds", Statistic.P90, Direction.LOWER_IS_BETTER).named("P90 turnout time", "s");
    private static final Instant JULY = Instant.parse("2025-07-01T00:00:00Z");

    @Test
    void a_remedy_that_worked_is_shown_with_its_size_and_its_second_model() throws IOException {
        EffectReport report =
                Benchmark.effect(turnouts(-8), Reading.all(), options(by(JULY, "station 1", "station 2")));
        EffectReport.Effect effect = report.effects().getFirst();
        assertThat(report.answer())
                .startsWith("The remedy lowered P90 turnout time by ")
                .contains(" s (95 % ")
                .contains("A second way to model it")
                .contains("other ways to choose the treated units give an effect as large");
        Finding.Change change =
                effect.findings().getFirst().specifications().getFirst().average();
        assertThat(change.interval().contains(-8)).isTrue();
        assertThat(change.value()).isCloseTo(-8, within(2.5));
        assertThat(effect.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(effect.period()).isEqualTo(Period.MONTH);
        assertThat(effect.findings())
                .extracting(Finding::method)
                .containsExactly(
                        Finding.Method.DIFFERENCE_IN_DIFFERENCES,
                        Finding.Method.SYNTHETIC_CONTROL,
                        Finding.Method.INTERRUPTED_TIME_SERIES);
        assertThat(effect.gates().getFirst().name()).isEqualTo("registered beforehand");
        assertThat(effect.gates().getFirst().status()).isEqualTo(Gate.Status.FAILED);
        assertThat(report.json()).contains("\"verdict\" : \"better\"").doesNotContain("NaN");
        assertThat(report.text()).contains("Is it sound?", "Difference in differences", "Synthetic control");
        assertThat(report.html()).contains("<svg").contains("without the action");
    }

    @Test
    void a_remedy_that_did_nothing_is_not_shown() throws IOException {
        EffectReport report = Benchmark.effect(turnouts(0), Reading.all(), options(by(JULY, "station 1", "station 2")));
        assertThat(report.answer()).startsWith("No effect of the remedy on P90 turnout time can be told from chance: ");
        assertThat(report.effects().getFirst().verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE);
        assertThat(report.answer()).contains(" s would have been found in 80 % of cases.");
        Finding.Change change = report.effects()
                .getFirst()
                .findings()
                .getFirst()
                .specifications()
                .getFirst()
                .average();
        assertThat(report.effects().getFirst().detectable().getAsDouble())
                .isGreaterThan((change.interval().high().getAsDouble()
                                - change.interval().low().getAsDouble())
                        / 2);
    }

    @Test
    void one_treated_unit_is_answered_by_its_synthetic_control() throws IOException {
        EffectReport report = Benchmark.effect(turnouts(-8), Reading.all(), options(by(JULY, "station 1")));
        assertThat(report.effects().getFirst().findings().getFirst().method())
                .isEqualTo(Finding.Method.SYNTHETIC_CONTROL);
        // station 2 was treated too, and is taken for a donor here; it stands out among the placebos
        assertThat(report.answer()).contains("Placebo rank ");
    }

    @Test
    void a_single_series_is_answered_by_its_own_past() throws IOException {
        EffectReport report = Benchmark.effect(
                turnouts(-8),
                Reading.all(),
                EffectOptions.of(List.of(TURNOUT), "at", Optional.empty(), List.of(by(JULY, "all"))));
        assertThat(report.effects().getFirst().findings())
                .extracting(Finding::method)
                .containsExactly(Finding.Method.INTERRUPTED_TIME_SERIES);
    }

    @Test
    void a_register_says_what_was_meant_before_the_result_was_known() throws IOException {
        Path register = folder.resolve("actions.csv");
        Files.writeString(register, """
                id,date,entities,figure,expected,owner,registered
                A1,2025-07-01,station 1; station 2,P90 turnout time,-8,training,2025-05-20
                A2,2025-07-01,station 5;station 6,P90 turnout time,-8,stores,2025-09-01
                A3,2025-08-01,station 6,calls,,stores,2025-06-01
                """);
        List<Action> actions = EffectOptions.register(register);
        assertThat(actions).extracting(Action::id).containsExactly("A1", "A2", "A3");
        EffectReport report = Benchmark.effect(
                turnouts(-8), Reading.all(), EffectOptions.of(List.of(TURNOUT), "at", Optional.of("station"), actions));
        assertThat(report.answer())
                .startsWith("Of 3 effects looked for 1 is shown. Action A1 lowered P90 turnout time by ")
                .contains("The effect that was expected, -8 s, lies in the interval.");
        assertThat(gate(report, 0, "registered beforehand").status()).isEqualTo(Gate.Status.PASSED);
        assertThat(gate(report, 1, "registered beforehand").sentence())
                .isEqualTo("Registered on 2025-09-01, after the action began on 2025-07-01.");
        assertThat(gate(report, 1, "no other action").sentence()).startsWith("Also A3 came to these units");
        assertThat(gate(report, 2, "registered beforehand").sentence())
                .isEqualTo("Registered for calls; this figure was chosen afterwards.");
        assertThat(report.effects().getFirst().notes())
                .anyMatch(n -> n.endsWith("because another action came to them: station 5, station 6."));
        assertThat(report.text()).contains("A1: P90 turnout time");
    }

    @Test
    void a_register_may_be_yaml_and_bring_an_action_to_units_one_by_one() throws IOException {
        Path register = folder.resolve("actions.yaml");
        Files.writeString(register, """
                actions:
                  - id: A1
                    date: 2025-06-01
                    entities: [station 1]
                    figure: P90 turnout time
                    expected: -8
                    registered: 2025-05-01
                  - id: A1
                    date: 2025-09-01
                    entities: [station 2]
                    figure: P90 turnout time
                    expected: -8
                    registered: 2025-05-01
                """);
        Action action = EffectOptions.register(register).getFirst();
        assertThat(action.steps()).hasSize(2);
        EffectReport report = Benchmark.effect(turnouts(-8), Reading.all(), options(action));
        Finding finding = report.effects().getFirst().findings().getFirst();
        assertThat(finding.specifications())
                .extracting(Finding.Specification::name)
                .contains("regression with effects of units and periods");
        Files.writeString(register, "actions:\n  - id: A1\n    when: 2025-06-01\n");
        assertThatThrownBy(() -> EffectOptions.register(register))
                .hasMessageStartingWith("\"when\" of action 1 is not");
    }

    @Test
    void an_action_that_cannot_be_judged_does_not_keep_others_from_it() throws IOException {
        Action past = EffectOptions.register(register("A9,2019-01-01,station 4,seconds,,,2018-12-01"))
                .getFirst();
        EffectReport report = Benchmark.effect(
                turnouts(-8),
                Reading.all(),
                EffectOptions.of(List.of(TURNOUT), "at", Optional.of("station"), List.of(by(JULY, "station 1"), past)));
        assertThat(report.effects()).hasSize(1);
        assertThat(report.notes())
                .contains(
                        "Action A9 was not judged by P90 turnout time: No period lies before the change. Give data from"
                                + " before and after, or another date.");
    }

    @Test
    void a_register_that_is_not_whole_is_refused_with_its_place() throws IOException {
        assertThatThrownBy(() -> EffectOptions.register(register("A1,2025-07-01,,seconds,,,")))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("The register lacks id, date or entities in row 2.");
        assertThatThrownBy(() -> EffectOptions.register(register("A1,soon,station 1,seconds,,,")))
                .hasMessageStartingWith("\"soon\" in row 2 of the register is no date.");
        assertThatThrownBy(() -> EffectOptions.register(
                        register("A1,2025-07-01,station 1,seconds,,,\nA1,2025-08-01,station 2,calls,,,")))
                .hasMessageStartingWith("Rows of action \"A1\" name different figures");
    }

    private Path register(String rows) throws IOException {
        Path register = folder.resolve("register.csv");
        Files.writeString(register, "id,date,entities,figure,expected,owner,registered\n" + rows + "\n");
        return register;
    }

    @Test
    void results_do_not_depend_on_the_order_of_rows() throws IOException {
        Path table = turnouts(-8);
        List<String> lines = new ArrayList<>(Files.readAllLines(table));
        Collections.reverse(lines.subList(1, lines.size()));
        Path reversed = folder.resolve("reversed.csv");
        Files.write(reversed, lines);
        EffectOptions options = options(by(JULY, "station 1", "station 2", "station 7", "station 8", "station 9"));
        assertThat(Benchmark.effect(reversed, Reading.all(), options).answer())
                .isEqualTo(Benchmark.effect(table, Reading.all(), options).answer());
    }

    @Test
    void an_action_is_read_from_a_line() {
        Action one = EffectOptions.action("Leeds, Lyon", Optional.of("2025-06-01"));
        assertThat(one.steps()).extracting(Action.Step::entity).containsExactly("Leeds", "Lyon");
        assertThat(one.oneDate()).isTrue();
        Action two = EffectOptions.action("Leeds:2025-06-01,Lyon:2025-09-01T12:00", Optional.empty());
        assertThat(two.steps().get(1).date()).isEqualTo(Instant.parse("2025-09-01T12:00:00Z"));
        assertThatThrownBy(() -> EffectOptions.action("Leeds", Optional.empty()))
                .hasMessageStartingWith("It is not said since when \"Leeds\" was treated.");
        assertThat(EffectOptions.controls("matched:3:beds,staff*2")).isInstanceOf(EffectOptions.Matched.class);
        assertThatThrownBy(() -> EffectOptions.controls("best")).isInstanceOf(BadData.class);
    }

    @Test
    void the_period_of_the_change_is_left_out_unless_it_began_with_it() throws IOException {
        Path table = turnouts(-8);
        EffectReport within = Benchmark.effect(
                table, Reading.all(), options(by(Instant.parse("2025-07-10T00:00:00Z"), "station 1", "station 2")));
        assertThat(within.effects().getFirst().notes()).contains("The period of the change, 2025-07, is left out.");
        EffectReport slow = Benchmark.effect(
                table,
                Reading.all(),
                options(by(JULY, "station 1", "station 2")).transition(2));
        assertThat(slow.effects().getFirst().notes()).contains("2 periods of transition after it are left out.");
        assertThat(slow.effects()
                        .getFirst()
                        .findings()
                        .getFirst()
                        .specifications()
                        .getFirst()
                        .series())
                .extracting(Finding.Point::period)
                .doesNotContain("2025-07", "2025-08")
                .contains("2025-06", "2025-09");
    }

    /** Units that differ by chance alone, the worst of which are picked: they come back by themselves. */
    @Test
    void units_picked_because_they_were_worst_come_with_a_warning() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] before = new double[20][6];
        boolean[] worst = new boolean[20];
        double[] level = new double[20];
        for (int i = 0; i < 20; i++) {
            level[i] = 2 * random.nextGaussian();
            for (int t = 0; t < 6; t++) {
                before[i][t] = 50 + level[i] + 4 * random.nextGaussian();
            }
        }
        for (int k = 0; k < 4; k++) {
            int at = -1;
            for (int i = 0; i < 20; i++) {
                at = !worst[i] && (at < 0 || Values.mean(before[i]) > Values.mean(before[at])) ? i : at;
            }
            worst[at] = true;
        }
        RegressionToMean found = RegressionToMean.of(before, worst, -2, Direction.LOWER_IS_BETTER, "s", 1);
        // variances 4 between and 16 / 6 of a mean: reliability 0.6
        assertThat(found.reliability()).isBetween(0.35, 0.8);
        assertThat(found.expected()).isCloseTo(-(1 - found.reliability()) * found.distance(), within(1e-12));
        assertThat(found.expected()).isNegative();
        assertThat(found.warning()).isTrue();
        assertThat(found.sentence()).contains("among the worst", "to be expected by chance alone");
        boolean[] any = new boolean[20];
        any[7] = true;
        any[3] = true;
        assertThat(RegressionToMean.of(before, any, -2, Direction.LOWER_IS_BETTER, "s", 1)
                        .picked())
                .isGreaterThan(0.05);
    }

    @Test
    void what_cannot_be_judged_is_said() throws IOException {
        Path table = turnouts(-8);
        assertThatThrownBy(() -> Benchmark.effect(table, Reading.all(), options(by(JULY, "station 99"))))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("\"station 99\", of which the table has no row");
        assertThatThrownBy(() -> Benchmark.effect(
                        table, Reading.all(), options(by(Instant.parse("2027-01-01T00:00:00Z"), "station 1"))))
                .hasMessageStartingWith("No period lies after the change.");
        assertThatThrownBy(() -> Benchmark.effect(
                        table, Reading.all(), options(by(Instant.parse("2020-01-01T00:00:00Z"), "station 1"))))
                .hasMessageStartingWith("No period lies before the change.");
        Action everyone = by(
                JULY,
                java.util.stream.IntStream.rangeClosed(1, 16)
                        .mapToObj(i -> "station " + i)
                        .toArray(String[]::new));
        EffectReport alone = Benchmark.effect(table, Reading.all(), options(everyone));
        assertThat(alone.effects().getFirst().findings())
                .extracting(Finding::method)
                .containsExactly(Finding.Method.INTERRUPTED_TIME_SERIES);
        assertThatThrownBy(() -> Benchmark.effect(
                        table,
                        Reading.all(),
                        options(everyone).methods(List.of(Finding.Method.DIFFERENCE_IN_DIFFERENCES))))
                .hasMessageStartingWith("All units were treated.");
    }

    @Test
    void counted_events_are_judged_by_their_rate() throws IOException {
        StringBuilder csv = new StringBuilder("site,day,claims,hours\n");
        SplittableRandom random = new SplittableRandom(6);
        for (int month = 0; month < 36; month++) {
            LocalDate day = LocalDate.of(2023, 1, 15).plusMonths(month);
            int claims = 0;
            for (int k = 0; k < 4000; k++) {
                claims += random.nextDouble() < (month < 24 ? 0.01 : 0.006) ? 1 : 0;
            }
            csv.append("Leeds,%s,%d,4000%n".formatted(day, claims));
        }
        Path file = folder.resolve("claims.csv");
        Files.writeString(file, csv.toString());
        Figure rate =
                Figure.of("claims per 1000 h", Direction.LOWER_IS_BETTER, new Figure.Rate("claims", "hours", 1000));
        EffectReport report = Benchmark.effect(
                file,
                Reading.all(),
                EffectOptions.of(
                        List.of(rate),
                        "day",
                        Optional.of("site"),
                        List.of(by(Instant.parse("2025-01-01T00:00:00Z"), "Leeds"))));
        Finding.Specification line = report.effects()
                .getFirst()
                .findings()
                .getFirst()
                .specifications()
                .getFirst();
        assertThat(line.name()).contains("quasi-Poisson");
        assertThat(line.average().percent().getAsDouble()).isBetween(-60.0, -20.0);
        assertThat(line.series().getFirst().actual()).isBetween(5.0, 15.0);
    }

    /** What a plan promises is what the report then keeps: the effect that 6 months can show is about what they did show. */
    @Test
    void a_plan_says_beforehand_what_could_be_shown() throws IOException {
        Path past = folder.resolve("past.csv");
        Files.write(
                past,
                Files.readAllLines(turnouts(0)).stream()
                        .filter(line -> !line.matches(".*,2025-(0[789]|1[012]).*"))
                        .toList());
        EffectPlanOptions options =
                EffectPlanOptions.of(TURNOUT, "at", Optional.of("station"), List.of("station 1", "station 2"));
        EffectPlan plan = Benchmark.effectPlan(past, Reading.all(), options.difference(-3));
        assertThat(plan.answer()).startsWith("To show the change of -3 s that is hoped for, ");
        assertThat(plan.before()).isEqualTo(18);
        assertThat(plan.values().getAsLong()).isEqualTo(29);
        EffectPlan.Prospect comparison = plan.comparison().orElseThrow();
        double promised = comparison.horizons().get(1).power80();
        double kept = Benchmark.effect(turnouts(0), Reading.all(), options(by(JULY, "station 1", "station 2")))
                .effects()
                .getFirst()
                .detectable()
                .getAsDouble();
        assertThat(kept).isBetween(0.6 * promised, 1.6 * promised);
        assertThat(comparison.horizons()).extracting(EffectPlan.Horizon::after).containsExactly(3, 6, 12, 24);
        assertThat(comparison.horizons().get(2).power80()).isLessThan(promised);
        assertThat(plan.alone().orElseThrow().horizons().get(1).power80()).isGreaterThan(promised);
        assertThat(plan.text()).contains("Least effect that would be found");
        assertThatThrownBy(() -> options.difference(0)).isInstanceOf(BadData.class);
    }

    private static Gate gate(EffectReport report, int effect, String name) {
        return report.effects().get(effect).gates().stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Action by(Instant date, String... stations) {
        return Action.unregistered(List.of(stations), date);
    }

    private static EffectOptions options(Action action) {
        return EffectOptions.of(List.of(TURNOUT), "at", Optional.of("station"), List.of(action));
    }

    /** Turnout times of 16 stations over two years; those of stations 1 and 2 change from July of the second year on. */
    private Path turnouts(double effect) throws IOException {
        StringBuilder csv = new StringBuilder("station,at,seconds\n");
        SplittableRandom random = new SplittableRandom(11);
        double[] level = random.doubles(16, 50, 60).toArray();
        for (int day = 0; day < 730; day++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
            double season = 3 * Math.sin(2 * Math.PI * day / 365.25);
            for (int station = 0; station < 16; station++) {
                boolean treated = station < 2 && !date.isBefore(LocalDate.of(2025, 7, 1));
                for (int call = 0; call < 2; call++) {
                    csv.append("station %d,%sT1%d:00:00Z,%.2f%n"
                            .formatted(
                                    station + 1,
                                    date,
                                    call,
                                    level[station] + season + 8 * random.nextGaussian() + (treated ? effect : 0)));
                }
            }
        }
        Path file = folder.resolve("turnouts" + effect + ".csv");
        Files.writeString(file, csv.toString());
        return file;
    }
}
