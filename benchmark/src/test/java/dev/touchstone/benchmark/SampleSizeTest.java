package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSizeTest {
    /** Against R's power.t.test: 63.77 and 22.02 in each group. */
    @Test
    void means_need_what_student_needs() {
        assertThat(SampleSize.of(0.8).means(1, 0.5)).isEqualTo(64);
        assertThat(SampleSize.of(0.9).means(1, -1)).isEqualTo(23);
        assertThat(NoncentralT.survival(0, 10, 0)).isCloseTo(0.5, within(1e-9));
    }

    /** Against R's power.prop.test: 76.7 in each group. */
    @Test
    void shares_need_what_the_normal_test_needs() {
        assertThat(SampleSize.of(0.9).shares(0.5, 0.75)).isEqualTo(77);
    }

    /** Events of rates 1 and 1.5: 78.4 of exposure in each group, by (1.96 sqrt(2.5) + 0.8416 sqrt(2.5))^2 / 0.25. */
    @Test
    void rates_need_exposure() {
        assertThat(SampleSize.of(0.8).rates(1, 1.5)).isCloseTo(78.49, within(0.01));
    }

    /** 29 without a miss certify a 90th percentile (NFPA 1710), as do 46 with one, 61 with two; 59 and 93 a 95th (Wilks). */
    @ParameterizedTest
    @CsvSource({"0.9, 0, 29", "0.9, 1, 46", "0.9, 2, 61", "0.95, 0, 59", "0.95, 1, 93", "0.99, 0, 299"})
    void percentiles_need_enough_values_to_be_certified(double probability, int misses, long needed) {
        assertThat(SampleSize.percentile(probability, 0.95, misses)).isEqualTo(needed);
    }

    @Test
    void clusters_need_more() {
        assertThat(SampleSize.designEffect(20, 0.05)).isCloseTo(1.95, within(1e-12));
        assertThat(SampleSize.designEffect(1, 1)).isEqualTo(1);
    }

    /** The change of a unit over 4 periods before and 4 after has half its variance; errors that go together take more. */
    @Test
    void units_need_fewer_where_each_has_more_periods() {
        SampleSize size = SampleSize.of(0.8);
        assertThat(size.units(4, 4, 1, 0, 0.5)).isEqualTo(size.means(Math.sqrt(0.5), 0.5));
        assertThat(size.units(4, 4, 1, 0.5, 0.5)).isGreaterThan(size.units(4, 4, 1, 0, 0.5));
        assertThat(size.units(12, 12, 1, 0.3, 0.5)).isLessThan(size.units(4, 4, 1, 0.3, 0.5));
    }

    /** By hand: errors e1 before, e2 and e3 after, neighbours going together by 0.5. */
    @Test
    void the_variance_of_a_change_counts_each_pair_of_periods() {
        // var((e2 + e3) / 2) = (1 + 1 + 2 * 0.5) / 4, var(e1) = 1, cov = (0.5 + 0.25) / 2
        assertThat(SampleSize.changeVariance(1, 2, 0.5)).isCloseTo(0.75 + 1 - 0.75, within(1e-12));
        assertThat(SampleSize.changeVariance(5, 4, 0)).isCloseTo(0.2 + 0.25, within(1e-12));
    }

    @Test
    void a_series_shows_smaller_effects_the_longer_it_is() {
        SampleSize size = SampleSize.of(0.8);
        double effect = size.smallestEffect(24, 12, 1, 0);
        assertThat(size.smallestEffect(48, 12, 1, 0)).isLessThan(effect);
        assertThat(size.smallestEffect(24, 12, 1, 0.5)).isGreaterThan(effect);
        assertThat(size.smallestEffect(24, 12, 3, 0)).isCloseTo(3 * effect, within(1e-9));
        assertThat(SampleSize.of(0.9).smallestEffect(24, 12, 1, 0)).isGreaterThan(effect);
        long after = size.periodsAfter(48, 1, 0.2, 1.8);
        assertThat(size.smallestEffect(48, (int) after, 1, 0.2)).isLessThanOrEqualTo(1.8);
        assertThat(size.smallestEffect(48, (int) after - 1, 1, 0.2)).isGreaterThan(1.8);
    }

    @Test
    void what_cannot_be_planned_is_said() {
        assertThatThrownBy(() -> SampleSize.of(0.8).means(1, 0))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("The difference to be shown is 0.0.");
        assertThatThrownBy(() -> SampleSize.of(1.2)).hasMessageContaining("The power is 1.2");
        assertThatThrownBy(() -> SampleSize.of(0.8).shares(0, 0.5)).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> SampleSize.of(0.8).periodsAfter(12, 1, 0.2, 0.01))
                .hasMessageContaining("cannot be shown after 12 periods");
        assertThatThrownBy(() -> SampleSize.designEffect(20, 1.5)).isInstanceOf(BadData.class);
    }
}
