package dev.touchstone.benchmark;

/**
 * The segments of a normal series with the greatest likelihood, each with a mean and a variance of its own, less a penalty for each
 * change: PELT (Killick, Fearnhead and Eckley 2012). A segment has two points at least.
 */
final class MeanVarianceChanges {
    private static final int LEAST = 2;

    private MeanVarianceChanges() {}

    static int[] starts(double[] values, double penalty) {
        int n = values.length;
        double mean = Values.mean(values);
        double[] sums = new double[n + 1];
        double[] squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            double v = values[i] - mean;
            sums[i + 1] = sums[i] + v;
            squares[i + 1] = squares[i] + v * v;
        }
        // equal values would have an infinite likelihood: no variance counts as less than this share of the whole
        double floor = Math.max(1e-12 * (squares[n] / n), Double.MIN_NORMAL);
        double[] best = new double[n + 1];
        int[] last = new int[n + 1];
        int[] candidates = new int[n + 1];
        double[] costs = new double[n + 1];
        int count = 1;
        best[0] = -penalty;
        best[1] = Double.POSITIVE_INFINITY;
        for (int t = LEAST; t <= n; t++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < count; k++) {
                int s = candidates[k];
                double length = t - s;
                double sum = sums[t] - sums[s];
                double variance = Math.max(floor, (squares[t] - squares[s] - sum * sum / length) / length);
                costs[k] = best[s] + length * (Math.log(2 * Math.PI * variance) + 1);
                if (costs[k] + penalty < least) {
                    least = costs[k] + penalty;
                    last[t] = s;
                }
            }
            best[t] = least;
            int kept = 0;
            for (int k = 0; k < count; k++) {
                if (costs[k] <= least) {
                    candidates[kept++] = candidates[k];
                }
            }
            count = kept;
            // the next end is t + 1, so that a segment from t - 1 has its two points
            if (t - 1 >= LEAST) {
                candidates[count++] = t - 1;
            }
        }
        return n < LEAST ? new int[] {0} : walk(last, n);
    }

    private static int[] walk(int[] last, int n) {
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
}
