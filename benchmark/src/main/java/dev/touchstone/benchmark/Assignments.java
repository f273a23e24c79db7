package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The other ways in which treatment, with its dates, could have been given to units: all of them where there are few, else a random
 * draw.
 *
 * @param from first treated period of each unit, as it was; {@link #NEVER} for a control
 */
record Assignments(int[] from, long seed, int count, boolean all) {
    static final int NEVER = Integer.MAX_VALUE;
    private static final long MOST_LISTED = 20_000;

    /** @param draws how many to draw where not all are listed */
    static Assignments of(int[] from, int draws, long seed) {
        int treated = (int) Arrays.stream(from).filter(f -> f != NEVER).count();
        boolean oneDate = Arrays.stream(from).filter(f -> f != NEVER).distinct().count() == 1;
        long ways = oneDate ? choose(from.length, treated) : Long.MAX_VALUE;
        return ways <= MOST_LISTED
                ? new Assignments(from, seed, (int) ways - 1, true)
                : new Assignments(from, seed, draws, false);
    }

    /** Binomial coefficient, at most {@link Long#MAX_VALUE}. */
    static long choose(int n, int k) {
        long ways = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            if (ways > Long.MAX_VALUE / n) {
                return Long.MAX_VALUE;
            }
            ways = ways * (n - i + 1) / i;
        }
        return ways;
    }

    /** First treated period of each unit under another assignment, from 0 to {@link #count} less 1. */
    int[] other(int index) {
        return all ? listed(index) : drawn(index);
    }

    private int[] drawn(int index) {
        UniformRandomProvider random = RandomStream.of(seed, index);
        int[] other = from.clone();
        for (int i = other.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = other[i];
            other[i] = other[j];
            other[j] = swap;
        }
        return other;
    }

    /** In lexical order of the treated units, the assignment as it was left out. */
    private int[] listed(int index) {
        int[] treated =
                IntStream.range(0, from.length).filter(i -> from[i] != NEVER).toArray();
        long rank = index < rank(treated) ? index : index + 1L;
        int date = from[treated[0]];
        int[] other = new int[from.length];
        Arrays.fill(other, NEVER);
        int left = treated.length;
        for (int i = 0; i < other.length && left > 0; i++) {
            long ways = choose(other.length - i - 1, left - 1);
            if (rank < ways) {
                other[i] = date;
                left--;
            } else {
                rank -= ways;
            }
        }
        return other;
    }

    private long rank(int[] treated) {
        long rank = 0;
        int next = 0;
        for (int i = 0; i < from.length && next < treated.length; i++) {
            if (treated[next] == i) {
                next++;
            } else {
                rank += choose(from.length - i - 1, treated.length - next - 1);
            }
        }
        return rank;
    }
}
