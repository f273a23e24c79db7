package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * The segments of a series with the least sum of squares plus a penalty for each change, by functional pruning (Maidstone and others
 * 2017). For each possible mean of the current segment the best place of the last change is kept: a list of intervals of means, each
 * with one candidate, whose cost over the interval is a parabola.
 */
final class MeanChanges {
    private final double[] sums;
    private final double[] squares;
    private final double[] best;
    private final double penalty;
    private double[] from = new double[16];
    private double[] to = new double[16];
    private int[] candidate = new int[16];
    private double[] nextFrom = new double[16];
    private double[] nextTo = new double[16];
    private int[] nextCandidate = new int[16];
    private int pieces;
    private int nextPieces;

    private MeanChanges(double[] values, double penalty) {
        this.penalty = penalty;
        int n = values.length;
        double mean = Values.mean(values);
        sums = new double[n + 1];
        squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double centred = values[i] - mean;
            sums[i + 1] = sums[i] + centred;
            squares[i + 1] = squares[i] + centred * centred;
        }
        best = new double[n + 1];
    }

    /** Index of the first point of each segment. */
    static int[] starts(double[] values, double penalty) {
        return new MeanChanges(values, penalty).search(values);
    }

    private int[] search(double[] values) {
        int n = values.length;
        double mean = Values.mean(values);
        double low = Arrays.stream(values).min().getAsDouble() - mean;
        double high = Arrays.stream(values).max().getAsDouble() - mean;
        int[] last = new int[n + 1];
        best[0] = -penalty;
        from[0] = low;
        to[0] = high;
        candidate[0] = 0;
        pieces = 1;
        for (int t = 1; t <= n; t++) {
            best[t] = Double.POSITIVE_INFINITY;
            for (int k = 0; k < pieces; k++) {
                double least = least(k, t);
                if (least < best[t]) {
                    best[t] = least;
                    last[t] = candidate[k];
                }
            }
            prune(t);
        }
        int count = 0;
        for (int t = n; t > 0; t = last[t]) {
            count++;
        }
        int[] starts = new int[count];
        for (int t = n; t > 0; t = last[t]) {
            starts[--count] = last[t];
        }
        return starts;
    }

    /** Least cost of a candidate over its interval of means. */
    private double least(int piece, int t) {
        int s = candidate[piece];
        double n = t - s;
        double sum = sums[t] - sums[s];
        double mean = Math.clamp(sum / n, from[piece], to[piece]);
        return squares[t] - squares[s] + best[s] + penalty - 2 * sum * mean + n * mean * mean;
    }

    /** Gives to a segment that would begin at {@code t} all means for which it is the better choice. */
    private void prune(int t) {
        double threshold = best[t] + penalty;
        nextPieces = 0;
        for (int k = 0; k < pieces; k++) {
            int s = candidate[k];
            double n = t - s;
            double sum = sums[t] - sums[s];
            double mean = sum / n;
            double room = mean * mean - (squares[t] - squares[s] + best[s] + penalty - threshold) / n;
            double half = room > 0 ? Math.sqrt(room) : -1;
            double keepFrom = Math.max(from[k], mean - half);
            double keepTo = Math.min(to[k], mean + half);
            if (half < 0 || keepFrom > keepTo) {
                add(from[k], to[k], t);
                continue;
            }
            if (from[k] < keepFrom) {
                add(from[k], keepFrom, t);
            }
            add(keepFrom, keepTo, s);
            if (keepTo < to[k]) {
                add(keepTo, to[k], t);
            }
        }
        swap();
    }

    private void add(double low, double high, int s) {
        if (nextPieces > 0 && nextCandidate[nextPieces - 1] == s) {
            nextTo[nextPieces - 1] = high;
            return;
        }
        if (nextPieces == nextFrom.length) {
            nextFrom = Arrays.copyOf(nextFrom, 2 * nextPieces);
            nextTo = Arrays.copyOf(nextTo, 2 * nextPieces);
            nextCandidate = Arrays.copyOf(nextCandidate, 2 * nextPieces);
        }
        nextFrom[nextPieces] = low;
        nextTo[nextPieces] = high;
        nextCandidate[nextPieces++] = s;
    }

    private void swap() {
        double[] swapped = from;
        from = nextFrom;
        nextFrom = swapped;
        swapped = to;
        to = nextTo;
        nextTo = swapped;
        int[] candidates = candidate;
        candidate = nextCandidate;
        nextCandidate = candidates;
        pieces = nextPieces;
    }
}
