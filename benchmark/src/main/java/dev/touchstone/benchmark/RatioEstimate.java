package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A ratio of sums. Its error is that of the mean of each pair's share in it, (numerator - ratio x denominator) over the mean
 * denominator.
 *
 * @param moments of the pairs, from which every test is made without a look at the pairs
 */
record RatioEstimate(double value, PairMoments moments, MeanEstimate shares) implements Estimate {

    /** @param denominators with a sum above 0 */
    static RatioEstimate of(double[] numerators, double[] denominators) {
        PairMoments moments = PairMoments.of(numerators, denominators);
        double ratio = moments.meanA() / moments.meanB();
        double[] shares = new double[numerators.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = ratio + (numerators[i] - ratio * denominators[i]) / moments.meanB();
        }
        return new RatioEstimate(ratio, moments, MeanEstimate.of(shares));
    }

    @Override
    public int n() {
        return moments.n();
    }

    @Override
    public Optional<MeanEstimate> mean() {
        return Optional.of(shares);
    }

    @Override
    public RatioEstimate skewed(double skewness) {
        return new RatioEstimate(value, moments, shares.skewed(skewness));
    }

    /** The ratios that the test does not reject. */
    @Override
    public Interval interval(double level) {
        String method = "ratio of sums (Fieller), " + MeanEstimate.METHOD;
        if (n() < 2 || untestable().isPresent()) {
            Interval of = shares.interval(level);
            return new Interval(of.low(), of.high(), level, method, of.note());
        }
        double z = Interval.z(level);
        return Interval.of(bound(z), bound(-z), level, method);
    }

    /** Where the score, which falls as the reference grows, crosses {@code z}. */
    private double bound(double z) {
        double inner = value();
        double outer = inner;
        double step = 2 * shares.standardError();
        for (int i = 0; i < 60 && (z > 0 ? score(outer) < z : score(outer) > z); i++) {
            outer -= Math.signum(z) * step;
            step *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (inner + outer) / 2;
            boolean inside = z > 0 ? score(middle) < z : score(middle) > z;
            inner = inside ? middle : inner;
            outer = inside ? outer : middle;
        }
        return inner;
    }

    @Override
    public Optional<String> untestable() {
        return shares.standardError() > 1e-12 * Math.abs(value())
                ? Optional.empty()
                : Optional.of("Not tested because the ratio is the same in every row, so that its error is unknown.");
    }

    /** Whether the mean of numerator - reference x denominator is 0 (Fieller 1954). */
    @Override
    public double score(double reference) {
        return moments.difference(reference).skewed(shares.skewness()).score(0);
    }

    @Override
    public double score(Estimate other) {
        return shares.score(((RatioEstimate) other).shares);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        shares.draw(random, into);
    }
}
