package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean; its error is taken from the spread of the values. Times and costs are skewed, for which Student's t is off to one side;
 * Hall's cubic transformation (1992) takes the skewness out, and is Student's t for a symmetric sample.
 *
 * @param skewness third moment over the cube of the standard deviation
 */
record MeanEstimate(int n, double value, double standardError, double skewness) implements Estimate {
    static final String METHOD = "Student's t, corrected for skewness";

    static MeanEstimate of(double[] x) {
        double mean = Values.mean(x);
        double variance = x.length < 2 ? 0 : Values.variance(x, mean);
        if (variance == 0) {
            return new MeanEstimate(x.length, mean, 0, 0);
        }
        double cubes = 0;
        double sd = Math.sqrt(variance);
        for (double v : x) {
            double d = (v - mean) / sd;
            cubes += d * d * d;
        }
        return new MeanEstimate(x.length, mean, sd / Math.sqrt(x.length), cubes / x.length);
    }

    @Override
    public Optional<MeanEstimate> mean() {
        return Optional.of(this);
    }

    @Override
    public MeanEstimate skewed(double other) {
        return new MeanEstimate(n, value, standardError, other);
    }

    @Override
    public Interval interval(double level) {
        if (n < 2) {
            return Interval.none(level, METHOD, "One value gives no interval of the mean: at least 2 are needed.");
        }
        double t = student().inverseSurvivalProbability((1 - level) / 2);
        return Interval.of(value - standardError * restored(t), value - standardError * restored(-t), level, METHOD);
    }

    @Override
    public Optional<String> untestable() {
        return standardError > 0
                ? Optional.empty()
                : Optional.of("Not tested because all values are equal, so that the error of their mean is unknown.");
    }

    @Override
    public double score(double reference) {
        if (standardError == 0) {
            return Estimate.certain(value - reference);
        }
        double t = transformed((value - reference) / standardError, skewnessOfMean());
        return Math.copySign(Estimate.scoreOf(student().survivalProbability(Math.abs(t))), t);
    }

    /** Welch's t. */
    @Override
    public double score(Estimate other) {
        MeanEstimate that = (MeanEstimate) other;
        return Estimate.welch(value - that.value, standardError, n - 1.0, that.standardError, that.n - 1.0);
    }

    private TDistribution student() {
        return TDistribution.of(n - 1.0);
    }

    private double skewnessOfMean() {
        return skewness / Math.sqrt(n);
    }

    private static double transformed(double t, double skew) {
        return t + skew * t * t / 3 + skew * skew * t * t * t / 27 + skew / 6;
    }

    /** Inverse of {@link #transformed}. */
    private double restored(double g) {
        double skew = skewnessOfMean();
        return Math.abs(skew) < 1e-6 ? g : 3 / skew * (Math.cbrt(1 + skew * (g - skew / 6)) - 1);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < into.length; i++) {
            into[i] = value + standardError * normal.sample();
        }
    }
}
