package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Evidence where single leaves are mostly chance: counts beside their expectation. Without a cause a count is Poisson about a mean that is
 * itself uncertain (negative binomial); under a cause its mean is multiplied by about the ratio of the slice's sums, by more in one leaf
 * than in another.
 */
final class CountEvidence implements Evidence {
    /** A leaf cannot count for more than this, so that one that went wild does not hide the slice that it lies in. */
    private static final double BEST = 8;

    private static final double WORST = -5;

    /** Shape of the gamma distribution of ratios under a cause: as wide as the exponential one. */
    private static final double COMMON_SHAPE = 1;

    private static final double LEAST_MEAN = 1e-6;
    private static final int STEPS_PER_FOLD = 10;
    private static final int MOST_STEPS = 100;

    private final double[] counts;
    private final double[] means;
    private final double[] logNoise;
    private final double[] shape;
    private final double[] logRising;
    private final double[][] terms;

    private CountEvidence(double[] counts, double[] means, double[] logNoise, double[] shape, double[] logRising) {
        this.counts = counts;
        this.means = means;
        this.logNoise = logNoise;
        this.shape = shape;
        this.logRising = logRising;
        double[] one = new double[counts.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = counts[i] > 0 || means[i] > LEAST_MEAN ? 1 : 0;
        }
        this.terms = new double[][] {counts, means, one};
    }

    static CountEvidence of(CountExpectation expectation) {
        double[] counts = expectation.counts();
        double[] means = Arrays.stream(expectation.means())
                .map(m -> Math.max(LEAST_MEAN, m))
                .toArray();
        int n = counts.length;
        double[] logNoise = new double[n];
        double[] shape = new double[n];
        double[] logRising = new double[n];
        for (int i = 0; i < n; i++) {
            double own = expectation.shapes()[i];
            logNoise[i] = logProbability(counts[i], means[i], own, logRising(counts[i], own));
            shape[i] = Math.min(COMMON_SHAPE, own);
            logRising[i] = logRising(counts[i], shape[i]);
        }
        return new CountEvidence(counts, means, logNoise, shape, logRising);
    }

    /** Logarithm of the negative binomial probability, but for the factorial, which all have in common. */
    private static double logProbability(double count, double mean, double shape, double logRising) {
        return logRising + count * Math.log(mean / (mean + shape)) - shape * Math.log1p(mean / shape);
    }

    /** ln(shape (shape + 1) ... (shape + count - 1)), between whole counts too. */
    private static double logRising(double count, double shape) {
        if (count <= 16 && count == Math.rint(count)) {
            double product = 1;
            for (int j = 0; j < count; j++) {
                product *= shape + j;
            }
            return Math.log(product);
        }
        return logGamma(shape + count) - logGamma(shape);
    }

    /** Stirling's series from 10 on, and by recurrence below. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 10) {
            shift -= Math.log(z);
            z++;
        }
        double w = 1 / (z * z);
        return shift
                + (z - 0.5) * Math.log(z)
                - z
                + 0.5 * Math.log(2 * Math.PI)
                + (1 / 12.0 - w * (1 / 360.0 - w * (1 / 1260.0 - w / 1680))) / z;
    }

    @Override
    public double[][] terms() {
        return terms;
    }

    /** Poisson's: the expectation based scan statistic of Kulldorff. */
    @Override
    public double bound(double[] sums) {
        double actual = Math.max(0, sums[0]);
        double expected = Math.max(LEAST_MEAN, sums[1]);
        return actual == 0 ? expected : actual * Math.log(actual / expected) - actual + expected;
    }

    @Override
    public int profile(double[] sums) {
        double ratio = (Math.max(0, sums[0]) + 0.1) / (Math.max(0, sums[1]) + 0.1);
        return (int) Math.clamp(Math.rint(Math.log(ratio) * STEPS_PER_FOLD), -MOST_STEPS, MOST_STEPS);
    }

    @Override
    public double gain(int profile, int leaf) {
        double mean = means[leaf] * Math.exp(profile / (double) STEPS_PER_FOLD);
        double common = logProbability(counts[leaf], mean, shape[leaf], logRising[leaf]);
        return Math.clamp(common - logNoise[leaf], WORST, BEST);
    }

    @Override
    public CountEvidence only(int[] leaves) {
        return new CountEvidence(
                Evidence.choose(counts, leaves),
                Evidence.choose(means, leaves),
                Evidence.choose(logNoise, leaves),
                Evidence.choose(shape, leaves),
                Evidence.choose(logRising, leaves));
    }
}
