package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.TDistribution;

/** A mean; its error is taken from the spread of the values. */
record MeanEstimate(double[] x, double value, double standardError) implements Estimate {

    static MeanEstimate of(double[] x) {
        double mean = Values.mean(x);
        return new MeanEstimate(x, mean, x.length < 2 ? 0 : Math.sqrt(Values.variance(x, mean) / x.length));
    }

    @Override
    public int n() {
        return x.length;
    }

    @Override
    public Interval interval(double level) {
        return Interval.ofMean(x, level);
    }

    @Override
    public Optional<String> untestable() {
        return standardError > 0
                ? Optional.empty()
                : Optional.of("Not tested because all values are equal, so that the error of their mean is unknown.");
    }

    @Override
    public double score(double reference) {
        double t = (value - reference) / standardError;
        return Math.copySign(Estimate.scoreOf(TDistribution.of(x.length - 1.0).survivalProbability(Math.abs(t))), t);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < into.length; i++) {
            into[i] = value + standardError * normal.sample();
        }
    }
}
