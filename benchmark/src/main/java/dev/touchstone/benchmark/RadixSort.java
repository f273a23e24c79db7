package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Sorts many numbers by their digits, from the last to the first. The bits of a double are in its order once negative ones are turned
 * over, so nothing is compared.
 */
final class RadixSort {
    private static final int BITS = 11;
    private static final int DIGITS = 6;
    private static final int BASE = 1 << BITS;
    private static final int MASK = BASE - 1;
    /** Fewer than this are sorted faster by comparison. */
    private static final int WORTH = 2000;

    private RadixSort() {}

    /** Sorts in place, in the order of {@link Double#compare}. */
    static void sort(double[] values) {
        if (values.length < WORTH) {
            Arrays.sort(values);
        } else {
            sort(values, new int[0]);
        }
    }

    /**
     * Sorts in place, in the order of {@link Double#compare}.
     *
     * @param owners moved as their values are; none for values that belong to nobody
     */
    static void sort(double[] values, int[] owners) {
        int n = values.length;
        boolean owned = owners.length > 0;
        long[] from = new long[n];
        int[] counts = new int[DIGITS * BASE];
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            long key = bits ^ ((bits >> 63) | Long.MIN_VALUE);
            from[i] = key;
            for (int d = 0; d < DIGITS; d++) {
                counts[d * BASE + digit(key, d)]++;
            }
        }
        long[] to = new long[n];
        int[] fromOwners = owners;
        int[] toOwners = new int[owners.length];
        for (int d = 0; d < DIGITS && n > 0; d++) {
            if (counts[d * BASE + digit(from[0], d)] == n) {
                continue;
            }
            toStarts(counts, d * BASE);
            for (int i = 0; i < n; i++) {
                long key = from[i];
                int at = counts[d * BASE + digit(key, d)]++;
                to[at] = key;
                if (owned) {
                    toOwners[at] = fromOwners[i];
                }
            }
            long[] swap = from;
            from = to;
            to = swap;
            int[] swapOwners = fromOwners;
            fromOwners = toOwners;
            toOwners = swapOwners;
        }
        for (int i = 0; i < n; i++) {
            values[i] = Double.longBitsToDouble(from[i] ^ (~(from[i] >> 63) | Long.MIN_VALUE));
        }
        if (fromOwners != owners) {
            System.arraycopy(fromOwners, 0, owners, 0, owners.length);
        }
    }

    private static int digit(long key, int d) {
        return (int) (key >>> (d * BITS) & MASK);
    }

    /** Turns how often each digit occurs into where the first of them goes. */
    private static void toStarts(int[] counts, int first) {
        int at = 0;
        for (int b = first; b < first + BASE; b++) {
            int count = counts[b];
            counts[b] = at;
            at += count;
        }
    }
}
