package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RecursiveTask;

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

    private static Ranked pool(List<double[]> samples) {
        return new Pool(samples, 0).invoke();
    }

    /** Merges the sorted samples pairwise, keeping of each value whose it is; large halves side by side. */
    private static final class Pool extends RecursiveTask<Ranked> {
        private static final long serialVersionUID = 1;
        private static final int WORTH_A_TASK = 50_000;

        private final transient List<double[]> samples;
        private final int first;

        Pool(List<double[]> samples, int first) {
            this.samples = samples;
            this.first = first;
        }

        @Override
        protected Ranked compute() {
            if (samples.size() == 1) {
                int[] owner = new int[samples.getFirst().length];
                Arrays.fill(owner, first);
                return new Ranked(samples.getFirst(), owner);
            }
            int half = samples.size() / 2;
            Pool left = new Pool(samples.subList(0, half), first);
            Pool right = new Pool(samples.subList(half, samples.size()), first + half);
            if (samples.stream().mapToLong(s -> s.length).sum() < WORTH_A_TASK) {
                return merged(left.compute(), right.compute());
            }
            right.fork();
            Ranked leftMerged = left.compute();
            return merged(leftMerged, right.join());
        }
    }

    private static Ranked merged(Ranked left, Ranked right) {
        int n = left.values.length + right.values.length;
        double[] values = new double[n];
        int[] owner = new int[n];
        for (int i = 0, l = 0, r = 0; i < n; i++) {
            if (r == right.values.length || (l < left.values.length && left.values[l] <= right.values[r])) {
                values[i] = left.values[l];
                owner[i] = left.owner[l++];
            } else {
                values[i] = right.values[r];
                owner[i] = right.owner[r++];
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
