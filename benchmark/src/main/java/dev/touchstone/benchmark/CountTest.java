package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * Counts of several units held against one target: shares of a whole (binomial) or counts beside an expectation (Poisson). The target
 * lies inside the possible.
 */
final class CountTest {
    private final double[] counts;
    private final double[] sizes;
    private final double target;
    private final boolean binomial;
    private final Dispersion dispersion;

    private CountTest(double[] counts, double[] sizes, double target, boolean binomial, Dispersion.Model model) {
        this.counts = counts;
        this.sizes = sizes;
        this.target = target;
        this.binomial = binomial;
        double[] variances = Arrays.stream(sizes).map(n -> variance() / n).toArray();
        this.dispersion = Dispersion.of(
                IntStream.range(0, counts.length)
                        .mapToDouble(i -> (share(i) - target) / Math.sqrt(variances[i]))
                        .toArray(),
                variances,
                model);
    }

    static CountTest shares(double[] counts, double[] sizes, double target, Dispersion.Model model) {
        return new CountTest(counts, sizes, target, true, model);
    }

    static CountTest rates(double[] counts, double[] sizes, double target, Dispersion.Model model) {
        return new CountTest(counts, sizes, target, false, model);
    }

    Dispersion dispersion() {
        return dispersion;
    }

    /** Variance by chance of the share of a unit of size 1. */
    private double variance() {
        return binomial ? target * (1 - target) : target;
    }

    private double widening(int i) {
        return dispersion.widening(variance() / sizes[i]);
    }

    private double share(int i) {
        return counts[i] / sizes[i];
    }

    private DiscreteDistribution atTarget(int i) {
        return binomial ? BinomialDistribution.of((int) sizes[i], target) : PoissonDistribution.of(sizes[i] * target);
    }

    Funnel funnel(int i) {
        return Funnel.of(atTarget(i), sizes[i], target, widening(i), binomial ? 1 : Double.MAX_VALUE);
    }

    /** Two-sided mid-p-values of the counts, their normal scores divided by the over-dispersion. */
    double[] pValues() {
        return IntStream.range(0, counts.length)
                .parallel()
                .mapToDouble(i -> {
                    DiscreteDistribution distribution = atTarget(i);
                    int k = (int) counts[i];
                    double half = distribution.probability(k) / 2;
                    double tail = Math.min(
                            distribution.cumulativeProbability(k) - half, distribution.survivalProbability(k) + half);
                    double score = Math.max(0, Estimate.scoreOf(tail)) / widening(i);
                    return AgainstReference.pValue(score);
                })
                .toArray();
    }

    /**
     * Shares with their error allowed for: the posterior mean under the beta (or gamma) distribution of true shares that moments give
     * (Kleinman 1973). Sizes differ, so the excess of the weighted sum of squares over chance is divided by its weight.
     */
    record Shrinkage(double[] shrunken, double rankability, List<Comparison.ExpectedRank> ranks) {}

    Shrinkage shrinkage(Direction direction, double level, long seed) {
        int n = counts.length;
        double total = 0;
        double squares = 0;
        double sum = 0;
        double sum2 = 0;
        for (int i = 0; i < n; i++) {
            sum += counts[i];
            total += sizes[i];
            sum2 += sizes[i] * sizes[i];
        }
        double mean = sum / total;
        double chance = binomial ? mean * (1 - mean) : mean;
        for (int i = 0; i < n; i++) {
            squares += sizes[i] * (share(i) - mean) * (share(i) - mean);
        }
        double weight = total - sum2 / total - (binomial ? n - 1 : 0);
        double tau2 = weight > 0 ? Math.max(0, (squares - (n - 1) * chance) / weight) : 0;
        // units of size that the prior is worth
        double prior = tau2 == 0 ? Double.POSITIVE_INFINITY : Math.max(0, chance / tau2 - (binomial ? 1 : 0));
        double[] shrunken = new double[n];
        double[] spread = new double[n];
        double[] variances = new double[n];
        for (int i = 0; i < n; i++) {
            double own = tau2 == 0 ? 0 : sizes[i] / (sizes[i] + prior);
            shrunken[i] = own * share(i) + (1 - own) * mean;
            variances[i] = chance / sizes[i];
            double posterior = binomial
                    ? shrunken[i] * (1 - shrunken[i]) / (sizes[i] + prior + 1)
                    : shrunken[i] / (sizes[i] + prior);
            spread[i] = tau2 == 0 ? 0 : Math.sqrt(posterior);
        }
        return new Shrinkage(
                shrunken,
                RankUncertainty.rankability(tau2, variances),
                RankUncertainty.ranks(shrunken, spread, direction, level, seed));
    }
}
