package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pooled order of several samples.
 *
 * @param sums sum of the ranks of each sample, from 1, equal values sharing their mean rank
 * @param ties sum of t^3 - t over the runs of t equal values
 */
record Ranks(double[] sums, long n, double ties) {

    private static final int BUCKET = 16_384;
    private static final int LOOKED_AT = 16;

    /** @param samples each in ascending order */
    static Ranks of(List<double[]> samples) {
        long n = samples.stream().mapToLong(s -> s.length).sum();
        double[] limits = limits(samples, n);
        List<Ranks> buckets = IntStream.rangeClosed(0, limits.length)
                .parallel()
                .mapToObj(b -> bucket(
                        samples,
                        b == 0 ? Double.NEGATIVE_INFINITY : limits[b - 1],
                        b == limits.length ? Double.POSITIVE_INFINITY : limits[b]))
                .toList();
        double[] sums = new double[samples.size()];
        double ties = 0;
        for (Ranks bucket : buckets) {
            for (int g = 0; g < sums.length; g++) {
                sums[g] += bucket.sums[g];
            }
            ties += bucket.ties;
        }
        return new Ranks(sums, n, ties);
    }

    /** Values that part all of them into buckets of about one size. */
    private static double[] limits(List<double[]> samples, long n) {
        int step = BUCKET / LOOKED_AT;
        double[] some = samples.stream()
                .flatMapToDouble(s -> IntStream.range(0, s.length / step).mapToDouble(i -> s[i * step + step / 2]))
                .sorted()
                .toArray();
        return IntStream.range(1, (int) Math.min(some.length, n / BUCKET))
                .filter(b -> b * LOOKED_AT < some.length)
                .mapToDouble(b -> some[b * LOOKED_AT])
                .distinct()
                .toArray();
    }

    /** Of the values above one limit and up to the other, ranked among all. */
    private static Ranks bucket(List<double[]> samples, double above, double upTo) {
        int groups = samples.size();
        int[] from = new int[groups];
        int[] to = new int[groups];
        long before = 0;
        int size = 0;
        for (int g = 0; g < groups; g++) {
            from[g] = upTo(samples.get(g), above);
            to[g] = upTo(samples.get(g), upTo);
            before += from[g];
            size += to[g] - from[g];
        }
        double[] pooled = new double[size];
        int[] owners = new int[size];
        for (int g = 0, at = 0; g < groups; at += to[g] - from[g], g++) {
            System.arraycopy(samples.get(g), from[g], pooled, at, to[g] - from[g]);
            Arrays.fill(owners, at, at + to[g] - from[g], g);
        }
        RadixSort.sort(pooled, owners);
        return ranked(pooled, owners, before, groups);
    }

    /** @param before number of values below these */
    private static Ranks ranked(double[] pooled, int[] owners, long before, int groups) {
        double[] sums = new double[groups];
        double ties = 0;
        int n = pooled.length;
        for (int from = 0, to; from < n; from = to) {
            to = from + 1;
            while (to < n && pooled[to] == pooled[from]) {
                to++;
            }
            double rank = before + (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                sums[owners[i]] += rank;
            }
            double t = to - from;
            ties += t * t * t - t;
        }
        return new Ranks(sums, n, ties);
    }

    /** Number of values up to a limit. */
    private static int upTo(double[] ascending, double limit) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static double[] ascending(double[] values) {
        double[] copy = values.clone();
        RadixSort.sort(copy);
        return copy;
    }
}
