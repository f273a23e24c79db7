package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Intervals of 95 % hold the truth in 95 of 100 cases. */
class CoverageTest {
    private static final ToDoubleFunction<SplittableRandom> NORMAL = SplittableRandom::nextGaussian;
    private static final ToDoubleFunction<SplittableRandom> EXPONENTIAL = Simulation::exponential;
    private static final ToDoubleFunction<SplittableRandom> LOGNORMAL = Simulation::lognormal;
    private static final double LOGNORMAL_MEAN = Math.exp(0.18);

    static Stream<Arguments> intervals() {
        return Stream.of(
                Arguments.of("Student, 5 normal values", holds(0, r -> Interval.ofMean(sample(r, 5, NORMAL), 0.95))),
                Arguments.of("mean, 10 normal values", holds(0, r -> mean(r, 10, NORMAL))),
                Arguments.of("mean, 40 exponential values", holds(1, r -> mean(r, 40, EXPONENTIAL))),
                Arguments.of("mean, 100 lognormal values", holds(LOGNORMAL_MEAN, r -> mean(r, 100, LOGNORMAL))),
                Arguments.of(
                        "geometric mean, 10 lognormal values",
                        holds(
                                1,
                                r -> GeometricEstimate.of(Ranks.ascending(sample(r, 10, LOGNORMAL)))
                                        .interval(0.95))),
                Arguments.of("ratio of sums, 80 pairs", holds(3, r -> ratio(r, 80))),
                Arguments.of(
                        "Hodges-Lehmann shift, 20 and 25 values",
                        holds(
                                0,
                                r -> MannWhitney.of(sample(r, 20, LOGNORMAL), sample(r, 25, LOGNORMAL), 0.95)
                                        .shiftInterval())),
                Arguments.of(
                        "Theil-Sen slope, 40 points",
                        holds(
                                0,
                                r -> TheilSen.of(
                                                IntStream.range(0, 40)
                                                        .asDoubleStream()
                                                        .toArray(),
                                                sample(r, 40, NORMAL),
                                                0.95)
                                        .interval())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("intervals")
    void about_95_of_100_intervals_hold_the_truth(String what, Predicate<SplittableRandom> holds) {
        assertThat(Simulation.share(2000, holds)).isBetween(0.935, 0.965);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("intervals")
    void between_94_and_96_of_100_intervals_hold_the_truth(String what, Predicate<SplittableRandom> holds) {
        assertThat(Simulation.share(40_000, holds)).isBetween(0.94, 0.96);
    }

    @Tag("long")
    @Test
    void bootstrap_intervals_hold_the_truth_in_large_samples() {
        assertThat(Simulation.share(
                        8000, holds(0, r -> bootstrap(r, 150, NORMAL).percentile(0.95))))
                .isBetween(0.94, 0.96);
        assertThat(Simulation.share(
                        8000, holds(0, r -> bootstrap(r, 150, NORMAL).bca(0.95))))
                .isBetween(0.94, 0.96);
        assertThat(Simulation.share(
                        8000, holds(1, r -> bootstrap(r, 300, EXPONENTIAL).bca(0.95))))
                .isBetween(0.94, 0.96);
    }

    /** Their confidence is exact, and at least the one stated because ranks are whole. */
    @ParameterizedTest
    @ValueSource(ints = {10, 29, 60, 200})
    void order_statistics_hold_the_quantile_of_any_distribution_at_least_as_often_as_they_claim(int n) {
        double p90 = Math.exp(0.6 * 1.2815515655446004);
        assertThat(Simulation.share(4000, holds(1, r -> Interval.ofQuantile(sample(r, n, LOGNORMAL), 0.5, 0.95))))
                .isGreaterThan(0.943);
        assertThat(Simulation.share(4000, holds(p90, r -> Interval.ofQuantile(sample(r, n, LOGNORMAL), 0.9, 0.95))))
                .isGreaterThan(0.943);
    }

    /** Computed, not simulated. Wilson's interval keeps its level on the average of all shares, not at each (Agresti and Coull 1998). */
    @ParameterizedTest
    @ValueSource(ints = {15, 50, 200})
    void wilson_keeps_its_level_over_all_shares(int n) {
        double[] coverage = IntStream.rangeClosed(1, 199)
                .mapToDouble(i -> {
                    BinomialDistribution counts = BinomialDistribution.of(n, i / 200.0);
                    return IntStream.rangeClosed(0, n)
                            .filter(k -> Interval.wilson(k, n, 0.95).contains(i / 200.0))
                            .mapToDouble(counts::probability)
                            .sum();
                })
                .toArray();
        assertThat(Values.mean(coverage)).isBetween(0.94, 0.96);
        assertThat(Arrays.stream(coverage).min().getAsDouble()).isGreaterThan(0.83);
    }

    @Test
    void counts_hold_the_true_rate_at_least_95_times_in_100_when_exact_and_nearly_so_when_byars() {
        for (double rate = 0.5; rate < 60; rate += 0.37) {
            assertThat(poissonCoverage(rate, true)).isGreaterThanOrEqualTo(0.95);
            assertThat(poissonCoverage(rate, false)).isGreaterThanOrEqualTo(0.9475);
        }
    }

    private static double poissonCoverage(double rate, boolean exact) {
        PoissonDistribution counts = PoissonDistribution.of(rate);
        return IntStream.range(0, 200)
                .filter(k -> (exact ? Interval.exactPoisson(k, 0.95) : Interval.ofCount(k, 0.95)).contains(rate))
                .mapToDouble(counts::probability)
                .sum();
    }

    /** Over the ranks of all groups, also when it is hardly known whether they differ. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 3})
    void intervals_of_ranks_hold_the_true_rank(double spread) {
        assertThat(Simulation.mean(300, r -> rankCoverage(r, 15, spread))).isGreaterThan(0.95);
    }

    private static double rankCoverage(SplittableRandom random, int n, double spread) {
        double[] truth = sample(random, n, r -> spread * r.nextGaussian());
        double[] variances = sample(random, n, r -> 0.3 + 1.4 * r.nextDouble());
        double[] figures = IntStream.range(0, n)
                .mapToDouble(i -> truth[i] + Math.sqrt(variances[i]) * random.nextGaussian())
                .toArray();
        RankUncertainty ranks =
                RankUncertainty.of(figures, variances, Direction.LOWER_IS_BETTER, 0.95, random.nextLong());
        double[] sorted = Ranks.ascending(truth);
        return IntStream.range(0, n)
                        .filter(i -> {
                            int rank = Arrays.binarySearch(sorted, truth[i]) + 1;
                            return ranks.intervals()[i][0] <= rank && rank <= ranks.intervals()[i][1];
                        })
                        .count()
                / (double) n;
    }

    /**
     * Units below a known edge, y = sqrt(x) e^-u with half-normal u: the share of units whose interval holds their true efficiency. With
     * so few units the published coverage of this bootstrap falls short of its level, by some points (Simar and Wilson 2000).
     */
    @Tag("long")
    @Test
    void the_bootstrap_of_the_frontier_holds_most_true_efficiencies() {
        assertThat(Simulation.mean(60, r -> frontierCoverage(r, 100))).isBetween(0.85, 0.99);
    }

    private static double frontierCoverage(SplittableRandom random, int n) {
        double[][] x = new double[n][1];
        double[][] y = new double[n][1];
        double[] truth = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = 1 + 8 * random.nextDouble();
            truth[i] = Math.exp(-Math.abs(0.4 * random.nextGaussian()));
            y[i][0] = Math.sqrt(x[i][0]) * truth[i];
        }
        Frontier frontier = Frontier.of(
                FrontierTest.production(x, y),
                Frontier.Question.of(Returns.VRS, Orientation.OUTPUT).bootstrapped(400, random.nextLong()));
        return IntStream.range(0, n)
                        .filter(i -> frontier.rows()
                                .get(i)
                                .corrected()
                                .orElseThrow()
                                .interval()
                                .contains(1 / truth[i]))
                        .count()
                / (double) n;
    }

    private interface Making {
        Interval of(SplittableRandom random);
    }

    private static Predicate<SplittableRandom> holds(double truth, Making interval) {
        return random -> interval.of(random).contains(truth);
    }

    private static double[] sample(SplittableRandom random, int n, ToDoubleFunction<SplittableRandom> value) {
        return Simulation.sample(random, n, value);
    }

    private static Interval mean(SplittableRandom random, int n, ToDoubleFunction<SplittableRandom> value) {
        return MeanEstimate.of(sample(random, n, value)).interval(0.95);
    }

    private static Bootstrap bootstrap(SplittableRandom random, int n, ToDoubleFunction<SplittableRandom> value) {
        return Bootstrap.of(sample(random, n, value), Values::mean, 1000, random.nextLong());
    }

    private static Interval ratio(SplittableRandom random, int n) {
        double[] made = sample(random, n, r -> 1 + 4 * r.nextDouble());
        double[] used = Arrays.stream(made)
                .map(m -> m * (2.5 + 0.5 * Simulation.exponential(random)))
                .toArray();
        return RatioEstimate.of(used, made).interval(0.95);
    }
}
