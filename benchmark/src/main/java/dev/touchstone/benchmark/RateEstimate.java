package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Events counted over an exposure.
 *
 * @param exposure above 0, in units of what the rate is told for
 * @param n exposure in its own unit
 */
record RateEstimate(long count, double exposure, int n) implements Estimate {

    @Override
    public double value() {
        return count / exposure;
    }

    @Override
    public Interval interval(double level) {
        return Rates.interval(count, exposure, level);
    }

    @Override
    public Optional<String> untestable() {
        return Optional.empty();
    }

    /** Exact Poisson test with the mid-p-value. */
    @Override
    public double score(double reference) {
        if (reference <= 0) {
            return count == 0 ? 0 : 38;
        }
        return score(PoissonDistribution.of(reference * exposure));
    }

    /** Given the sum of both counts, this one is binomial (Przyborowski and Wilenski 1940). */
    @Override
    public double score(Estimate other) {
        RateEstimate that = (RateEstimate) other;
        long both = count + that.count;
        return both == 0 ? 0 : score(BinomialDistribution.of((int) both, exposure / (exposure + that.exposure)));
    }

    private double score(DiscreteDistribution counts) {
        double half = counts.probability((int) count) / 2;
        double below = counts.cumulativeProbability((int) count) - half;
        double above = counts.survivalProbability((int) count) + half;
        return above < below ? Math.max(0, Estimate.scoreOf(above)) : -Math.max(0, Estimate.scoreOf(below));
    }

    /** Posterior of the rate under Jeffreys' prior. */
    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        ContinuousSampler counts = AhrensDieterMarsagliaTsangGammaSampler.of(random, count + 0.5, 1);
        for (int i = 0; i < into.length; i++) {
            into[i] = counts.sample() / exposure;
        }
    }
}
