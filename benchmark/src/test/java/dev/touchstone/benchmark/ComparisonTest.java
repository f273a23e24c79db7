package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    @ParameterizedTest
    @ValueSource(strings = {"median", "p90", "mean"})
    void only_the_slow_line_is_worse_and_the_others_are_not_called_better(String statistic) {
        List<Group> lines = lines(400, 6, 1.5);
        Comparison comparison = Comparison.of(lines, Statistic.parse(statistic), Direction.LOWER_IS_BETTER);
        assertThat(comparison.rows())
                .filteredOn(r -> r.verdict() == Verdict.WORSE)
                .extracting(Comparison.Row::name)
                .containsExactly("line 6");
        assertThat(comparison.rows())
                .filteredOn(r -> r.verdict() == Verdict.BETTER)
                .isEmpty();
        assertThat(comparison.rows().getLast().rank()).hasValue(6);
        assertThat(comparison.difference().orElseThrow().pValue()).isLessThan(0.001);
    }

    @Test
    void rows_hold_the_gaps_to_the_best_and_to_the_median_of_the_groups() {
        Comparison comparison = Comparison.of(
                List.of(
                        new Group("a", new double[] {8, 9, 10, 11, 12}),
                        new Group("b", new double[] {18, 19, 20, 21, 22}),
                        new Group("c", new double[] {28, 29, 40, 41, 42})),
                Statistic.MEDIAN,
                Direction.HIGHER_IS_BETTER);
        assertThat(comparison.best()).hasValue("c");
        assertThat(comparison.median()).hasValue(20);
        Comparison.Row worst = comparison.rows().getLast();
        assertThat(worst.name()).isEqualTo("a");
        assertThat(worst.rank()).hasValue(3);
        assertThat(worst.gapToBest().orElseThrow().units()).isEqualTo(-30);
        assertThat(worst.gapToBest().orElseThrow().percent()).hasValue(-75);
        assertThat(worst.gapToMedian().orElseThrow().percent()).hasValue(-50);
        // deviations of the medians from 20: 10 0 20, their median 10
        assertThat(worst.robustZ().getAsDouble()).isCloseTo(-10 / 14.826, within(1e-9));
        assertThat(worst.spread().orElseThrow().q1()).isEqualTo(9);
        assertThat(worst.interval().note())
                .hasValueSatisfying(note -> assertThat(note).contains("at least 6"));
    }

    @Test
    void ratios_are_those_of_sums_whatever_the_size_of_the_batches() {
        // a small batch without scrap would halve the mean of ratios
        RatioGroup one =
                new RatioGroup("one", new double[] {10, 0, 12, 9, 11, 10}, new double[] {100, 1, 100, 100, 100, 100});
        RatioGroup two =
                new RatioGroup("two", new double[] {20, 21, 19, 22, 18}, new double[] {100, 100, 100, 100, 100});
        Comparison.Question question = Comparison.Question.of(Statistic.RATIO, Direction.LOWER_IS_BETTER);
        Comparison comparison = Comparison.ofRatios(List.of(two, one), question);
        assertThat(comparison.rows().getFirst().value().getAsDouble()).isCloseTo(52 / 501.0, within(1e-12));
        assertThat(comparison.rows().getFirst().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.rows().getFirst().spread()).isEmpty();
        RatioGroup none = new RatioGroup("none", new double[5], new double[5]);
        Comparison.Row unranked =
                Comparison.ofRatios(List.of(one, two, none), question).rows().getLast();
        assertThat(unranked.note()).hasValue("Not computed because the denominators sum to 0.");
        assertThatThrownBy(() -> Comparison.of(lines(5, 2, 1), question)).hasMessageContaining("Give pairs");
        assertThatThrownBy(() -> new RatioGroup("x", new double[] {1}, new double[] {-1}))
                .isInstanceOf(BadData.class);
    }

    @Test
    void interval_of_a_ratio_holds_the_ratio_that_its_test_does_not_reject() {
        SplittableRandom random = new SplittableRandom(4);
        double[] d = random.doubles(60).map(u -> 1 + 9 * u).toArray();
        double[] n = IntStream.range(0, 60)
                .mapToDouble(i -> 0.3 * d[i] + random.nextDouble())
                .toArray();
        RatioEstimate ratio = RatioEstimate.of(n, d);
        Interval interval = ratio.interval(0.95);
        assertThat(Math.abs(ratio.score(interval.low().getAsDouble()))).isCloseTo(1.96, within(1e-3));
        assertThat(Math.abs(ratio.score(interval.high().getAsDouble()))).isCloseTo(1.96, within(1e-3));
    }

    @Test
    void geometric_means_are_compared_on_the_scale_of_logarithms() {
        Comparison comparison = Comparison.of(
                List.of(
                        new Group("a", new double[] {1, 10, 100, 10, 10}),
                        new Group("b", new double[] {1000, 100, 10, 100, 100}),
                        new Group("c", new double[] {1, 2, 0, 3, 4})),
                Statistic.GEOMETRIC_MEAN,
                Direction.LOWER_IS_BETTER);
        assertThat(comparison.rows().getFirst().value().getAsDouble()).isCloseTo(10, within(1e-9));
        assertThat(comparison.rows().getLast().note())
                .hasValueSatisfying(note -> assertThat(note).contains("above 0"));
    }

    @Test
    void landmarks_and_percentile_ranks_follow_the_direction() {
        List<Group> groups = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> new Group("g" + i, new double[] {10 * i - 1, 10 * i, 10 * i, 10 * i, 10 * i + 1}))
                .toList();
        Comparison lower = Comparison.of(groups, Statistic.MEDIAN, Direction.LOWER_IS_BETTER);
        Comparison.Landmarks landmarks = lower.landmarks().orElseThrow();
        // the best tenth is never the single best
        assertThat(new double[] {landmarks.bottom(), landmarks.median(), landmarks.top(), landmarks.bestTenth()})
                .containsExactly(40, 30, 20, 15);
        assertThat(lower.rows().getFirst().percentileRank()).hasValue(100);
        assertThat(lower.rows().get(1).percentileRank()).hasValue(75);
        Comparison higher = Comparison.of(groups, Statistic.MEDIAN, Direction.HIGHER_IS_BETTER);
        assertThat(higher.landmarks().orElseThrow().top()).isEqualTo(40);
        assertThat(higher.rows().getFirst().name()).isEqualTo("g5");
        assertThat(higher.rows().getFirst().expectedRank().orElseThrow().value())
                .isCloseTo(1, within(0.01));
        assertThat(higher.heterogeneity().orElseThrow().rankability()).isGreaterThan(0.99);
    }

    @Test
    void small_groups_are_shown_but_neither_ranked_nor_used_as_reference() {
        List<Group> groups = new ArrayList<>(lines(50, 3, 1));
        groups.add(new Group("new shop", new double[] {0.01, 0.02}));
        groups.add(new Group("empty shop", new double[0]));
        Comparison comparison = Comparison.of(groups, Statistic.MEDIAN, Direction.LOWER_IS_BETTER);
        assertThat(comparison.best()).isNotEqualTo("new shop");
        Comparison.Row empty = comparison.rows().get(3);
        Comparison.Row small = comparison.rows().get(4);
        assertThat(small.name()).isEqualTo("new shop");
        assertThat(small.value()).hasValue(0.015);
        assertThat(small.verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(small.rank()).isEmpty();
        assertThat(small.note()).hasValueSatisfying(note -> assertThat(note).contains("fewer than 5"));
        assertThat(empty.value()).isEmpty();
        assertThat(empty.n()).isZero();
        assertThat(comparison.median())
                .isEqualTo(Comparison.of(groups.subList(0, 3), Statistic.MEDIAN, Direction.NONE)
                        .median());
    }

    @Test
    void without_a_direction_nothing_is_best_or_better() {
        Comparison comparison = Comparison.of(lines(400, 6, 1.5), Statistic.MEDIAN, Direction.NONE);
        assertThat(comparison.best()).isEmpty();
        assertThat(comparison.rows()).allSatisfy(r -> {
            assertThat(r.rank()).isEmpty();
            assertThat(r.gapToBest()).isEmpty();
        });
        assertThat(comparison.rows().getLast().verdict()).isEqualTo(Verdict.HIGHER);
    }

    @Test
    void the_result_does_not_depend_on_any_order() {
        List<Group> groups = new ArrayList<>(lines(40, 8, 1.7));
        Comparison once = Comparison.of(groups, Statistic.P90, Direction.LOWER_IS_BETTER);
        Collections.shuffle(groups, new Random(1));
        groups.replaceAll(g -> new Group(g.name(), reversed(g.values())));
        assertThat(Comparison.of(groups, Statistic.P90, Direction.LOWER_IS_BETTER))
                .isEqualTo(once);
    }

    @Test
    void groups_that_are_constant_are_compared_or_said_not_to_be() {
        double[] three = {3, 3, 3, 3, 3, 3, 3, 3};
        List<Group> equal = List.of(new Group("a", three), new Group("b", three));
        Comparison same = Comparison.of(equal, Statistic.MEDIAN, Direction.LOWER_IS_BETTER);
        assertThat(same.rows()).allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE));
        assertThat(same.difference()).isEmpty();
        assertThat(same.notes()).containsExactly("Not tested for any difference because all values are equal.");
        Comparison means = Comparison.of(equal, Statistic.MEAN, Direction.LOWER_IS_BETTER);
        assertThat(means.rows().getFirst().note())
                .hasValueSatisfying(note -> assertThat(note).contains("all values are equal"));

        double[] nine = {9, 9, 9, 9, 9, 9, 9, 9};
        Comparison apart = Comparison.of(
                List.of(new Group("a", three), new Group("b", three), new Group("c", nine)),
                Statistic.MEDIAN,
                Direction.LOWER_IS_BETTER);
        assertThat(apart.rows().getLast().verdict()).isEqualTo(Verdict.WORSE);
        assertThat(apart.rows().getFirst().robustZ()).isEmpty();
    }

    @Test
    void one_group_is_described_and_the_missing_comparison_explained() {
        Comparison comparison = Comparison.of(lines(30, 1, 1), Statistic.MEDIAN, Direction.LOWER_IS_BETTER);
        assertThat(comparison.notes()).singleElement().asString().contains("fewer than two groups");
        assertThat(comparison.rows().getFirst().interval().complete()).isTrue();
        assertThat(comparison.rows().getFirst().verdict()).isEqualTo(Verdict.NOT_RANKED);
    }

    @Test
    void bad_groups_are_refused_by_name() {
        assertThatThrownBy(() -> new Group("depot 4", new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("Value 2 of group \"depot 4\" is Infinity");
        Group a = new Group("a", new double[] {1});
        assertThatThrownBy(() -> Comparison.of(List.of(a, a), Statistic.MEAN, Direction.NONE))
                .hasMessageContaining("Two groups are named \"a\"");
        assertThatThrownBy(() -> Comparison.of(List.of(), Statistic.MEAN, Direction.NONE))
                .hasMessageContaining("no groups");
        assertThatThrownBy(() -> Statistic.parse("p0")).hasMessageContaining("such as p90");
        assertThatThrownBy(() -> Statistic.parse("best")).isInstanceOf(BadData.class);
    }

    @Test
    void statistics_are_read_as_they_are_written() {
        for (Statistic s : List.of(Statistic.MEAN, Statistic.MEDIAN, Statistic.P90, Statistic.percentile(0.999))) {
            assertThat(Statistic.parse(s.name())).isEqualTo(s);
        }
        assertThat(Statistic.percentile(0.999).name()).isEqualTo("p99.9");
        assertThat(Statistic.parse("P50")).isEqualTo(Statistic.MEDIAN);
    }

    /** Skewed times at lines of one kind; the last is slower by a factor. */
    private static List<Group> lines(int n, int count, double factor) {
        SplittableRandom random = new SplittableRandom(20);
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Group(
                        "line " + i,
                        random.doubles(n)
                                .map(u -> (i == count ? factor : 1) * (1 - Math.log(u)))
                                .toArray()))
                .toList();
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }
}
