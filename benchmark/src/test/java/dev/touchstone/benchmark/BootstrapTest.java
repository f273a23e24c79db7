package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private final double[] skewed =
            new SplittableRandom(7).doubles(60).map(u -> -Math.log(u)).toArray();

    @Test
    void the_same_seed_gives_the_same_result_on_any_number_of_cores() throws Exception {
        Interval here = bootstrap(42).bca(0.95);
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool seven = new ForkJoinPool(7)) {
            assertThat(one.submit(() -> bootstrap(42).bca(0.95)).get()).isEqualTo(here);
            assertThat(seven.submit(() -> bootstrap(42).bca(0.95)).get()).isEqualTo(here);
        }
        assertThat(bootstrap(43).bca(0.95)).isNotEqualTo(here);
    }

    @Test
    void standard_error_of_the_mean_is_the_one_of_theory() {
        double n = skewed.length;
        double plugIn = Math.sqrt(Values.variance(skewed, Values.mean(skewed)) * (n - 1) / n / n);
        assertThat(bootstrap(1).standardError()).isCloseTo(plugIn, within(0.03 * plugIn));
    }

    @Test
    void bca_leans_to_the_side_of_the_skew() {
        Bootstrap bootstrap = bootstrap(1);
        Interval percentile = bootstrap.percentile(0.95);
        Interval bca = bootstrap.bca(0.95);
        assertThat(bca.low().getAsDouble()).isGreaterThan(percentile.low().getAsDouble());
        assertThat(bca.high().getAsDouble()).isGreaterThan(percentile.high().getAsDouble());
    }

    @Test
    void percentile_interval_follows_a_growing_transformation() {
        Interval plain = bootstrap(5).percentile(0.95);
        Interval logged =
                Bootstrap.of(skewed, x -> Math.log(Values.mean(x)), 4000, 5).percentile(0.95);
        assertThat(Math.exp(logged.low().getAsDouble())).isCloseTo(plain.low().getAsDouble(), within(1e-3));
        assertThat(Math.exp(logged.high().getAsDouble())).isCloseTo(plain.high().getAsDouble(), within(1e-3));
    }

    @Test
    void a_constant_sample_has_a_point_for_an_interval() {
        double[] constant = new double[20];
        Arrays.fill(constant, 4);
        assertThat(Bootstrap.of(constant, Values::mean, 100, 1).bca(0.95))
                .isEqualTo(Interval.of(4, 4, 0.95, "bootstrap BCa"));
    }

    @Test
    void a_statistic_that_is_not_finite_is_refused() {
        assertThatThrownBy(() -> Bootstrap.of(skewed, x -> 0.0 / 0.0, 100, 1)).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> Bootstrap.of(new double[0], Values::mean, 100, 1))
                .hasMessageContaining("no values");
        assertThatThrownBy(() -> Bootstrap.of(skewed, Values::mean, 0, 1)).hasMessageContaining("1,000 or more");
    }

    private Bootstrap bootstrap(long seed) {
        return Bootstrap.of(skewed, Values::mean, 4000, seed);
    }
}
