package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** A quantile of ascending values; nothing is assumed of their distribution. */
record QuantileEstimate(double[] x, double p, Quantile quantile) implements Estimate {
    /** Its median is that of the true quantile, whatever the distribution (Hyndman and Fan 1996). */
    private static final Quantile MEDIAN_UNBIASED = new Quantile(8);

    /** Fewer values than this have, as a rule, none beyond the quantile, so that it cannot be compared. */
    static int least(double p) {
        return (int) Math.ceil(1 / Math.min(p, 1 - p) - 1e-9);
    }

    @Override
    public int n() {
        return x.length;
    }

    @Override
    public double value() {
        return quantile.ofSorted(x, p);
    }

    @Override
    public double unbiased() {
        return MEDIAN_UNBIASED.ofSorted(x, p);
    }

    @Override
    public Interval interval(double level) {
        return QuantileInterval.exact(x, p, level);
    }

    @Override
    public Optional<String> untestable() {
        return Optional.empty();
    }

    /**
     * Sign test: the number of values below the true quantile is Binomial(n, p). Values equal to the reference speak for it; the
     * mid-p-value takes off the conservatism of a discrete test.
     */
    @Override
    public double score(double reference) {
        BinomialDistribution below = BinomialDistribution.of(x.length, p);
        int less = rankOf(reference, false);
        int lessOrEqual = rankOf(reference, true);
        double above = below.cumulativeProbability(lessOrEqual) - below.probability(lessOrEqual) / 2;
        double under = below.survivalProbability(less) + below.probability(less) / 2;
        return above < under ? Math.max(0, Estimate.scoreOf(above)) : -Math.max(0, Estimate.scoreOf(under));
    }

    /**
     * Exact test that both have as many of their values below a common threshold, the quantile of all values together (Mood's median
     * test, at any quantile).
     */
    @Override
    public double score(Estimate other) {
        QuantileEstimate that = (QuantileEstimate) other;
        double[] pooled = new double[x.length + that.x.length];
        System.arraycopy(x, 0, pooled, 0, x.length);
        System.arraycopy(that.x, 0, pooled, x.length, that.x.length);
        double threshold = quantile.of(pooled, p);
        int mine = rankOf(threshold, true);
        int all = mine + that.rankOf(threshold, true);
        HypergeometricDistribution below = HypergeometricDistribution.of(pooled.length, all, x.length);
        double above = below.cumulativeProbability(mine);
        double under = below.survivalProbability(mine) + below.probability(mine);
        return above < under ? Math.max(0, Estimate.scoreOf(above)) : -Math.max(0, Estimate.scoreOf(under));
    }

    private int rankOf(double reference, boolean including) {
        int at = Arrays.binarySearch(x, reference);
        if (at < 0) {
            return -at - 1;
        }
        int edge = at;
        while (including ? edge < x.length && x[edge] == reference : edge > 0 && x[edge - 1] == reference) {
            edge += including ? 1 : -1;
        }
        return edge;
    }

    /**
     * Exact bootstrap without resampling: the k-th smallest of n uniform numbers is Beta(k, n - k + 1), the next one is the smallest
     * of the n - k that are left, and both are looked up in the sample.
     */
    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        int n = x.length;
        Quantile.Position at = quantile.position(n, p);
        int k = at.rank();
        ContinuousSampler lower = AhrensDieterMarsagliaTsangGammaSampler.of(random, k, 1);
        ContinuousSampler upper = AhrensDieterMarsagliaTsangGammaSampler.of(random, n - k + 1.0, 1);
        for (int i = 0; i < into.length; i++) {
            double low = lower.sample();
            double u = low / (low + upper.sample());
            double value = lookUp(u);
            if (at.weight() > 0) {
                double next = u + (1 - u) * (1 - Math.pow(random.nextDouble(), 1.0 / (n - k)));
                value = (1 - at.weight()) * value + at.weight() * lookUp(next);
            }
            into[i] = value;
        }
    }

    private double lookUp(double u) {
        return x[Math.min(x.length - 1, (int) (u * x.length))];
    }
}
