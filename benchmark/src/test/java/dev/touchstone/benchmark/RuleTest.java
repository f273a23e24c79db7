package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTest {
    /** Series at whose last point, and at none before, the rule fires. */
    static Stream<Arguments> patterns() {
        return Stream.of(
                arguments(Rule.BEYOND_LIMITS, Rule.Side.UP, new double[] {0.1, 3, -3, 3.01}),
                arguments(Rule.TWO_OF_THREE, Rule.Side.DOWN, new double[] {2.5, -2.1, 1, -2.1}),
                arguments(Rule.FOUR_OF_FIVE, Rule.Side.UP, new double[] {1.1, 1.2, 0.9, 1.1, 1.3}),
                arguments(Rule.RUN_OF_7, Rule.Side.UP, new double[] {-1, 1, 2, 1, 2, .1, .2, .3}),
                arguments(Rule.RUN_OF_8, Rule.Side.DOWN, new double[] {0, -1, -2, -1, -2, -1, -2, -1, -1}),
                arguments(Rule.RUN_OF_9, Rule.Side.UP, new double[] {-1, 1, 1, 1, 1, 1, 1, 1, 1, 1}),
                arguments(Rule.TREND_OF_6, Rule.Side.UP, new double[] {2, -2, -1, 0, .5, 1, 1.5}),
                arguments(Rule.TREND_OF_7, Rule.Side.DOWN, new double[] {1, 2, 1.5, 1, .5, 0, -1, -2}),
                arguments(Rule.ALTERNATING_14, Rule.Side.BOTH, new double[] {1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0
                }),
                arguments(Rule.WITHIN_1_FOR_15, Rule.Side.BOTH, new double[] {
                    1, .5, -.5, .5, .9, .1, .2, .3, .4, .5, .6, .7, .8, -.9, .1, .2
                }),
                arguments(Rule.OUTSIDE_1_FOR_8, Rule.Side.BOTH, new double[] {.9, 1.1, -1.2, 2, -2, 1.5, 1.1, -1.1, 1.6
                }));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void fires_at_the_end_of_its_pattern_and_not_before(Rule rule, Rule.Side side, double[] z) {
        for (int t = 0; t < z.length - 1; t++) {
            assertThat(rule.at(z, t)).as("point %d", t).isEqualTo(Rule.Side.NONE);
        }
        assertThat(rule.at(z, z.length - 1)).isEqualTo(side);
    }

    @ParameterizedTest
    @EnumSource(
            value = Rule.class,
            names = {"TREND_OF_7", "OUTSIDE_1_FOR_8"},
            mode = EnumSource.Mode.EXCLUDE)
    void run_length_in_control_is_about_the_one_stated(Rule rule) {
        assertThat(meanRunLength(List.of(rule), 4000))
                .isCloseTo(rule.inControlRunLength(), within(0.06 * rule.inControlRunLength()));
    }

    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void run_length_of_a_set_is_about_the_one_stated(RuleSet set) {
        assertThat(meanRunLength(set.rules(), 4000))
                .isCloseTo(set.inControlRunLength(), within(0.06 * set.inControlRunLength()));
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(Rule.class)
    void run_length_in_control_is_the_one_stated(Rule rule) {
        assertThat(meanRunLength(List.of(rule), 60_000))
                .isCloseTo(rule.inControlRunLength(), within(0.015 * rule.inControlRunLength()));
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(RuleSet.class)
    void run_length_of_a_set_is_the_one_stated(RuleSet set) {
        assertThat(meanRunLength(set.rules(), 100_000))
                .isCloseTo(set.inControlRunLength(), within(0.015 * set.inControlRunLength()));
    }

    private static double meanRunLength(List<Rule> rules, int runs) {
        return IntStream.range(0, runs)
                .parallel()
                .mapToLong(run -> runLength(rules, new SplittableRandom(run * 7919L + 11)))
                .average()
                .orElseThrow();
    }

    /** Points until the first false alarm; only as much of the past is kept as a rule looks back. */
    private static long runLength(List<Rule> rules, SplittableRandom random) {
        double[] z = new double[256];
        int t = 0;
        for (long points = 1; ; points++) {
            z[t] = random.nextGaussian();
            for (Rule rule : rules) {
                if (rule.at(z, t) != Rule.Side.NONE) {
                    return points;
                }
            }
            if (++t == z.length) {
                System.arraycopy(z, z.length - 16, z, 0, 16);
                Arrays.fill(z, 16, z.length, 0);
                t = 16;
            }
        }
    }
}
