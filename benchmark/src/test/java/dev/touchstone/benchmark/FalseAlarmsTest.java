package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests at 5 % call out 5 of 100 where there is nothing, and no more; and so do the verdicts of whole reports. */
class FalseAlarmsTest {

    /** @return name of the test, greatest and least share of false alarms, the test */
    static Stream<Arguments> tests() {
        return Stream.of(
                test("Mann-Whitney, exact", 0.040, r -> mannWhitney(r, 12, false) <= 0.05),
                test("Mann-Whitney, ties", 0.040, r -> mannWhitney(r, 30, true) <= 0.05),
                test("Kruskal-Wallis", 0.040, r -> kruskalWallis(r) <= 0.05),
                test("Welch, unequal spreads", 0.045, r -> two(r, Statistic.MEAN, 20, 60, 3) <= 0.05),
                test("two medians", 0.015, r -> two(r, Statistic.MEDIAN, 20, 60, 1) <= 0.05),
                test("two geometric means", 0.045, r -> two(r, Statistic.GEOMETRIC_MEAN, 20, 60, 1) <= 0.05),
                test("over-dispersion of counts", 0, r -> dispersion(r) <= 0.05),
                test("difference between groups (Cochran)", 0.035, r -> heterogeneity(r) <= 0.05));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void a_test_keeps_its_level(String what, double least, Predicate<SplittableRandom> alarms) {
        assertThat(Simulation.share(800, alarms)).isBetween(Math.max(0, least - 0.02), 0.075);
    }

    @Tag("long")
    @ParameterizedTest(name = "{0}")
    @MethodSource("tests")
    void a_test_keeps_its_level_closely(String what, double least, Predicate<SplittableRandom> alarms) {
        assertThat(Simulation.share(10_000, alarms)).isBetween(least, 0.0565);
    }

    private static Arguments test(String what, double least, Predicate<SplittableRandom> alarms) {
        return Arguments.of(what, least, alarms);
    }

    private static double mannWhitney(SplittableRandom random, int n, boolean ties) {
        return MannWhitney.of(
                        Simulation.sample(random, n, r -> ties ? r.nextInt(6) : r.nextGaussian()),
                        Simulation.sample(random, n + 5, r -> ties ? r.nextInt(6) : r.nextGaussian()),
                        0.95)
                .pValue();
    }

    private static double kruskalWallis(SplittableRandom random) {
        return KruskalWallis.of(groups(random, 4, 15, r -> Math.rint(10 * Simulation.lognormal(r))))
                .pValue();
    }

    /** @param factor by which the second sample spreads more */
    private static double two(SplittableRandom random, Statistic statistic, int n, int m, double factor) {
        List<Group> groups = List.of(
                new Group("a", Simulation.sample(random, n, r -> 20 + r.nextGaussian())),
                new Group("b", Simulation.sample(random, m, r -> 20 + factor * r.nextGaussian())));
        return Comparison.of(groups, Comparison.Question.of(statistic, Direction.LOWER_IS_BETTER))
                .rows()
                .getFirst()
                .q()
                .orElse(1);
    }

    /** Its tails are winsorised, which makes the test careful. */
    private static double dispersion(SplittableRandom random) {
        List<Count> counts = IntStream.range(0, 30)
                .mapToObj(i -> new Count(
                        "u" + i, random.doubles(200).filter(u -> u < 0.3).count(), 200))
                .toList();
        return Proportions.of(counts, Direction.LOWER_IS_BETTER)
                .dispersion()
                .orElseThrow()
                .pValue();
    }

    private static double heterogeneity(SplittableRandom random) {
        return Comparison.of(
                        groups(random, 8, 60, SplittableRandom::nextGaussian),
                        Comparison.Question.of(Statistic.MEAN, Direction.LOWER_IS_BETTER))
                .heterogeneity()
                .orElseThrow()
                .pValue();
    }

    private interface Drawing {
        double of(SplittableRandom random);
    }

    private static List<Group> groups(SplittableRandom random, int groups, int size, Drawing value) {
        return IntStream.range(0, groups)
                .mapToObj(i -> new Group("g" + i, Simulation.sample(random, size, value::of)))
                .toList();
    }

    /** Skewed times; sizes differ by a factor of three; in half of the reports three of ten groups are truly slower or faster. */
    @ParameterizedTest
    @CsvSource({"median, 10, 20", "p90, 10, 20", "mean, 10, 20", "geometric mean, 10, 10"})
    void of_the_groups_called_better_or_worse_few_are_not(String statistic, int groups, int size) {
        assertThat(falseDiscoveries(Statistic.parse(statistic), groups, size, 0, 300))
                .isLessThan(0.07);
        assertThat(falseDiscoveries(Statistic.parse(statistic), groups, size, 3, 200))
                .isLessThan(0.07);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "median, 3, 8",
        "median, 10, 20",
        "median, 40, 12",
        "p90, 3, 12",
        "p90, 10, 30",
        "p90, 40, 10",
        "mean, 3, 12",
        "mean, 10, 20",
        "mean, 40, 40",
        "geometric mean, 3, 6",
        "geometric mean, 10, 10",
        "geometric mean, 40, 20"
    })
    void of_the_groups_called_better_or_worse_at_most_5_in_100_are_not(String statistic, int groups, int size) {
        int reports = 12_000 / (groups + 2);
        double simulated = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / reports);
        assertThat(falseDiscoveries(Statistic.parse(statistic), groups, size, 0, reports))
                .isLessThan(simulated);
        assertThat(falseDiscoveries(Statistic.parse(statistic), groups, size, groups / 3, reports))
                .isLessThan(simulated);
    }

    private static double falseDiscoveries(Statistic statistic, int groups, int size, int moved, int reports) {
        return Simulation.mean(reports, random -> {
            List<Group> drawn = new ArrayList<>();
            for (int i = 0; i < groups; i++) {
                double factor = i >= moved ? 1 : i % 2 == 0 ? 1.6 : 1 / 1.6;
                drawn.add(new Group(
                        (i < moved ? "moved" : "same") + i,
                        Simulation.sample(random, size * (1 + i % 3), r -> factor * Simulation.lognormal(r))));
            }
            Comparison comparison = Comparison.of(drawn, Comparison.Question.of(statistic, Direction.LOWER_IS_BETTER));
            return falseShare(comparison.rows().stream()
                    .filter(row -> row.verdict() == Verdict.BETTER || row.verdict() == Verdict.WORSE)
                    .map(Comparison.Row::name)
                    .toList());
        });
    }

    private static double falseShare(List<String> called) {
        long wrong = called.stream().filter(name -> name.startsWith("same")).count();
        return called.isEmpty() ? 0 : wrong / (double) called.size();
    }

    @ParameterizedTest
    @CsvSource({"12, 0", "12, 3", "50, 0"})
    void shares_and_rates_are_called_out_as_seldom(int units, int moved) {
        double shares = Simulation.mean(200, random -> {
            List<Count> counts = IntStream.range(0, units)
                    .mapToObj(i -> {
                        int n = 100 + random.nextInt(400);
                        double share = i < moved ? 0.25 : 0.1;
                        long k = random.doubles(n).filter(u -> u < share).count();
                        return new Count((i < moved ? "moved" : "same") + i, k, n);
                    })
                    .toList();
            Proportions proportions = Proportions.of(counts, Direction.LOWER_IS_BETTER);
            return falseShare(proportions.rows().stream()
                    .filter(r -> r.verdict() == Verdict.BETTER || r.verdict() == Verdict.WORSE)
                    .map(Proportions.Row::name)
                    .toList());
        });
        assertThat(shares).isLessThan(0.1);
        double rates = Simulation.mean(200, random -> {
            List<Rates.Unit> counted = IntStream.range(0, units)
                    .mapToObj(i -> {
                        double expected = 5 + 40 * random.nextDouble();
                        long k = PoissonDistribution.of(expected).inverseCumulativeProbability(random.nextDouble());
                        return new Rates.Unit("same" + i, k, expected);
                    })
                    .toList();
            Rates of = Rates.of(counted, Direction.LOWER_IS_BETTER, 0.95, 0.05);
            return falseShare(of.rows().stream()
                    .filter(r -> r.verdict() == Verdict.BETTER || r.verdict() == Verdict.WORSE)
                    .map(Rates.Row::name)
                    .toList());
        });
        assertThat(rates).isLessThan(0.1);
    }
}
