package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;

/**
 * The pooled order of several samples.
 *
 * @param sums sum of the ranks of each sample, from 1, equal values sharing their mean rank
 * @param ties sum of t^3 - t over the runs of t equal values
 */
record Ranks(double[] sums, long n, double ties) {

    private record Ranked(double[] values, int[] owner) {}

    static Ranks of(List<double[]> samples) {
        Ranked pooled = pool(samples);
        double[] sums = new double[samples.size()];
        double ties = 0;
        int n = pooled.values.length;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && pooled.values[to] == pooled.values[from]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                sums[pooled.owner[i]] += rank;
            }
            double t = to - from;
            ties += t * t * t - t;
        }
        return new Ranks(sums, n, ties);
    }

    /** Merges the sorted samples pairwise, keeping of each value whose it is. */
    private static Ranked pool(List<double[]> samples) {
        if (samples.size() == 1) {
            return new Ranked(samples.getFirst(), new int[samples.getFirst().length]);
        }
        int half = samples.size() / 2;
        Ranked left = pool(samples.subList(0, half));
        Ranked right = pool(samples.subList(half, samples.size()));
        int n = left.values.length + right.values.length;
        double[] values = new double[n];
        int[] owner = new int[n];
        for (int i = 0, l = 0, r = 0; i < n; i++) {
            if (r == right.values.length || (l < left.values.length && left.values[l] <= right.values[r])) {
                values[i] = left.values[l];
                owner[i] = left.owner[l++];
            } else {
                values[i] = right.values[r];
                owner[i] = half + right.owner[r++];
            }
        }
        return new Ranked(values, owner);
    }

    static double[] ascending(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
