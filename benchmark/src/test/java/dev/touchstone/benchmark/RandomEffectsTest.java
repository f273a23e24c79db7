package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.benchmark.RandomEffects.Method;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
    /** BCG vaccine trials: cases and non-cases among the vaccinated, cases and non-cases among the others. */
    private static final int[][] BCG = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    @Test
    void the_bcg_trials_give_the_published_estimates() {
        double[] ratios = new double[13];
        double[] variances = new double[13];
        for (int i = 0; i < 13; i++) {
            int[] t = BCG[i];
            double vaccinated = t[0] + t[1];
            double others = t[2] + t[3];
            ratios[i] = Math.log(t[0] / vaccinated / (t[2] / others));
            variances[i] = 1.0 / t[0] - 1 / vaccinated + 1.0 / t[2] - 1 / others;
        }
        RandomEffects moments = RandomEffects.of(ratios, variances, Method.DERSIMONIAN_LAIRD);
        assertThat(moments.tau2()).isCloseTo(.30876026, within(5e-9));
        assertThat(moments.mean()).isCloseTo(-.71411722, within(5e-9));
        assertThat(RandomEffects.of(ratios, variances, Method.REML).tau2()).isCloseTo(.31324333, within(5e-9));
        RandomEffects exact = RandomEffects.of(ratios, variances, Method.PAULE_MANDEL);
        double q = 0;
        for (int i = 0; i < 13; i++) {
            q += Math.pow(ratios[i] - exact.mean(), 2) / (variances[i] + exact.tau2());
        }
        assertThat(q).isCloseTo(12, within(1e-9));
    }

    @Test
    void groups_that_differ_by_chance_alone_are_all_drawn_to_their_mean() {
        double[] figures = {1, 1.1, 0.9, 1};
        double[] variances = {1, 2, 1, 1};
        RandomEffects effects = RandomEffects.of(figures, variances, Method.REML);
        assertThat(effects.tau2()).isZero();
        assertThat(effects.shrunken(1.1, 2)).isEqualTo(effects.mean());
    }

    @Test
    void the_less_is_known_of_a_group_the_nearer_to_the_mean_it_is_drawn() {
        RandomEffects effects = new RandomEffects(1, 10, 0.1, 20);
        assertThat(effects.shrunken(14, 1)).isEqualTo(12);
        assertThat(effects.shrunken(14, 3)).isEqualTo(11);
    }

    @Test
    void ranks_of_groups_that_do_not_differ_are_all_in_the_middle() {
        double[] figures = {1.2, 1, 0.8, 1.05, 0.95};
        RankUncertainty ranks =
                RankUncertainty.of(figures, new double[] {1, 1, 1, 1, 1}, Direction.LOWER_IS_BETTER, 0.95, 1);
        assertThat(ranks.rankability()).isZero();
        assertThat(ranks.expected()).containsOnly(3);
    }

    @Test
    void ranks_of_groups_far_apart_are_certain() {
        double[] figures = {30, 10, 20};
        RankUncertainty ranks =
                RankUncertainty.of(figures, new double[] {.01, .01, .01}, Direction.HIGHER_IS_BETTER, 0.95, 1);
        assertThat(ranks.rankability()).isGreaterThan(0.999);
        assertThat(ranks.expected()).containsExactly(new double[] {1, 3, 2}, within(1e-6));
        assertThat(ranks.intervals()).isDeepEqualTo(new double[][] {{1, 1}, {3, 3}, {2, 2}});
    }

    @Test
    void expected_ranks_add_up_to_those_of_a_full_order() {
        Random random = new Random(3);
        double[] figures = random.doubles(40).toArray();
        double[] variances = random.doubles(40).map(v -> 0.01 + 0.2 * v).toArray();
        RankUncertainty ranks = RankUncertainty.of(figures, variances, Direction.LOWER_IS_BETTER, 0.95, 1);
        assertThat(IntStream.range(0, 40).mapToDouble(i -> ranks.expected()[i]).sum())
                .isCloseTo(820, within(1e-9));
    }

    @Test
    void variances_of_zero_are_refused_by_place() {
        assertThatThrownBy(() -> RandomEffects.of(new double[] {1, 2}, new double[] {1, 0}, Method.REML))
                .hasMessageContaining("The variance of figure 2 is 0.0");
        assertThatThrownBy(() -> RandomEffects.of(new double[] {1}, new double[] {1}, Method.REML))
                .hasMessageContaining("two groups or more");
    }
}
