package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void ratios_of_observed_to_expected_have_byars_interval_and_poisson_limits() {
        Rates rates = Rates.of(
                List.of(new Rates.Unit("a", 65, 50), new Rates.Unit("b", 35, 50)),
                Direction.LOWER_IS_BETTER,
                0.95,
                0.05);
        Rates.Row a = rates.rows().getFirst();
        assertThat(a.ratio()).isEqualTo(1.3);
        assertThat(a.interval().low().getAsDouble()).isCloseTo(50.16319 / 50, within(1e-6));
        assertThat(rates.target()).isEqualTo(1);
        Funnel funnel = a.limits().orElseThrow();
        PoissonDistribution counts = PoissonDistribution.of(50);
        assertThat(counts.cumulativeProbability((int) Math.ceil(50 * funnel.high998())))
                .isGreaterThanOrEqualTo(0.999);
        assertThat(counts.cumulativeProbability((int) Math.floor(50 * funnel.low95())))
                .isLessThanOrEqualTo(0.035);
    }

    @Test
    void small_units_are_drawn_to_the_mean_and_large_ones_keep_their_ratio() {
        PoissonSamplerOfUnits units = new PoissonSamplerOfUnits(3);
        List<Rates.Unit> all = IntStream.range(0, 40)
                .mapToObj(i -> units.unit("u" + i, i % 2 == 0 ? 5 : 500, 0.8 + 0.4 * (i % 5) / 4))
                .toList();
        Rates rates = Rates.of(all, Direction.LOWER_IS_BETTER, 0.95, 0.05);
        for (Rates.Row row : rates.rows()) {
            double kept = (row.shrunken().getAsDouble() - rates.target()) / (row.ratio() - rates.target());
            assertThat(kept).isBetween(0.0, 1.0);
            if (row.expected() > 100) {
                assertThat(kept).isGreaterThan(0.8);
            } else {
                assertThat(kept).isLessThan(0.5);
            }
        }
        assertThat(rates.rows().getFirst().expected()).isLessThan(100);
        assertThat(rates.rankability().getAsDouble()).isBetween(0.1, 0.99);
    }

    @Test
    void nothing_counted_or_one_unit_is_not_compared() {
        Rates zero = Rates.of(
                List.of(new Rates.Unit("a", 0, 3), new Rates.Unit("b", 0, 4)), Direction.LOWER_IS_BETTER, 0.95, 0.05);
        assertThat(zero.notes()).containsExactly("Not compared because nothing was counted anywhere.");
        assertThat(Rates.of(List.of(new Rates.Unit("a", 2, 3)), Direction.NONE, 0.95, 0.05)
                        .rows()
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.NOT_RANKED);
        assertThatThrownBy(() -> new Rates.Unit("a", 2, 0)).hasMessageContaining("the expectation above 0");
    }

    private record PoissonSamplerOfUnits(long seed) {
        Rates.Unit unit(String name, double expected, double ratio) {
            int count = PoissonSampler.of(RandomStream.of(seed, name.hashCode()), expected * ratio)
                    .sample();
            return new Rates.Unit(name, count, expected);
        }
    }
}
