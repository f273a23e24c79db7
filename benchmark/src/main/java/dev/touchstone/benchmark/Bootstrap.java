package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The bootstrap distribution of a statistic: what it would have been in samples drawn with replacement from the sample at hand
 * (Efron and Tibshirani 1993). The same seed gives the same result on any number of cores.
 */
public final class Bootstrap {
    private static final int PIECE = 32;
    /** More values than this are left out in blocks when the acceleration is estimated; the estimate is as good. */
    private static final int JACKKNIFE_BLOCKS = 500;

    private final double[] values;
    private final ToDoubleFunction<double[]> statistic;
    private final double estimate;
    private final double[] replicates;

    private Bootstrap(double[] values, ToDoubleFunction<double[]> statistic, double estimate, double[] replicates) {
        this.values = values;
        this.statistic = statistic;
        this.estimate = estimate;
        this.replicates = replicates;
    }

    /**
     * @param statistic finite for every sample of one or more values; called from several threads; may change the array it is given
     * @param resamples 1,000 or more for an interval
     */
    public static Bootstrap of(double[] values, ToDoubleFunction<double[]> statistic, int resamples, long seed) {
        double[] sample = Values.checked(values, "the sample").clone();
        if (resamples < 1) {
            throw new BadData(
                    "out-of-range", "The number of resamples is " + resamples + ".", "Ask for 1,000 or more.");
        }
        double[] replicates = new double[resamples];
        IntStream.range(0, (resamples + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            UniformRandomProvider random = RandomStream.of(seed, piece);
            double[] drawn = new double[sample.length];
            for (int b = piece * PIECE; b < Math.min(resamples, (piece + 1) * PIECE); b++) {
                for (int i = 0; i < drawn.length; i++) {
                    drawn[i] = sample[random.nextInt(sample.length)];
                }
                replicates[b] = finite(statistic.applyAsDouble(drawn));
            }
        });
        Arrays.sort(replicates);
        return new Bootstrap(sample, statistic, finite(statistic.applyAsDouble(sample.clone())), replicates);
    }

    public double estimate() {
        return estimate;
    }

    /** Standard deviation of the replicates. */
    public double standardError() {
        return replicates.length < 2 ? 0 : Math.sqrt(Values.variance(replicates, Values.mean(replicates)));
    }

    /** Percentile interval. */
    public Interval percentile(double level) {
        double tail = (1 - Values.probability(level, "The confidence level")) / 2;
        return between(tail, 1 - tail, level, "bootstrap percentile");
    }

    /** Interval corrected for bias and acceleration (Efron 1987). */
    public Interval bca(double level) {
        double z = Interval.z(level);
        if (replicates[0] == replicates[replicates.length - 1]) {
            return between(0.5, 0.5, level, "bootstrap BCa");
        }
        double bias = Interval.NORMAL.inverseCumulativeProbability(shareBelowEstimate());
        double acceleration = acceleration();
        return between(
                corrected(bias, acceleration, bias - z),
                corrected(bias, acceleration, bias + z),
                level,
                "bootstrap BCa");
    }

    private static double corrected(double bias, double acceleration, double shifted) {
        return Interval.NORMAL.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
    }

    /** Ties count half; kept off 0 and 1, where the correction would be infinite. */
    private double shareBelowEstimate() {
        double below = 0;
        for (double r : replicates) {
            below += r < estimate ? 1 : r == estimate ? 0.5 : 0;
        }
        double b = replicates.length;
        return Math.clamp(below / b, 0.5 / b, 1 - 0.5 / b);
    }

    private double acceleration() {
        int n = values.length;
        int blocks = Math.min(n, JACKKNIFE_BLOCKS);
        if (blocks < 2) {
            return 0;
        }
        double[] left = IntStream.range(0, blocks)
                .parallel()
                .mapToDouble(k -> {
                    int from = (int) ((long) k * n / blocks);
                    int to = (int) ((long) (k + 1) * n / blocks);
                    double[] rest = new double[n - (to - from)];
                    System.arraycopy(values, 0, rest, 0, from);
                    System.arraycopy(values, to, rest, from, n - to);
                    return finite(statistic.applyAsDouble(rest));
                })
                .toArray();
        double mean = Values.mean(left);
        double squares = 0;
        double cubes = 0;
        for (double v : left) {
            double d = mean - v;
            squares += d * d;
            cubes += d * d * d;
        }
        return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    }

    private Interval between(double low, double high, double level, String method) {
        return Interval.of(
                Quantile.DEFAULT.ofSorted(replicates, low), Quantile.DEFAULT.ofSorted(replicates, high), level, method);
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new BadData(
                    "not-a-number",
                    "The statistic is " + value + " for one of the resamples.",
                    "Use a statistic that is finite for every sample of one or more values.");
        }
        return value;
    }
}
