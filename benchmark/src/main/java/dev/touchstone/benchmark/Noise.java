package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How leaves scatter that nothing happened to: Student's distribution about 0, with a scale that depends on the size of the leaf. It is
 * learned from the side of 0 on which changes are smaller, for causes mostly go one way.
 *
 * @param scale of each leaf
 */
record Noise(double[] scale, TDistribution shape) {
    private static final double LEAST = 0.01;
    private static final int LEAST_IN_BIN = 300;
    private static final int MOST_BINS = 32;

    /** Quantiles of the size of changes, and of a normal one: the larger scale counts, for noise of which much is 0 has a median of 0. */
    private static final double[][] QUANTILES = {{0.5, 0.6744897501960817}, {0.8, 1.2815515655446004}};

    /** Standard deviation of the difference of two amounts that are both rounded, in steps of the rounding. */
    private static final double ROUNDING = Math.sqrt(2 / 12.0);

    /** A side of 0 with less than this share of the leaves tells nothing of the other: the forecast is off as a whole. */
    private static final double LEAST_SIDE = 0.1;

    /** Degrees of freedom, by the largest ratio of the quantile at 99 % to the scale that goes with them. */
    private static final double[][] FREEDOM = {{2.75, 100}, {3, 20}, {3.4, 10}, {4.2, 6}};

    private static final double LEAST_FREEDOM = 4;
    private static final int ENOUGH_FOR_TAILS = 500;

    double logDensity(int leaf, double change) {
        return shape.logDensity(change / scale[leaf]) - Math.log(scale[leaf]);
    }

    /**
     * @param change of each leaf as a share; NaN where it tells nothing
     * @param step to which the amounts are rounded, 0 for none
     */
    static Noise of(double[] size, double[] change, double step) {
        int[] known = IntStream.range(0, change.length)
                .filter(i -> !Double.isNaN(change[i]))
                .toArray();
        double[] scale = new double[change.length];
        Arrays.fill(scale, 1);
        int bins = Math.clamp(known.length / LEAST_IN_BIN, 1, MOST_BINS);
        int[][] members = bySize(known, size, bins);
        for (int[] bin : members) {
            double[] changes = Evidence.choose(change, bin);
            double learned = 0;
            for (double[] quantile : QUANTILES) {
                learned = Math.max(learned, cleanSide(changes, quantile[0]) / quantile[1]);
            }
            // a scale learned from few leaves may be too small by chance
            double careful = 1 + 2 / Math.sqrt(Math.max(1, bin.length / 2.0));
            for (int i : bin) {
                scale[i] = Math.max(LEAST, Math.hypot(careful * learned, ROUNDING * step / size[i]));
            }
        }
        double[] standard =
                Arrays.stream(known).mapToDouble(i -> change[i] / scale[i]).toArray();
        return new Noise(scale, TDistribution.of(freedom(standard)));
    }

    private static int[][] bySize(int[] known, double[] size, int bins) {
        double[] sorted = Evidence.choose(size, known);
        Arrays.sort(sorted);
        double[] edges = IntStream.range(1, bins)
                .mapToDouble(b -> sorted[(int) ((long) sorted.length * b / bins)])
                .toArray();
        int[] bin = Arrays.stream(known).map(i -> binOf(edges, size[i])).toArray();
        int[] counts = new int[bins];
        for (int b : bin) {
            counts[b]++;
        }
        int[][] members = new int[bins][];
        Arrays.setAll(members, b -> new int[counts[b]]);
        for (int k = known.length - 1; k >= 0; k--) {
            members[bin[k]][--counts[bin[k]]] = known[k];
        }
        return members;
    }

    private static int binOf(double[] edges, double size) {
        int bin = 0;
        while (bin < edges.length && size >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    private static double freedom(double[] standard) {
        if (standard.length < ENOUGH_FOR_TAILS) {
            return LEAST_FREEDOM;
        }
        double tail = cleanSide(standard, 0.99);
        for (double[] row : FREEDOM) {
            if (tail < row[0]) {
                return row[1];
            }
        }
        return LEAST_FREEDOM;
    }

    /** Quantile of the sizes of the changes on one side of 0, of the side where it is less; a change of 0 counts half for each side. */
    static double cleanSide(double[] changes, double p) {
        return Math.min(side(changes, 1, p), side(changes, -1, p));
    }

    private static double side(double[] changes, int sign, double p) {
        double[] side = new double[changes.length];
        int k = 0;
        double zeros = 0;
        for (double c : changes) {
            if (c == 0) {
                zeros += 0.5;
            } else if (c * sign > 0) {
                side[k++] = Math.abs(c);
            }
        }
        if (k + zeros < LEAST_SIDE * changes.length) {
            return Double.MAX_VALUE;
        }
        double rank = p * (k + zeros) - zeros;
        if (rank <= 0 || k == 0) {
            return 0;
        }
        Arrays.sort(side, 0, k);
        return side[Math.min(k - 1, (int) rank)];
    }
}
