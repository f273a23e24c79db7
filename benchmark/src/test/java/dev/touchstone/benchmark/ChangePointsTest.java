package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
    @Test
    void changes_of_the_mean_are_found_where_they_are() {
        ChangePoints found = ChangePoints.pelt(steps(new int[] {0, 60, 100, 160}, new double[] {0, 4, 1, 6}, 220, 3));
        assertThat(found.changes()).containsExactly(60, 100, 160);
        assertThat(found.segments().get(1).mean()).isCloseTo(4, within(0.5));
    }

    @Test
    void the_segments_are_the_best_of_all_that_there_are() {
        Random random = new Random(8);
        for (int round = 0; round < 300; round++) {
            double[] x = random.doubles(1 + random.nextInt(30))
                    .map(v -> Math.floor(8 * v))
                    .toArray();
            double penalty = 20 * random.nextDouble();
            assertThat(cost(x, MeanChanges.starts(x, penalty), penalty)).isCloseTo(bestCost(x, penalty), within(1e-9));
        }
    }

    @Test
    void changes_of_the_variance_alone_are_found() {
        Random random = new Random(5);
        double[] x = IntStream.range(0, 300)
                .mapToDouble(i -> random.nextGaussian() * (i < 150 ? 1 : 4))
                .toArray();
        assertThat(ChangePoints.peltMeanAndVariance(x, 3 * Math.log(300)).changes())
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(140, 160));
    }

    @Test
    void a_change_of_shape_is_found_by_energy_distance() {
        Random random = new Random(6);
        double[] x = IntStream.range(0, 200)
                .mapToDouble(i ->
                        i < 100 ? random.nextGaussian() : (random.nextBoolean() ? 2 : -2) + 0.2 * random.nextGaussian())
                .toArray();
        ChangePoints found = ChangePoints.eDivisive(x, 30, 0.05, 1);
        assertThat(found.changes())
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(92, 108));
        assertThat(found.segments().get(1).pValue().orElseThrow()).isLessThanOrEqualTo(0.05);
        assertThat(ChangePoints.eDivisive(x, 30, 0.05, 1)).isEqualTo(found);
    }

    @Test
    void a_change_that_is_taken_back_is_found_twice() {
        assertThat(ChangePoints.eDivisive(steps(new int[] {0, 60, 100}, new double[] {0, 4, 0}, 160, 9), 20, 0.05, 1)
                        .changes())
                .containsExactly(60, 100);
    }

    @Test
    void noise_alone_seldom_makes_a_change() {
        long alarms = IntStream.range(0, 1000)
                .filter(seed -> !ChangePoints.pelt(steps(new int[] {0}, new double[] {0}, 100, seed))
                        .changes()
                        .isEmpty())
                .count();
        assertThat(alarms).isLessThan(50);
        long divided = IntStream.range(0, 100)
                .filter(seed -> !ChangePoints.eDivisive(steps(new int[] {0}, new double[] {0}, 80, seed), 20, 0.05, 1)
                        .changes()
                        .isEmpty())
                .count();
        assertThat(divided).isLessThan(11);
    }

    @Test
    void constant_series_and_single_points_have_no_change() {
        assertThat(ChangePoints.pelt(new double[50]).changes()).isEmpty();
        assertThat(ChangePoints.pelt(new double[] {3}).segments()).hasSize(1);
        assertThat(ChangePoints.peltMeanAndVariance(new double[50], 10).changes())
                .isEmpty();
        assertThat(ChangePoints.peltMeanAndVariance(new double[] {3}, 10).changes())
                .isEmpty();
        assertThat(ChangePoints.eDivisive(new double[] {1, 2, 3}, 30, 0.05, 1).notes())
                .containsExactly("Not divided because 3 points do not make two segments of 30.");
    }

    @Test
    void a_series_that_is_mostly_flat_still_shows_its_steps() {
        double[] x = IntStream.range(0, 100).mapToDouble(i -> i < 50 ? 0 : 10).toArray();
        assertThat(ChangePoints.pelt(x).changes()).containsExactly(50);
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatThrownBy(() -> ChangePoints.pelt(new double[] {1, 2}, -1)).hasMessageContaining("0 or more");
        assertThatThrownBy(() -> ChangePoints.eDivisive(new double[2501], 30, 0.05, 1))
                .hasMessageContaining("use PELT");
        assertThatThrownBy(() -> ChangePoints.pelt(new double[] {1, Double.NaN}))
                .isInstanceOf(BadData.class);
    }

    private static double[] steps(int[] starts, double[] means, int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        for (int k = 0; k < starts.length; k++) {
            for (int i = starts[k]; i < (k + 1 < starts.length ? starts[k + 1] : n); i++) {
                x[i] = means[k] + 0.7 * random.nextGaussian();
            }
        }
        return x;
    }

    private static double cost(double[] x, int[] starts, double penalty) {
        double cost = -penalty;
        for (int k = 0; k < starts.length; k++) {
            cost += penalty + squares(x, starts[k], k + 1 < starts.length ? starts[k + 1] : x.length);
        }
        return cost;
    }

    /** Optimal partitioning without any pruning. */
    private static double bestCost(double[] x, double penalty) {
        double[] best = new double[x.length + 1];
        best[0] = -penalty;
        for (int t = 1; t <= x.length; t++) {
            best[t] = Double.POSITIVE_INFINITY;
            for (int s = 0; s < t; s++) {
                best[t] = Math.min(best[t], best[s] + penalty + squares(x, s, t));
            }
        }
        return best[x.length];
    }

    private static double squares(double[] x, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += x[i] / (to - from);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (x[i] - mean) * (x[i] - mean);
        }
        return sum;
    }
}
