package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;

/** A geometric mean: the mean of the logarithms, carried back. */
record GeometricEstimate(MeanEstimate logarithms) implements Estimate {

    /** @param x ascending and above 0 */
    static GeometricEstimate of(double[] x) {
        return new GeometricEstimate(
                MeanEstimate.of(Arrays.stream(x).map(Math::log).toArray()));
    }

    @Override
    public int n() {
        return logarithms.n();
    }

    @Override
    public double value() {
        return Math.exp(logarithms.value());
    }

    @Override
    public Optional<MeanEstimate> mean() {
        return Optional.of(logarithms);
    }

    @Override
    public GeometricEstimate skewed(double skewness) {
        return new GeometricEstimate(logarithms.skewed(skewness));
    }

    @Override
    public Interval interval(double level) {
        Interval of = logarithms.interval(level);
        return new Interval(exp(of.low()), exp(of.high()), level, of.method() + ", on logarithms", of.note());
    }

    private static OptionalDouble exp(OptionalDouble x) {
        return x.isPresent() ? OptionalDouble.of(Math.exp(x.getAsDouble())) : x;
    }

    @Override
    public Optional<String> untestable() {
        return logarithms.untestable();
    }

    @Override
    public double score(double reference) {
        return reference > 0 ? logarithms.score(Math.log(reference)) : 38;
    }

    @Override
    public double score(Estimate other) {
        return logarithms.score(((GeometricEstimate) other).logarithms);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        logarithms.draw(random, into);
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.exp(into[i]);
        }
    }
}
