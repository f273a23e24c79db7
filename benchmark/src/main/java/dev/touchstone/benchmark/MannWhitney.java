package dev.touchstone.benchmark;

import java.util.List;

/**
 * Test that values of one sample tend to be larger than those of another (Mann and Whitney 1947), with the shift between them
 * (Hodges and Lehmann 1963).
 *
 * @param u pairs in which the first sample's value is the larger, ties counting half
 * @param pValue two-sided; exact for samples without ties up to 50 values, else by the normal approximation with continuity and
 *     tie corrections
 * @param shift median of all differences, first minus second
 */
public record MannWhitney(double u, double pValue, double shift, Interval shiftInterval, boolean exact) {
    private static final int EXACT_UP_TO = 50;

    public static MannWhitney of(double[] first, double[] second, double level) {
        double[] a = Values.sorted(first, "the first sample");
        double[] b = Values.sorted(second, "the second sample");
        Values.probability(level, "The confidence level");
        Ranks ranks = Ranks.of(List.of(a, b));
        double u = ranks.sums()[0] - a.length * (a.length + 1.0) / 2;
        boolean exact = ranks.ties() == 0 && a.length <= EXACT_UP_TO && b.length <= EXACT_UP_TO;
        double p = exact ? exactP(u, a.length, b.length) : normalP(u, a.length, b.length, ranks);
        Differences differences = new Differences(a, b);
        return new MannWhitney(u, p, differences.median(), interval(differences, a.length, b.length, level), exact);
    }

    private static double exactP(double u, int m, int n) {
        double[] counts = distribution(m, n);
        double total = 0;
        double tail = 0;
        double least = Math.min(u, (double) m * n - u);
        for (int i = 0; i < counts.length; i++) {
            total += counts[i];
            tail += i <= least ? counts[i] : 0;
        }
        return Math.min(1, 2 * tail / total);
    }

    /** Number of orders of m and n values that give each U, by the generating function prod (1 - q^(n+i)) / (1 - q^i). */
    private static double[] distribution(int m, int n) {
        double[] f = new double[m * n + 1];
        f[0] = 1;
        for (int i = 1; i <= m; i++) {
            for (int j = f.length - 1; j >= n + i; j--) {
                f[j] -= f[j - n - i];
            }
            for (int j = i; j < f.length; j++) {
                f[j] += f[j - i];
            }
        }
        return f;
    }

    private static double normalP(double u, int m, int n, Ranks ranks) {
        double pooled = ranks.n();
        double variance = (double) m * n / 12 * (pooled + 1 - ranks.ties() / (pooled * (pooled - 1)));
        if (!(variance > 0)) {
            return 1;
        }
        double distance = Math.max(0, Math.abs(u - (double) m * n / 2) - 0.5);
        return Math.min(1, 2 * Interval.NORMAL.survivalProbability(distance / Math.sqrt(variance)));
    }

    private static Interval interval(Differences differences, int m, int n, double level) {
        String method = "Hodges-Lehmann";
        long rank = m <= EXACT_UP_TO && n <= EXACT_UP_TO ? exactRank(m, n, level) : normalRank(m, n, level);
        if (rank < 1) {
            return Interval.none(
                    level,
                    method,
                    "Samples of " + m + " and " + n + " values are too small for an interval of the shift with "
                            + Words.percent(level) + " confidence.");
        }
        return Interval.of(
                differences.smallest(rank), differences.smallest(differences.count() + 1 - rank), level, method);
    }

    /** Largest k with P(U &lt; k) at most half the error. */
    private static long exactRank(int m, int n, double level) {
        double[] counts = distribution(m, n);
        double total = 0;
        for (double c : counts) {
            total += c;
        }
        double tail = 0;
        int k = 0;
        while (k < counts.length && tail + counts[k] <= (1 - level) / 2 * total) {
            tail += counts[k++];
        }
        return k;
    }

    private static long normalRank(int m, int n, double level) {
        double sd = Math.sqrt((double) m * n * (m + n + 1.0) / 12);
        return (long) Math.floor((double) m * n / 2 - Interval.z(level) * sd + 0.5);
    }
}
