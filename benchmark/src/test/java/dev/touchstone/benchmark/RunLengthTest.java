package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long charts run without a false alarm, against published tables and by drawing. */
class RunLengthTest {
    /** R's package spc: {@code xewma.arl(l, c, 0, sided = "two", limits = "vacl")}; at weight 1 Shewhart's 370.4. */
    @ParameterizedTest
    @CsvSource({"1, 3, 370.40", "0.2, 3, 554.49"})
    void of_weighted_averages_is_the_published_one(double weight, double width, double points) {
        assertThat(RunLength.ewma(weight, width)).isCloseTo(points, within(0.01 * points));
    }

    /** Hawkins and Olwell 1998, and R's package spc. */
    @ParameterizedTest
    @CsvSource({"0.5, 4, 167.68", "0.5, 5, 465.44", "0.25, 8, 368.39"})
    void of_cumulative_sums_is_the_published_one(double allowance, double limit, double points) {
        assertThat(RunLength.cusum(allowance, limit)).isCloseTo(points, within(0.01 * points));
    }

    @ParameterizedTest
    @CsvSource({"0.2, 3", "0.1, 2.7", "0.4, 3"})
    void of_weighted_averages_is_that_of_drawn_series(double weight, double width) {
        double drawn = Simulation.mean(3000, random -> {
            double average = 0;
            for (int t = 1; ; t++) {
                average = weight * random.nextGaussian() + (1 - weight) * average;
                double error = Math.sqrt(weight / (2 - weight) * (1 - Math.pow(1 - weight, 2.0 * t)));
                if (Math.abs(average) > width * error) {
                    return t;
                }
            }
        });
        assertThat(RunLength.ewma(weight, width)).isCloseTo(drawn, within(0.06 * drawn));
    }

    @Test
    void of_moving_ranges_is_the_one_stated() {
        double drawn = Simulation.mean(20_000, random -> {
            double before = random.nextGaussian();
            for (int t = 1; ; t++) {
                double now = random.nextGaussian();
                if (Math.abs(now - before) > 3.267 * 1.128) {
                    return t;
                }
                before = now;
            }
        });
        assertThat(RunLength.MOVING_RANGES).isCloseTo(drawn, within(0.025 * drawn));
    }

    @ParameterizedTest
    @CsvSource({"2", "5", "10"})
    void of_ranges_and_deviations_of_subgroups_is_that_of_drawn_ones(int n) {
        double[] alarms = new double[2];
        int runs = 200_000;
        SplittableRandom random = new SplittableRandom(n);
        for (int run = 0; run < runs; run++) {
            double[] x = Simulation.sample(random, n, SplittableRandom::nextGaussian);
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double v : x) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
            double sd = Math.sqrt(Values.variance(x, Values.mean(x)));
            double c4 = ShewhartConstants.c4(n);
            alarms[0] += Math.abs(high - low - ShewhartConstants.d2(n)) > 3 * ShewhartConstants.d3(n) ? 1.0 / runs : 0;
            alarms[1] += Math.abs(sd - c4) > 3 * Math.sqrt(1 - c4 * c4) ? 1.0 / runs : 0;
        }
        assertThat(1 / RunLength.ranges(n)).isCloseTo(alarms[0], within(0.12 * alarms[0]));
        assertThat(1 / RunLength.deviations(n)).isCloseTo(alarms[1], within(0.12 * alarms[1]));
    }

    @Test
    void of_times_between_events_is_the_one_stated() {
        double mean = 0;
        double square = 0;
        int n = 400_000;
        SplittableRandom random = new SplittableRandom(5);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = Math.pow(Simulation.exponential(random), 1 / 3.6);
            mean += y[i] / n;
            square += y[i] * y[i] / n;
        }
        // the exact tails of the power of an exponential time beyond 3 of its standard deviations
        double sd = Math.sqrt(square - mean * mean);
        double alarms = Math.exp(-Math.pow(mean + 3 * sd, 3.6)) - Math.expm1(-Math.pow(mean - 3 * sd, 3.6));
        assertThat(RunLength.TIMES).isCloseTo(1 / alarms, within(0.05 / alarms));
    }

    @Test
    void of_counts_is_that_of_their_distribution_and_not_of_the_normal_one() {
        // P(X > 10) + P(X < 0) for mean 4 = 0.00284; for mean 2, P(X > 6) = 0.00453
        assertThat(ChartBuilder.runLength(PoissonDistribution.of(4))).isCloseTo(1 / 0.00284, within(1.0));
        assertThat(ChartBuilder.runLength(PoissonDistribution.of(2))).isCloseTo(1 / 0.00453, within(1.0));
    }

    @Test
    void signals_tell_the_run_length_of_their_own_chart() {
        double[] values = IntStream.range(0, 60)
                .mapToDouble(i -> i % 2 + (i < 40 ? 0 : 2))
                .toArray();
        ControlChart.Setup setup =
                ControlChart.Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER).baseline(30);
        assertThat(ControlChart.cusum(values, 0.5, 4, setup).panels().getFirst().signals())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.inControlRunLength()).isBetween(166, 169));
        assertThat(ControlChart.ewma(values, 0.2, 3, setup).panels().getFirst().signals())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.inControlRunLength()).isBetween(550, 560));
    }

    /** Limits from few points are themselves uncertain: with 20 points false alarms come sooner than 370 in most series. */
    @Tag("long")
    @Test
    void limits_from_a_long_baseline_alarm_as_seldom_as_stated() {
        int baseline = 2000;
        double alarms = Simulation.mean(2000, random -> {
            double[] values = Simulation.sample(random, 2 * baseline, SplittableRandom::nextGaussian);
            ControlChart chart = ControlChart.individuals(
                    values,
                    ControlChart.Setup.of(RuleSet.SHEWHART, Direction.NONE).baseline(baseline));
            return chart.panels().getFirst().signals().stream()
                            .filter(s -> s.to() >= baseline)
                            .count()
                    / (double) baseline;
        });
        assertThat(1 / alarms).isCloseTo(370.4, within(12.0));
    }
}
