package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankTestsTest {
    // permeability of the placenta: Hollander and Wolfe 1973, p. 69
    private static final double[] TERM = {0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46};
    private static final double[] EARLY = {1.15, 0.88, 0.90, 0.74, 1.21};

    @Test
    void mann_whitney_gives_the_published_answer() {
        MannWhitney test = MannWhitney.of(TERM, EARLY, 0.95);
        assertThat(test.u()).isEqualTo(35);
        assertThat(test.exact()).isTrue();
        assertThat(test.pValue()).isCloseTo(0.2544, within(5e-5));
        assertThat(test.shift()).isCloseTo(0.305, within(1e-9));
        assertThat(test.shiftInterval().low().getAsDouble()).isCloseTo(-0.15, within(1e-9));
        assertThat(test.shiftInterval().high().getAsDouble()).isCloseTo(0.76, within(1e-9));
    }

    @Test
    void normal_approximation_agrees_with_the_exact_test_where_both_hold() {
        SplittableRandom random = new SplittableRandom(3);
        double[] a = random.doubles(50).toArray();
        double[] b = random.doubles(50).map(v -> v + 0.1).toArray();
        double[] more = Arrays.copyOf(b, 51);
        more[50] = 0.6;
        MannWhitney exact = MannWhitney.of(a, b, 0.95);
        MannWhitney normal = MannWhitney.of(a, more, 0.95);
        assertThat(exact.exact()).isTrue();
        assertThat(normal.exact()).isFalse();
        assertThat(normal.pValue()).isCloseTo(exact.pValue(), within(0.01));
    }

    @Test
    void shift_is_the_median_of_all_differences() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            double[] a = random.doubles(1 + random.nextInt(12))
                    .map(v -> Math.round(v * 20) - 10)
                    .toArray();
            double[] b = random.doubles(1 + random.nextInt(12))
                    .map(v -> Math.round(v * 20) - 10)
                    .toArray();
            double[] all = Arrays.stream(a)
                    .flatMap(x -> Arrays.stream(b).map(y -> x - y))
                    .toArray();
            assertThat(MannWhitney.of(a, b, 0.95).shift()).isEqualTo(Quantile.DEFAULT.of(all, 0.5));
        }
    }

    @Test
    void samples_that_are_all_equal_do_not_differ() {
        assertThat(MannWhitney.of(new double[] {2, 2, 2}, new double[] {2, 2}, 0.95)
                        .pValue())
                .isEqualTo(1);
    }

    @Test
    void kruskal_wallis_gives_the_published_answer() {
        // mucociliary efficiency: Hollander and Wolfe 1973, p. 116
        KruskalWallis test = KruskalWallis.of(List.of(
                new Group("normal", new double[] {2.9, 3.0, 2.5, 2.6, 3.2}),
                new Group("obstructive", new double[] {3.8, 2.7, 4.0, 2.4}),
                new Group("asbestosis", new double[] {2.8, 3.4, 3.7, 2.2, 2.0})));
        assertThat(test.h()).isCloseTo(0.77143, within(1e-5));
        assertThat(test.degreesOfFreedom()).isEqualTo(2);
        assertThat(test.pValue()).isCloseTo(0.68, within(1e-4));
    }

    @Test
    void kruskal_wallis_of_two_groups_is_the_mann_whitney_test_without_continuity_correction() {
        double[] a = {1, 2, 2, 3, 5, 8};
        double[] b = {2, 4, 4, 9, 10, 11, 12};
        double h =
                KruskalWallis.of(List.of(new Group("a", a), new Group("b", b))).h();
        Ranks ranks = Ranks.of(List.of(a, b));
        double u = ranks.sums()[0] - 21;
        double variance = 42 / 12.0 * (14 - ranks.ties() / (13 * 12));
        assertThat(h).isCloseTo((u - 21) * (u - 21) / variance, within(1e-9));
    }

    @Test
    void benjamini_hochberg_gives_the_known_answer_in_the_given_order() {
        assertThat(FalseDiscovery.adjust(new double[] {.04, .01, .05, .02, .03}))
                .containsExactly(new double[] {.05, .05, .05, .05, .05}, within(1e-15));
        assertThat(FalseDiscovery.adjust(new double[] {.001, .5, 1}))
                .containsExactly(new double[] {.003, .75, 1}, within(1e-15));
        assertThat(FalseDiscovery.adjust(new double[0])).isEmpty();
    }

    @Test
    void what_cannot_be_tested_is_said() {
        assertThatThrownBy(() -> KruskalWallis.of(List.of(new Group("a", new double[] {1, 2}))))
                .hasMessageContaining("two groups or more");
        assertThatThrownBy(() -> KruskalWallis.of(
                        List.of(new Group("a", new double[] {1, 1}), new Group("b", new double[] {1}))))
                .hasMessageContaining("All values are equal");
        assertThatThrownBy(() -> FalseDiscovery.adjust(new double[] {Double.NaN}))
                .hasMessageContaining("P-value 1");
    }
}
