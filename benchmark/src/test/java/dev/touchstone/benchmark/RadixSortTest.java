package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RadixSortTest {
    @Test
    void numbers_of_every_kind_come_into_the_order_of_double_compare() {
        Random random = new Random(1);
        for (int n : new int[] {0, 1, 50, 2000, 5000, 20_000}) {
            double[] values = random.doubles(n)
                    .map(v -> switch (random.nextInt(6)) {
                        case 0 -> -v;
                        case 1 -> Math.rint(10 * v);
                        case 2 -> v * Double.MIN_NORMAL;
                        case 3 -> -0.0;
                        case 4 -> (v - 0.5) * 1e300;
                        default -> v;
                    })
                    .toArray();
            double[] expected = values.clone();
            Arrays.sort(expected);
            RadixSort.sort(values);
            assertThat(values).isEqualTo(expected);
        }
    }

    @Test
    void equal_numbers_stay_equal() {
        double[] values = new double[3000];
        Arrays.fill(values, 7.5);
        RadixSort.sort(values);
        assertThat(values).containsOnly(7.5);
    }

    /** Pooled ranks in buckets against ranks counted one by one. */
    @Test
    void pooled_ranks_are_those_of_all_values_together() {
        Random random = new Random(3);
        for (boolean tied : new boolean[] {false, true}) {
            List<double[]> samples = new ArrayList<>();
            for (int g = 0; g < 30; g++) {
                double[] values = random.doubles(g == 4 ? 0 : 100 * g)
                        .map(v -> tied ? Math.rint(20 * v * v) : v)
                        .toArray();
                Arrays.sort(values);
                samples.add(values);
            }
            double[] all =
                    samples.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            Ranks ranks = Ranks.of(samples);
            assertThat(ranks.n()).isEqualTo(all.length);
            for (int g = 0; g < samples.size(); g++) {
                double sum = 0;
                for (double v : samples.get(g)) {
                    int first = Arrays.binarySearch(all, v);
                    while (first > 0 && all[first - 1] == v) {
                        first--;
                    }
                    int last = first;
                    while (last < all.length - 1 && all[last + 1] == v) {
                        last++;
                    }
                    sum += (first + last) / 2.0 + 1;
                }
                assertThat(ranks.sums()[g]).isCloseTo(sum, within(1e-6));
            }
        }
    }
}
