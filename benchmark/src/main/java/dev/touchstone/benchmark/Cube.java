package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Leaves of a table: one for each combination of values of the dimensions that occurs, its amounts summed over the rows.
 *
 * @param dimensions names, and for each the texts that its codes stand for
 * @param codes code of each leaf in each dimension, {@code [dimension][leaf]}
 * @param amounts summed over the rows of each leaf, {@code [amount][leaf]}
 */
record Cube(List<Dimension> dimensions, int[][] codes, double[][] amounts) {
    /** A direct table is used up to this many times the number of rows, hashing beyond. */
    private static final int SPACIOUS = 4;

    record Dimension(String name, List<String> texts) {}

    int leaves() {
        return codes[0].length;
    }

    static Cube of(Samples samples, List<String> dimensions, List<String> amounts) {
        List<Dimension> named = new ArrayList<>();
        int[][] rows = new int[dimensions.size()][];
        Numbering number = new Numbering(new int[samples.rows()], 1);
        for (int d = 0; d < rows.length; d++) {
            Grouping grouping = Grouping.of(samples, List.of(dimensions.get(d)));
            named.add(new Dimension(dimensions.get(d), grouping.names()));
            rows[d] = grouping.codes();
            number = number.and(rows[d], grouping.size());
        }
        int[][] codes = new int[rows.length][number.count];
        double[][] sums = new double[amounts.size()][number.count];
        for (int d = 0; d < rows.length; d++) {
            for (int i = 0; i < samples.rows(); i++) {
                codes[d][number.of[i]] = rows[d][i];
            }
        }
        for (int a = 0; a < sums.length; a++) {
            double[] values = samples.numbers(amounts.get(a));
            for (int i = 0; i < values.length; i++) {
                sums[a][number.of[i]] += values[i];
            }
        }
        return new Cube(List.copyOf(named), codes, sums);
    }

    /** All leaves that have the same values as one of them in the dimensions of a mask. */
    int[] like(int leaf, int mask) {
        return IntStream.range(0, leaves())
                .filter(i -> {
                    boolean same = true;
                    for (int d = 0; d < codes.length; d++) {
                        same &= (mask >> d & 1) == 0 || codes[d][i] == codes[d][leaf];
                    }
                    return same;
                })
                .toArray();
    }

    /** The leaves at the given places, alone. */
    Cube only(int[] leaves) {
        int[][] chosen = new int[codes.length][];
        for (int d = 0; d < codes.length; d++) {
            chosen[d] = new int[leaves.length];
            for (int i = 0; i < leaves.length; i++) {
                chosen[d][i] = codes[d][leaves[i]];
            }
        }
        double[][] sums = new double[amounts.length][];
        Arrays.setAll(sums, a -> Evidence.choose(amounts[a], leaves));
        return new Cube(dimensions, chosen, sums);
    }

    /** Gives rows with equal codes one number, from 0 without gaps, in the order of appearance. */
    record Numbering(int[] of, int count) {

        Numbering and(int[] codes, int size) {
            long possible = (long) count * size;
            return possible <= Math.max(1 << 12, (long) SPACIOUS * of.length)
                    ? byTable(codes, size, (int) possible)
                    : byHash(codes, size);
        }

        private Numbering byTable(int[] codes, int size, int possible) {
            int[] numbers = new int[possible];
            int[] result = new int[of.length];
            int next = 0;
            for (int i = 0; i < result.length; i++) {
                int key = of[i] * size + codes[i];
                if (numbers[key] == 0) {
                    numbers[key] = ++next;
                }
                result[i] = numbers[key] - 1;
            }
            return new Numbering(result, next);
        }

        private Numbering byHash(int[] codes, int size) {
            int slots = Integer.highestOneBit(Math.max(16, of.length)) << 2;
            long[] keys = new long[slots];
            Arrays.fill(keys, -1);
            int[] numbers = new int[slots];
            int[] result = new int[of.length];
            int next = 0;
            for (int i = 0; i < result.length; i++) {
                long key = (long) of[i] * size + codes[i];
                long mixed = key * 0x9E3779B97F4A7C15L;
                int slot = (int) (mixed >>> 32) & (slots - 1);
                while (keys[slot] != key && keys[slot] != -1) {
                    slot = (slot + 1) & (slots - 1);
                }
                if (keys[slot] == -1) {
                    keys[slot] = key;
                    numbers[slot] = next++;
                }
                result[i] = numbers[slot];
            }
            return new Numbering(result, next);
        }
    }
}
