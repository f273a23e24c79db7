package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilson_gives_the_table_of_newcombe_1998(long k, long n, double low, double high) {
        assertBounds(Interval.wilson(k, n, 0.95), low, high, 5e-5);
    }

    @Test
    void byar_gives_the_known_answer() {
        assertBounds(Interval.byar(65, 0.95), 50.16319, 82.84914, 5e-6);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3.6889", "1, 0.0253, 5.5716", "3, 0.6187, 8.7673", "9, 4.1154, 17.0848"})
    void small_counts_get_the_exact_poisson_interval(long count, double low, double high) {
        Interval interval = Interval.ofCount(count, 0.95);
        assertThat(interval.method()).isEqualTo("exact Poisson");
        assertBounds(interval, low, high, 5e-5);
    }

    @Test
    void larger_counts_get_byars_interval_close_to_the_exact_one() {
        assertThat(Interval.ofCount(10, 0.95).method()).isEqualTo("Byar");
        Interval exact = Interval.exactPoisson(40, 0.95);
        assertBounds(
                Interval.byar(40, 0.95), exact.low().getAsDouble(), exact.high().getAsDouble(), 0.02);
    }

    @Test
    void mean_gets_students_interval() {
        // t(2; 0.975) = 4.30265
        assertBounds(
                Interval.ofMean(new double[] {1, 2, 3}, 0.95),
                2 - 4.30265 / Math.sqrt(3),
                2 + 4.30265 / Math.sqrt(3),
                1e-5);
        assertThat(Interval.ofMean(new double[] {1}, 0.95).note())
                .hasValueSatisfying(note -> assertThat(note).contains("at least 2 are needed"));
    }

    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "100, 40, 61"})
    void interval_of_the_median_has_the_tabled_ranks(int n, double low, double high) {
        assertBounds(Interval.ofQuantile(ranks(n), 0.5, 0.95), low, high, 0);
    }

    @Test
    void upper_bound_of_p90_needs_29_values() {
        Interval few = Interval.ofQuantile(ranks(28), 0.9, 0.95);
        assertThat(few.high()).isEmpty();
        assertThat(few.low()).isPresent();
        assertThat(few.note())
                .hasValue("28 values give no upper bound of p90 with 95 % confidence: at least 29 are needed.");
        Interval enough = Interval.ofQuantile(ranks(29), 0.9, 0.95);
        assertThat(enough.high()).hasValue(29);
        assertThat(enough.note()).isEmpty();
    }

    @Test
    void lower_bound_of_p10_mirrors_the_upper_bound_of_p90() {
        assertThat(Interval.ofQuantile(ranks(28), 0.1, 0.95).note())
                .hasValueSatisfying(note -> assertThat(note).contains("no lower bound of p10", "at least 29"));
        assertThat(Interval.ofQuantile(ranks(29), 0.1, 0.95).low()).hasValue(1);
    }

    @Test
    void five_values_give_no_interval_of_the_median() {
        assertThat(Interval.ofQuantile(ranks(5), 0.5, 0.95))
                .isEqualTo(Interval.none(
                        0.95,
                        "order statistics",
                        "5 values give no interval of median with 95 % confidence: at least 6 are needed."));
    }

    @Test
    void order_statistics_cover_at_least_what_they_claim_and_no_narrower_pair_would() {
        for (int n = 6; n <= 400; n++) {
            for (double p : new double[] {0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
                Interval interval = Interval.ofQuantile(ranks(n), p, 0.95);
                if (interval.complete()) {
                    int low = (int) interval.low().getAsDouble();
                    int high = (int) interval.high().getAsDouble();
                    assertThat(coverage(n, p, low, high)).as("n %d p %s", n, p).isGreaterThanOrEqualTo(0.95);
                    assertThat(coverage(n, p, low + 1, high - 1))
                            .as("n %d p %s", n, p)
                            .isLessThan(0.95);
                }
            }
        }
    }

    @Test
    void impossible_counts_and_levels_are_refused() {
        assertThatThrownBy(() -> Interval.wilson(3, 2, 0.95)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> Interval.byar(-1, 0.95)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> Interval.byar(1, 95)).hasMessageContaining("such as 0.95");
        assertThat(Interval.wilson(0, 0, 0.95).note()).isPresent();
    }

    private static double coverage(int n, double p, int low, int high) {
        BinomialDistribution below = BinomialDistribution.of(n, p);
        return high <= low ? 0 : below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1);
    }

    private static double[] ranks(int n) {
        return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
    }

    private static void assertBounds(Interval interval, double low, double high, double tolerance) {
        assertThat(interval.low().getAsDouble()).isCloseTo(low, within(tolerance));
        assertThat(interval.high().getAsDouble()).isCloseTo(high, within(tolerance));
    }
}
