package dev.touchstone.performance;

import java.util.Arrays;

/**
 * Bins shared by all groups of a comparison, so that their shapes can be laid side by side. They end at the 99th percentile of
 * all values, rounded up; what lies beyond is counted in the last bin.
 *
 * @param edges ascending, one more than there are bins
 */
record Histogram(double[] edges) {

    private static final int BINS = 24;

    /** @param values of all groups, not empty, none negative */
    static Histogram over(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double top = sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
        double width = roundUp(Math.max(top, 1e-6) / BINS);
        double[] edges = new double[BINS + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = width * i;
        }
        return new Histogram(edges);
    }

    int[] count(double[] values) {
        int[] counts = new int[edges.length - 1];
        double width = edges[1];
        for (double value : values) {
            counts[Math.min((int) (value / width), counts.length - 1)]++;
        }
        return counts;
    }

    /** The next width that people like to read: 1, 2, 2.5 or 5 times a power of ten. */
    private static double roundUp(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double step : new double[] {1, 2, 2.5, 5}) {
            if (step * power >= width) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
