package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void tells_where_the_values_lie() {
        Summary s = Summary.of(new double[] {20, 3, 8, 1, 12, 4});
        assertThat(s.n()).isEqualTo(6);
        assertThat(s.mean()).isCloseTo(8, within(1e-12));
        assertThat(s.sd().getAsDouble()).isCloseTo(7.0710678, within(1e-7));
        assertThat(new double[] {s.min(), s.q1(), s.median(), s.q3(), s.p90(), s.max()})
                .containsExactly(1, 3.25, 6, 11, 16, 20);
        // deviations from 6: 14 3 2 5 6 2, their median 4
        assertThat(s.mad()).isCloseTo(4 * 1.4826, within(1e-12));
    }

    @Test
    void robust_scale_is_the_median_of_the_sorted_deviations() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 500; round++) {
            double[] x =
                    random.doubles(1 + round % 17).map(v -> Math.floor(v * 12)).toArray();
            Summary s = Summary.of(x);
            double[] deviations =
                    Arrays.stream(x).map(v -> Math.abs(v - s.median())).toArray();
            assertThat(s.mad()).isCloseTo(1.4826 * Quantile.DEFAULT.of(deviations, 0.5), within(1e-12));
        }
    }

    @Test
    void one_value_has_no_standard_deviation() {
        assertThat(Summary.of(new double[] {3}).sd()).isEmpty();
    }

    @Test
    void mean_keeps_its_digits_far_from_zero() {
        assertThat(Summary.of(new double[] {1e15 + 1, 1e15 + 2, 1e15 + 4}).sd().getAsDouble())
                .isCloseTo(1.5275252, within(1e-2));
        assertThat(Summary.of(new double[] {1e99, 1e99}).mean()).isEqualTo(1e99);
    }

    @Test
    void a_missing_value_is_named_by_its_place() {
        assertThatThrownBy(() -> Summary.of(new double[] {1, Double.NaN})).isInstanceOfSatisfying(BadData.class, e -> {
            assertThat(e.code()).isEqualTo("not-a-number");
            assertThat(e.detail()).isEqualTo("Value 2 of the sample is NaN.");
            assertThat(e.remedy()).startsWith("Leave missing values out");
        });
    }
}
