package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.benchmark.ControlChart.Assurance;
import dev.touchstone.benchmark.ControlChart.Intervention;
import dev.touchstone.benchmark.ControlChart.Meaning;
import dev.touchstone.benchmark.ControlChart.Setup;
import dev.touchstone.benchmark.ControlChart.Variation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlChartTest {
    private static final double[] VISCOSITY = {
        33.75, 33.05, 34, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84
    };
    private static final Setup PLAIN = Setup.of(RuleSet.NELSON, Direction.NONE);

    @Test
    void individuals_give_the_known_limits_of_the_viscosity_series() {
        ControlChart chart = ControlChart.individuals(VISCOSITY, PLAIN);
        ControlChart.Phase phase = chart.panels().getFirst().phases().getFirst();
        ControlChart.Point point = chart.panels().getFirst().points().getFirst();
        assertThat(phase.centre()).isCloseTo(33.523333, within(5e-7));
        assertThat(phase.sigma()).isCloseTo(.42616515, within(5e-9));
        assertThat(point.lower().getAsDouble()).isCloseTo(32.244838, within(5e-7));
        assertThat(point.upper().getAsDouble()).isCloseTo(34.801829, within(5e-7));
        assertThat(chart.variation()).isEqualTo(Variation.COMMON_CAUSE);
        ControlChart.Point range = chart.panels().get(1).points().get(1);
        assertThat(range.value()).isCloseTo(0.70, within(1e-12));
        assertThat(range.upper().getAsDouble()).isCloseTo(3.267 * 6.73 / 14, within(1e-12));
        assertThat(range.lower()).isEmpty();
    }

    @Test
    void constants_are_those_of_normal_samples() {
        for (int n = 2; n <= 25; n++) {
            assertThat(ShewhartConstants.d2(n)).as("d2 of %d", n).isCloseTo(meanRange(n), within(6e-4));
        }
        assertThat(ShewhartConstants.c4(2)).isCloseTo(0.7979, within(5e-5));
        assertThat(ShewhartConstants.c4(5)).isCloseTo(0.9400, within(5e-5));
        assertThat(ShewhartConstants.c4(10)).isCloseTo(0.9727, within(5e-5));
        assertThat(ShewhartConstants.c4(25)).isCloseTo(0.9896, within(5e-5));
    }

    @Test
    void subgroups_have_limits_from_the_variation_within_them() {
        double[][] subgroups = {{4, 6, 8}, {5, 7, 9}, {3, 6, 6}, {6, 8, 10}};
        ControlChart ranges = ControlChart.xbarR(subgroups, PLAIN);
        // mean range 3.75, mean 6.5; A2 of three values 1.023, D4 2.574
        ControlChart.Point point = ranges.panels().getFirst().points().getFirst();
        assertThat(point.centre()).isCloseTo(6.5, within(1e-12));
        assertThat(point.upper().getAsDouble()).isCloseTo(6.5 + 1.023 * 3.75, within(2e-3));
        assertThat(ranges.panels().get(1).points().getFirst().upper().getAsDouble())
                .isCloseTo(2.574 * 3.75, within(5e-3));
        assertThat(ranges.panels().get(1).points().getFirst().lower()).isEmpty();
        ControlChart deviations = ControlChart.xbarS(subgroups, PLAIN);
        // mean standard deviation 1.933; A3 of three values 1.954, B4 2.568
        double s = (2 + 2 + Math.sqrt(3) + 2) / 4;
        assertThat(deviations.panels().getFirst().points().getFirst().upper().getAsDouble())
                .isCloseTo(6.5 + 1.954 * s, within(2e-3));
        assertThat(deviations.panels().get(1).points().getFirst().upper().getAsDouble())
                .isCloseTo(2.568 * s, within(2e-3));
    }

    @Test
    void proportions_have_limits_by_the_size_of_each_subgroup() {
        ControlChart chart = ControlChart.p(new long[] {12, 8, 3, 20}, new long[] {100, 80, 20, 230}, PLAIN);
        double p = 43 / 430.0;
        ControlChart.Point last = chart.panels().getFirst().points().getLast();
        assertThat(last.centre()).isCloseTo(p, within(1e-12));
        assertThat(last.upper().getAsDouble()).isCloseTo(p + 3 * Math.sqrt(p * (1 - p) / 230), within(1e-12));
        assertThat(last.lower().getAsDouble()).isCloseTo(p - 3 * Math.sqrt(p * (1 - p) / 230), within(1e-12));
        assertThat(chart.panels().getFirst().points().get(2).lower()).isEmpty();
    }

    @Test
    void counts_numbers_and_rates_have_the_limits_of_their_distributions() {
        assertThat(last(ControlChart.c(new long[] {4, 9, 5}, PLAIN)).upper().getAsDouble())
                .isCloseTo(6 + 3 * Math.sqrt(6), within(1e-12));
        assertThat(last(ControlChart.np(new long[] {4, 9, 5}, 50, PLAIN))
                        .upper()
                        .getAsDouble())
                .isCloseTo(6 + 3 * Math.sqrt(6 * 0.88), within(1e-12));
        assertThat(last(ControlChart.u(new long[] {4, 9, 5}, new double[] {2, 2, 5}, PLAIN))
                        .upper()
                        .getAsDouble())
                .isCloseTo(2 + 3 * Math.sqrt(2 / 5.0), within(1e-12));
        assertThat(last(ControlChart.g(new long[] {10, 20, 30}, PLAIN)).upper().getAsDouble())
                .isCloseTo(20 + 3 * Math.sqrt(20 * 21), within(1e-12));
    }

    @Test
    void huge_subgroups_that_vary_among_themselves_signal_daily_without_laney_and_not_with_it() {
        SplittableRandom random = new SplittableRandom(4);
        long[] sizes = IntStream.range(0, 60).mapToLong(i -> 1_000_000).toArray();
        long[] affected = Arrays.stream(sizes)
                .map(n -> Math.round(n * (0.1 + 0.005 * random.nextGaussian())))
                .toArray();
        Setup shewhart = Setup.of(RuleSet.SHEWHART, Direction.NONE);
        assertThat(ControlChart.p(affected, sizes, shewhart).panels().getFirst().signals())
                .hasSizeGreaterThan(40);
        assertThat(ControlChart.laneyP(affected, sizes, shewhart)
                        .panels()
                        .getFirst()
                        .signals())
                .hasSizeLessThan(2);
        double[] exposures = Arrays.stream(sizes).asDoubleStream().toArray();
        assertThat(ControlChart.laneyU(affected, exposures, shewhart)
                        .panels()
                        .getFirst()
                        .signals())
                .hasSizeLessThan(2);
    }

    @Test
    void laney_multiplies_the_limits_by_the_sigma_of_the_scores() {
        long[] affected = {12, 8, 3, 20, 15};
        long[] sizes = {100, 80, 20, 230, 90};
        double p = 58 / 520.0;
        double[] z = new double[5];
        for (int i = 0; i < 5; i++) {
            z[i] = ((double) affected[i] / sizes[i] - p) / Math.sqrt(p * (1 - p) / sizes[i]);
        }
        double moving = 0;
        for (int i = 1; i < 5; i++) {
            moving += Math.abs(z[i] - z[i - 1]) / 4;
        }
        assertThat(last(ControlChart.laneyP(affected, sizes, PLAIN)).upper().getAsDouble())
                .isCloseTo(p + 3 * moving / 1.128 * Math.sqrt(p * (1 - p) / 90), within(1e-12));
    }

    @Test
    void times_between_rare_events_are_charted_on_a_scale_on_which_they_are_nearly_normal() {
        SplittableRandom random = new SplittableRandom(12);
        double[] times = random.doubles(200).map(u -> -30 * Math.log(u)).toArray();
        Setup shewhart = Setup.of(RuleSet.SHEWHART, Direction.HIGHER_IS_BETTER);
        assertThat(ControlChart.t(times, shewhart).panels().getFirst().signals())
                .hasSizeLessThan(4);
        assertThat(ControlChart.individuals(times, shewhart).panels().getFirst().signals())
                .hasSizeGreaterThan(2);
        times[199] = 900;
        assertThat(ControlChart.t(times, shewhart).variation()).isEqualTo(Variation.IMPROVEMENT);
    }

    @Test
    void moving_average_and_cumulative_sums_see_a_small_lasting_shift_that_single_points_hide() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = IntStream.range(0, 120)
                .mapToDouble(i -> random.nextGaussian() + (i < 80 ? 0 : 1))
                .toArray();
        Setup setup = Setup.of(RuleSet.SHEWHART, Direction.LOWER_IS_BETTER);
        assertThat(ControlChart.individuals(values, setup).variation()).isEqualTo(Variation.COMMON_CAUSE);
        assertThat(concerns(ControlChart.individuals(values, setup))).isEmpty();
        assertThat(concerns(ControlChart.ewma(values, 0.2, 3, setup)))
                .isNotEmpty()
                .allSatisfy(at -> assertThat(at).isGreaterThan(80));
        assertThat(concerns(ControlChart.cusum(values, 0.5, 5, setup)))
                .isNotEmpty()
                .allSatisfy(at -> assertThat(at).isGreaterThan(80));
    }

    @Test
    void moving_average_follows_its_formula() {
        ControlChart chart = ControlChart.ewma(new double[] {10, 12, 11, 15}, 0.25, 2.7, PLAIN);
        double sigma = (2 + 1 + 4) / 3.0 / 1.128;
        ControlChart.Point second = chart.panels().getFirst().points().get(1);
        assertThat(second.value()).isCloseTo(0.25 * 12 + 0.75 * (0.25 * 10 + 0.75 * 12), within(1e-12));
        assertThat(second.upper().getAsDouble())
                .isCloseTo(12 + 2.7 * sigma * Math.sqrt(0.25 / 1.75 * (1 - Math.pow(0.75, 4))), within(1e-12));
    }

    @Test
    void limits_move_at_a_recorded_intervention_and_never_else() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(i -> (i < 30 ? 50 : 40) + i % 3)
                .toArray();
        Setup setup = Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER);
        ControlChart silent = ControlChart.individuals(values, setup);
        assertThat(silent.panels().getFirst().phases()).hasSize(1);
        assertThat(silent.variation()).isEqualTo(Variation.IMPROVEMENT);
        ControlChart rebased = ControlChart.individuals(
                values, setup.interventions(List.of(new Intervention(30, "second packing station"))));
        assertThat(rebased.panels().getFirst().phases())
                .extracting(ControlChart.Phase::centre)
                .containsExactly(51.0, 41.0);
        assertThat(rebased.panels().getFirst().phases().get(1).reason()).hasValue("second packing station");
        assertThat(rebased.panels().getFirst().signals()).isEmpty();
    }

    @Test
    void limits_may_rest_on_a_baseline() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(i -> (i < 30 ? 50 : 40) + i % 3)
                .toArray();
        ControlChart chart = ControlChart.individuals(
                values, Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER).baseline(30));
        assertThat(chart.panels().getFirst().phases().getFirst().centre()).isEqualTo(51);
        assertThat(chart.panels().getFirst().points()).hasSize(60);
        assertThatThrownBy(() -> ControlChart.individuals(values, PLAIN.baseline(1)))
                .hasMessageContaining("Only one point carries the limits");
    }

    @Test
    void assurance_says_whether_the_target_is_met_by_luck() {
        Setup lower = Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER);
        assertThat(ControlChart.individuals(VISCOSITY, lower.target(36)).assurance())
                .hasValue(Assurance.CONSISTENTLY_HITS);
        assertThat(ControlChart.individuals(VISCOSITY, lower.target(33.5)).assurance())
                .hasValue(Assurance.HIT_AND_MISS);
        assertThat(ControlChart.individuals(VISCOSITY, lower.target(30)).assurance())
                .hasValue(Assurance.CONSISTENTLY_FAILS);
        Setup higher = Setup.of(RuleSet.NHS, Direction.HIGHER_IS_BETTER);
        assertThat(ControlChart.individuals(VISCOSITY, higher.target(30)).assurance())
                .hasValue(Assurance.CONSISTENTLY_HITS);
        assertThat(ControlChart.individuals(VISCOSITY, PLAIN.target(30)).assurance())
                .isEmpty();
    }

    @Test
    void the_direction_of_the_measure_tells_improvement_from_concern() {
        double[] values =
                IntStream.range(0, 40).mapToDouble(i -> i == 39 ? 30 : i % 4).toArray();
        assertThat(ControlChart.individuals(values, Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER))
                        .variation())
                .isEqualTo(Variation.CONCERN);
        assertThat(ControlChart.individuals(values, Setup.of(RuleSet.NHS, Direction.HIGHER_IS_BETTER))
                        .variation())
                .isEqualTo(Variation.IMPROVEMENT);
        ControlChart none = ControlChart.individuals(values, Setup.of(RuleSet.SHEWHART, Direction.NONE));
        assertThat(none.variation()).isEqualTo(Variation.SPECIAL_CAUSE);
        assertThat(none.panels().getFirst().signals().getLast().meaning()).isEqualTo(Meaning.HIGH);
    }

    @Test
    void constant_and_short_series_are_charted_with_a_note() {
        double[] constant = new double[20];
        ControlChart chart = ControlChart.individuals(constant, PLAIN);
        assertThat(chart.notes()).containsExactly("All values are equal, so that the limits have no width.");
        assertThat(chart.panels().getFirst().signals())
                .extracting(ControlChart.Signal::rule)
                .containsOnly(Rule.WITHIN_1_FOR_15);
        assertThat(ControlChart.individuals(new double[] {1, 2}, PLAIN).notes())
                .containsExactly(
                        "The limits from point 1 on rest on 2 points and are uncertain: 12 or more are better.");
        assertThat(last(ControlChart.p(new long[] {0, 0}, new long[] {5, 5}, PLAIN))
                        .upper())
                .hasValue(0);
    }

    @Test
    void what_cannot_be_charted_is_refused_with_its_place() {
        assertThatThrownBy(() -> ControlChart.individuals(new double[] {1}, PLAIN))
                .hasMessageContaining("two points or more");
        assertThatThrownBy(() -> ControlChart.p(new long[] {1, 0}, new long[] {5, 0}, PLAIN))
                .hasMessageContaining("The subgroup at point 2 is 0.");
        assertThatThrownBy(() -> ControlChart.u(new long[] {1, -1}, new double[] {5, 1}, PLAIN))
                .hasMessageContaining("point 2 is -1");
        assertThatThrownBy(() -> ControlChart.xbarR(new double[][] {{1, 2}, {1}}, PLAIN))
                .hasMessageContaining("Subgroup 2 has 1 value.");
        assertThatThrownBy(() ->
                        ControlChart.individuals(VISCOSITY, PLAIN.interventions(List.of(new Intervention(15, "late")))))
                .hasMessageContaining("points count from 0 to 14");
        assertThatThrownBy(() -> ControlChart.individuals(VISCOSITY, PLAIN.labels(List.of("Monday"))))
                .hasMessageContaining("15 points and 1 labels");
        assertThatThrownBy(() -> ControlChart.t(new double[] {3, -1}, PLAIN))
                .hasMessageContaining("put the events in order");
        assertThatThrownBy(() -> ControlChart.ewma(VISCOSITY, 0, 3, PLAIN)).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> RuleSet.parse("all")).hasMessageContaining("western-electric");
    }

    private static List<Integer> concerns(ControlChart chart) {
        return chart.panels().getFirst().signals().stream()
                .filter(signal -> signal.meaning() == Meaning.CONCERN)
                .map(ControlChart.Signal::to)
                .toList();
    }

    private static ControlChart.Point last(ControlChart chart) {
        return chart.panels().getFirst().points().getLast();
    }

    /** Mean range of n normal values: the integral of 1 - Phi^n - (1 - Phi)^n. */
    private static double meanRange(int n) {
        double sum = 0;
        for (double x = -8; x < 8; x += 0.001) {
            double below = Interval.NORMAL.cumulativeProbability(x);
            sum += 0.001 * (1 - Math.pow(below, n) - Math.pow(1 - below, n));
        }
        return sum;
    }

    /** Limits of standards given: centre 10 and standard deviation 1; sums by hand. */
    @Test
    void standards_that_are_given_are_not_estimated() {
        Setup given = Setup.of(RuleSet.SHEWHART, Direction.NONE)
                .standard(new ControlChart.Standard(OptionalDouble.of(10), OptionalDouble.of(1)));
        double[] values = {9.5, 11, 10, 12.5, 13};
        ControlChart.Point individual = ControlChart.individuals(values, given)
                .panels()
                .getFirst()
                .points()
                .getLast();
        assertThat(individual.centre()).isEqualTo(10);
        assertThat(individual.upper().getAsDouble()).isCloseTo(13, within(1e-12));
        assertThat(ControlChart.cusum(values, 0.5, 5, given).panels().getFirst().points())
                .extracting(ControlChart.Point::value)
                .containsExactly(0.0, 0.5, 0.0, 2.0, 4.5);
        ControlChart.Point average = ControlChart.ewma(values, 0.1, 2.7, given)
                .panels()
                .getFirst()
                .points()
                .getFirst();
        assertThat(average.value()).isCloseTo(9.95, within(1e-12));
        assertThat(average.upper().getAsDouble()).isCloseTo(10.27, within(1e-12));
        assertThatThrownBy(() -> ControlChart.c(new long[] {3, 4, 5}, given))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("follows from its centre");
        assertThatThrownBy(() -> given.interventions(List.of(new Intervention(2, "a new oven"))))
                .isInstanceOf(BadData.class);
    }
}
