package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure with a standard error, about which it is distributed as Student's t.
 *
 * @param standardError 0 where the figure seems to have none
 * @param degrees of freedom of the error, above 0
 * @param events Poisson count that the figure is a weighted sum of, where it is one
 */
record ErrorEstimate(int n, double value, double standardError, double degrees, OptionalLong events, String method)
        implements Estimate {

    @Override
    public Interval interval(double level) {
        if (events.isPresent()) {
            return dobson(events.getAsLong(), level);
        }
        double half = standardError * TDistribution.of(degrees).inverseSurvivalProbability((1 - level) / 2);
        return Interval.of(value - half, value + half, level, method);
    }

    /** The interval of the count, carried over to the weighted sum (Dobson and others 1991). */
    private Interval dobson(long count, double level) {
        if (count == 0) {
            return Interval.none(level, "Dobson", "No event gives no interval of a directly standardised rate.");
        }
        Interval of = Interval.ofCount(count, level);
        double scale = standardError / Math.sqrt(count);
        return Interval.of(
                value + scale * (of.low().getAsDouble() - count),
                value + scale * (of.high().getAsDouble() - count),
                level,
                "Dobson");
    }

    @Override
    public Optional<String> untestable() {
        return standardError > 1e-12 * Math.abs(value)
                ? Optional.empty()
                : Optional.of("Not tested because the rows do not scatter, so that the error is unknown.");
    }

    @Override
    public double score(double reference) {
        return Estimate.welch(value - reference, standardError, degrees, 0, 1);
    }

    @Override
    public double score(Estimate other) {
        ErrorEstimate that = (ErrorEstimate) other;
        return Estimate.welch(value - that.value, standardError, degrees, that.standardError, that.degrees);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < into.length; i++) {
            into[i] = value + standardError * normal.sample();
        }
    }
}
