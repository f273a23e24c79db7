package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceInDifferencesTest {
    private static final DifferenceInDifferences.Options PLAIN =
            new DifferenceInDifferences.Options(List.of(), 0.95, 1, "");

    /** By hand. */
    @Test
    void the_effect_is_the_difference_of_the_changes() {
        double[][] values = {{4, 6, 12, 14}, {5, 7, 10, 12}, {1, 1, 2, 4}};
        int[] from = {2, Assignments.NEVER, Assignments.NEVER};
        Finding finding = DifferenceInDifferences.of(
                Timeline.of(2, 2), new DifferenceInDifferences.Units(List.of("a", "b", "c"), values, from), PLAIN);
        // a rises by 8; b by 5 and c by 2, which is 3.5 on average
        assertThat(finding.specifications().get(0).average().value()).isCloseTo(4.5, within(1e-12));
        // from the last period before: a by 7, b by 4, c by 2
        assertThat(finding.specifications().get(1).average().value()).isCloseTo(4, within(1e-12));
        assertThat(finding.specifications().get(0).errors()).startsWith("Student's t");
        assertThat(finding.notes().getFirst()).startsWith("There are only 3 ways");
    }

    /** Effects that grow with time since treatment: the regression is known to be biased then (Goodman-Bacon 2021). */
    @Test
    void with_several_dates_only_units_not_yet_treated_are_compared() {
        double[][] values = new double[9][12];
        int[] from = {4, 4, 4, 8, 8, 8, Assignments.NEVER, Assignments.NEVER, Assignments.NEVER};
        double sum = 0;
        int cells = 0;
        for (int i = 0; i < 9; i++) {
            for (int t = 0; t < 12; t++) {
                double effect = t >= from[i] ? t - from[i] + 1 : 0;
                values[i][t] = 10 * i + 3 * Math.sin(t) + effect;
                sum += effect;
                cells += t >= from[i] ? 1 : 0;
            }
        }
        Finding finding = DifferenceInDifferences.of(
                Timeline.of(4, 8),
                new DifferenceInDifferences.Units(SyntheticControlTest.names(9), values, from),
                PLAIN);
        assertThat(finding.specifications().get(0).average().value()).isCloseTo(sum / cells, within(1e-9));
        assertThat(finding.specifications().get(1).average().value()).isLessThan(0.95 * sum / cells);
        // what would have been is known, and found
        assertThat(finding.specifications().get(0).series().get(11).expected())
                .isCloseTo(25 + 3 * Math.sin(11), within(1e-9));
    }

    @Test
    void every_assignment_is_listed_once() {
        int[] from = {7, Assignments.NEVER, 7, Assignments.NEVER, Assignments.NEVER, 7};
        Assignments assignments = Assignments.of(from, 10, 1);
        assertThat(assignments.all()).isTrue();
        assertThat(assignments.count()).isEqualTo(19);
        Set<List<Integer>> seen = new HashSet<>();
        seen.add(IntStream.of(from).boxed().toList());
        for (int b = 0; b < assignments.count(); b++) {
            int[] other = assignments.other(b);
            assertThat(Arrays.stream(other).filter(f -> f == 7).count()).isEqualTo(3);
            assertThat(seen.add(IntStream.of(other).boxed().toList())).isTrue();
        }
    }

    /** An effect is inside the interval exactly when the data without it do not reject no effect. */
    @Test
    void the_interval_holds_what_the_test_does_not_reject() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] values = panel(random, 9, 14, 0);
        int[] from = from(9, 3, 8);
        Finding.Change change =
                find(8, values, from).specifications().getFirst().average();
        for (double bound : new double[] {
            change.interval().low().getAsDouble(), change.interval().high().getAsDouble()
        }) {
            double outwards = Math.signum(bound - change.value());
            assertThat(pWithout(values, from, bound + outwards * 1e-6)).isLessThanOrEqualTo(0.05);
            assertThat(pWithout(values, from, bound - outwards * 1e-6)).isGreaterThan(0.05);
        }
    }

    private static double pWithout(double[][] values, int[] from, double effect) {
        double[][] less = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < less.length; i++) {
            for (int t = Math.min(from[i], 14); t < 14; t++) {
                less[i][t] -= effect;
            }
        }
        return find(8, less, from).specifications().getFirst().pValue().getAsDouble();
    }

    @Test
    void units_that_drifted_apart_before_are_told() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] values = panel(random, 20, 24, 0);
        int[] from = from(20, 6, 12);
        for (int i = 0; i < 6; i++) {
            for (int t = 0; t < 24; t++) {
                values[i][t] += 0.6 * t;
            }
        }
        Finding finding = find(12, values, from);
        assertThat(finding.before().orElseThrow().drift()).isCloseTo(0.6, within(0.15));
        assertThat(finding.gates())
                .filteredOn(g -> g.status() == Gate.Status.FAILED)
                .extracting(Gate::name)
                .containsExactly("parallel before", "placebo date");
        assertThat(finding.specifications().get(0).average().certain()).isTrue();
        assertThat(finding.specifications().get(1).average().certain()).isFalse();
        assertThat(finding.agreement()).startsWith("The two ways to model it disagree");
    }

    @Test
    void matched_units_make_a_third_way() {
        double[][] values = panel(new SplittableRandom(9), 12, 16, 0);
        Finding finding = DifferenceInDifferences.of(
                Timeline.of(8, 8),
                new DifferenceInDifferences.Units(SyntheticControlTest.names(12), values, from(12, 3, 8)),
                new DifferenceInDifferences.Options(List.of("unit 5", "unit 7", "unit 12"), 0.95, 1, ""));
        assertThat(finding.specifications().get(2).name()).isEqualTo("against 3 matched units");
    }

    @Test
    void without_controls_there_is_a_sentence() {
        double[][] values = panel(new SplittableRandom(9), 3, 8, 0);
        assertThatThrownBy(() -> find(4, values, new int[] {4, 4, 4}))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("All units were treated.");
        assertThatThrownBy(() -> find(4, values, new int[] {4, 4, Assignments.NEVER}))
                .hasMessageStartingWith("1 unit was not treated.");
        assertThatThrownBy(() -> find(4, values, from(3, 0, 4))).hasMessageStartingWith("No unit was treated.");
        values[1][2] = Double.NaN;
        assertThatThrownBy(() -> find(4, values, from(3, 1, 4)))
                .hasMessageContaining("Value 3 of The series of unit 2 is NaN");
    }

    @Test
    void intervals_hold_an_effect_as_often_as_they_say() {
        assertThat(held(150, 12, 3)).isBetween(0.91, 0.985);
    }

    /**
     * Errors of a unit go together from period to period; units are few, or few are treated. With few ways to choose the treated units
     * a test cannot reject at exactly 5 %: of 70 ways, which come in pairs, at 2 / 70; of 66 at 3 / 66.
     */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"8, 4, 0.9714", "12, 2, 0.9545", "20, 8, 0.95", "30, 3, 0.95"})
    void intervals_hold_an_effect_as_often_as_they_say_over_many_panels(int units, int treated, double expected) {
        assertThat(held(2000, units, treated)).isCloseTo(expected, within(0.012));
    }

    /** The checks of the past look for what is not there, and find it as rarely as they say: 5 % each, or less. */
    @Tag("long")
    @Test
    void checks_of_the_past_raise_few_false_alarms() {
        int panels = 1000;
        List<List<Gate>> gates = IntStream.range(0, panels)
                .parallel()
                .mapToObj(p -> find(10, panel(new SplittableRandom(40_000 + p), 12, 16, 0.4), from(12, 3, 10))
                        .gates())
                .toList();
        for (String check : List.of("parallel before", "placebo date")) {
            long failed = gates.stream()
                    .flatMap(List::stream)
                    .filter(g -> g.name().equals(check) && g.status() == Gate.Status.FAILED)
                    .count();
            assertThat(failed / (double) panels).as(check).isBetween(0.02, 0.065);
        }
    }

    private static double held(int panels, int units, int treated) {
        return IntStream.range(0, panels)
                        .parallel()
                        .filter(p -> {
                            int[] from = from(units, treated, 8);
                            double[][] values = panel(new SplittableRandom(7000 + p), units, 16, 0.6);
                            for (int i = 0; i < treated; i++) {
                                for (int t = 8; t < 16; t++) {
                                    values[i][t] += 2;
                                }
                            }
                            return find(8, values, from)
                                    .specifications()
                                    .getFirst()
                                    .average()
                                    .interval()
                                    .contains(2);
                        })
                        .count()
                / (double) panels;
    }

    private static Finding find(int before, double[][] values, int[] from) {
        return DifferenceInDifferences.of(
                Timeline.of(before, values[0].length - before),
                new DifferenceInDifferences.Units(SyntheticControlTest.names(values.length), values, from),
                PLAIN);
    }

    private static int[] from(int units, int treated, int date) {
        int[] from = new int[units];
        Arrays.fill(from, Assignments.NEVER);
        Arrays.fill(from, 0, treated, date);
        return from;
    }

    /** A level for each unit, a shock for each period, and autoregressive errors. */
    private static double[][] panel(SplittableRandom random, int units, int periods, double autocorrelation) {
        double[] shocks = random.doubles(periods, 0, 4).toArray();
        double[][] panel = new double[units][periods];
        for (double[] unit : panel) {
            double level = 10 * random.nextDouble();
            double error = random.nextGaussian();
            for (int t = 0; t < periods; t++) {
                error = autocorrelation * error
                        + Math.sqrt(1 - autocorrelation * autocorrelation) * random.nextGaussian();
                unit[t] = level + shocks[t] + error;
            }
        }
        return panel;
    }
}
