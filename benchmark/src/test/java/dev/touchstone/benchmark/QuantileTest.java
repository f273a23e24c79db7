package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileTest {
    private static final double[] SIX = {20, 3, 8, 1, 12, 4};

    @ParameterizedTest
    @CsvSource({
        "1, 1, 3, 4, 12, 20",
        "2, 1, 3, 6, 12, 20",
        "3, 1, 3, 4, 8, 12",
        "4, 1, 2, 4, 10, 15.2",
        "5, 1.2, 3, 6, 12, 19.2",
        "6, 1, 2.5, 6, 14, 20",
        "7, 2, 3.25, 6, 11, 16",
        "8, 1, 2.8333, 6, 12.6667, 20",
        "9, 1, 2.875, 6, 12.5, 20"
    })
    void types_give_the_answers_of_r(int type, double p10, double p25, double p50, double p75, double p90) {
        Quantile quantile = new Quantile(type);
        assertThat(quantile.of(SIX, 0.1)).isCloseTo(p10, within(1e-4));
        assertThat(quantile.of(SIX, 0.25)).isCloseTo(p25, within(1e-4));
        assertThat(quantile.of(SIX, 0.5)).isCloseTo(p50, within(1e-4));
        assertThat(quantile.of(SIX, 0.75)).isCloseTo(p75, within(1e-4));
        assertThat(quantile.of(SIX, 0.9)).isCloseTo(p90, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void every_type_stays_within_the_sample_and_never_falls_as_p_grows(int type) {
        Quantile quantile = new Quantile(type);
        double before = 1;
        for (int i = 0; i <= 1000; i++) {
            double q = quantile.of(SIX, i / 1000.0);
            assertThat(q).isBetween(before, 20.0);
            before = q;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void one_value_is_every_quantile_of_itself(int type) {
        assertThat(new Quantile(type).of(new double[] {7}, 0.9)).isEqualTo(7);
    }

    @Test
    void refuses_what_is_no_type_no_probability_or_no_sample() {
        assertThatThrownBy(() -> new Quantile(10)).isInstanceOf(BadData.class).hasMessageContaining("from 1 to 9");
        assertThatThrownBy(() -> Quantile.DEFAULT.of(SIX, 1.5))
                .hasMessage("The probability is 1.5. It must lie between 0 and 1.");
        assertThatThrownBy(() -> Quantile.DEFAULT.of(new double[0], 0.5)).hasMessageContaining("has no values");
    }
}
