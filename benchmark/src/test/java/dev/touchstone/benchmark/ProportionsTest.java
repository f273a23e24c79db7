package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ProportionsTest {
    @Test
    void the_bad_lot_stands_out_and_it_alone() {
        List<Count> lots = new ArrayList<>(lots(20, 1000, 0.01, 0, 4));
        lots.set(7, new Count("lot 7", 90, 1000));
        Proportions proportions = Proportions.of(lots, Direction.LOWER_IS_BETTER);
        Proportions.Row first = proportions.rows().getFirst();
        assertThat(first.name()).isEqualTo("lot 7");
        assertThat(first.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(first.position()).hasValue(Funnel.Position.ABOVE_99_8);
        assertThat(first.share()).hasValue(0.09);
        assertThat(proportions.rows().stream().skip(1))
                .allSatisfy(r -> assertThat(r.verdict()).isEqualTo(Verdict.NOT_DISTINGUISHABLE));
    }

    @Test
    void one_bad_lot_of_three_is_not_hidden_by_the_dispersion_it_makes() {
        Proportions proportions = Proportions.of(
                List.of(new Count("a", 10, 1000), new Count("b", 10, 1000), new Count("c", 90, 1000)),
                Direction.LOWER_IS_BETTER);
        assertThat(proportions.rows().getFirst().verdict()).isEqualTo(Verdict.WORSE);
        Dispersion dispersion = proportions.dispersion().orElseThrow();
        assertThat(dispersion.applied()).isFalse();
        assertThat(dispersion.note())
                .hasValueSatisfying(note -> assertThat(note).contains("at least 10"));
    }

    @Test
    void over_dispersion_widens_the_funnel_so_that_big_units_are_not_all_called_out() {
        List<Count> hospitals = lots(60, 50_000, 0.1, 0.01, 9);
        Proportions proportions = Proportions.of(hospitals, Direction.LOWER_IS_BETTER);
        Dispersion dispersion = proportions.dispersion().orElseThrow();
        assertThat(dispersion.applied()).isTrue();
        // sd of the true shares 0.01 against a standard error of 0.00134
        assertThat(dispersion.phi()).isBetween(25.0, 60.0);
        assertThat(proportions.rows())
                .filteredOn(r -> r.verdict() != Verdict.NOT_DISTINGUISHABLE)
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void additive_over_dispersion_gives_large_units_the_most_room() {
        double[] scores =
                IntStream.range(0, 20).mapToDouble(i -> i % 2 == 0 ? 3 : -3).toArray();
        double[] variances = IntStream.range(0, 20).mapToDouble(i -> 0.04).toArray();
        Dispersion additive = Dispersion.of(scores, variances, Dispersion.Model.ADDITIVE);
        assertThat(additive.phi()).isCloseTo(9, within(1e-12));
        // (20 x 9 - 19) / (500 - 25)
        assertThat(additive.tau2()).isCloseTo(161.0 / 475, within(1e-12));
        assertThat(additive.widening(0.04)).isCloseTo(Math.sqrt(1 + 161.0 / 475 / 0.04), within(1e-12));
        assertThat(additive.widening(4)).isLessThan(1.05);
        assertThat(Dispersion.of(scores, variances, Dispersion.Model.MULTIPLICATIVE)
                        .widening(4))
                .isCloseTo(3, within(1e-12));
    }

    @Test
    void limits_are_exact_prediction_limits() {
        Proportions proportions = Proportions.of(
                List.of(new Count("a", 5, 100), new Count("b", 15, 100), new Count("c", 10, 100)), Direction.NONE);
        Funnel funnel = proportions.rows().getFirst().limits().orElseThrow();
        BinomialDistribution counts = BinomialDistribution.of(100, 0.1);
        assertThat(counts.cumulativeProbability((int) Math.floor(100 * funnel.high95())))
                .isBetween(0.95, 0.975);
        assertThat(counts.cumulativeProbability((int) Math.ceil(100 * funnel.high95())))
                .isGreaterThanOrEqualTo(0.975);
        assertThat(counts.cumulativeProbability((int) Math.ceil(100 * funnel.low998())))
                .isGreaterThanOrEqualTo(0.001);
        assertThat(funnel.low998()).isLessThan(funnel.low95());
        assertThat(funnel.high998()).isGreaterThan(funnel.high95());
    }

    @Test
    void small_lots_are_drawn_to_the_common_share_so_that_they_do_not_top_the_table() {
        List<Count> lots = new ArrayList<>(lots(40, 2000, 0.05, 0.015, 2));
        lots.add(new Count("tiny", 2, 4));
        Proportions proportions = Proportions.of(lots, Direction.LOWER_IS_BETTER);
        Proportions.Row tiny = proportions.rows().getFirst();
        assertThat(tiny.name()).isEqualTo("tiny");
        assertThat(tiny.shrunken().getAsDouble()).isCloseTo(0.05, within(0.02));
        assertThat(tiny.expectedRank().orElseThrow().high()
                        - tiny.expectedRank().orElseThrow().low())
                .isGreaterThan(20);
        Proportions.Row second = proportions.rows().get(1);
        assertThat(second.shrunken().getAsDouble()).isCloseTo(second.share().getAsDouble(), within(0.01));
        assertThat(proportions.rankability().getAsDouble()).isGreaterThan(0.7);
    }

    @Test
    void a_denominator_of_zero_is_shown_and_explained() {
        Proportions proportions = Proportions.of(
                List.of(new Count("none", 0, 0), new Count("a", 1, 50), new Count("b", 2, 50)),
                Direction.LOWER_IS_BETTER);
        Proportions.Row none = proportions.rows().getLast();
        assertThat(none.name()).isEqualTo("none");
        assertThat(none.share()).isEmpty();
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(none.note()).hasValueSatisfying(note -> assertThat(note).contains("denominator is 0"));
        assertThat(proportions.target().getAsDouble()).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void shares_that_are_all_zero_or_alone_are_not_compared() {
        Proportions zero = Proportions.of(List.of(new Count("a", 0, 10), new Count("b", 0, 90)), Direction.NONE);
        assertThat(zero.notes()).containsExactly("Not compared because the share is the same everywhere.");
        assertThat(zero.rows())
                .allSatisfy(r -> assertThat(r.interval().complete()).isTrue());
        Proportions one = Proportions.of(List.of(new Count("a", 3, 10)), Direction.NONE);
        assertThat(one.rows().getFirst().verdict()).isEqualTo(Verdict.NOT_RANKED);
        assertThat(Proportions.of(List.of(new Count("a", 0, 0)), Direction.NONE).target())
                .isEmpty();
    }

    @Test
    void impossible_counts_are_refused_by_name() {
        assertThatThrownBy(() -> new Count("lot 3", 5, 4)).hasMessageContaining("The count of \"lot 3\" is 5 of 4");
        assertThatThrownBy(() -> Proportions.of(List.of(), Direction.NONE)).isInstanceOf(BadData.class);
        Count a = new Count("a", 1, 2);
        assertThatThrownBy(() -> Proportions.of(List.of(a, a), Direction.NONE))
                .hasMessageContaining("Two groups are named \"a\"");
    }

    /** Binomial counts about shares that themselves vary by {@code sd}. */
    private static List<Count> lots(int count, int n, double share, double sd, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double p = share + sd * random.nextGaussian();
                    long k = IntStream.range(0, n)
                            .filter(j -> random.nextDouble() < p)
                            .count();
                    return new Count("lot " + i, k, n);
                })
                .toList();
    }
}
