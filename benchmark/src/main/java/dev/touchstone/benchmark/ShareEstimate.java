package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** A share counted. */
record ShareEstimate(Count count) implements Estimate {

    @Override
    public int n() {
        return (int) count.denominator();
    }

    @Override
    public double value() {
        return (double) count.numerator() / count.denominator();
    }

    @Override
    public Interval interval(double level) {
        return Interval.wilson(count.numerator(), count.denominator(), level);
    }

    @Override
    public Optional<String> untestable() {
        return Optional.empty();
    }

    @Override
    public double score(double reference) {
        int k = (int) count.numerator();
        if (reference <= 0 || reference >= 1) {
            // a share that must be 0 or 1 is refuted by a single case
            double surely = reference <= 0 ? 38 : -38;
            return value() == Math.clamp(reference, 0, 1) ? 0 : surely;
        }
        BinomialDistribution counts = BinomialDistribution.of(n(), reference);
        double half = counts.probability(k) / 2;
        return signed(counts.cumulativeProbability(k) - half, counts.survivalProbability(k) + half);
    }

    /** Fisher's exact test, with the mid-p-value. */
    @Override
    public double score(Estimate other) {
        Count that = ((ShareEstimate) other).count;
        HypergeometricDistribution counts = HypergeometricDistribution.of(
                (int) (count.denominator() + that.denominator()), (int) (count.numerator() + that.numerator()), n());
        int k = (int) count.numerator();
        double half = counts.probability(k) / 2;
        return signed(counts.cumulativeProbability(k) - half, counts.survivalProbability(k) + half);
    }

    private static double signed(double below, double above) {
        return above < below ? Math.max(0, Estimate.scoreOf(above)) : -Math.max(0, Estimate.scoreOf(below));
    }

    /** Posterior of the share under Jeffreys' prior. */
    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        ContinuousSampler yes = AhrensDieterMarsagliaTsangGammaSampler.of(random, count.numerator() + 0.5, 1);
        ContinuousSampler no =
                AhrensDieterMarsagliaTsangGammaSampler.of(random, count.denominator() - count.numerator() + 0.5, 1);
        for (int i = 0; i < into.length; i++) {
            double a = yes.sample();
            into[i] = a / (a + no.sample());
        }
    }
}
