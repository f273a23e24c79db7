package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Order-statistic intervals. The number of values below the true quantile is Binomial(n, p), whatever the distribution, so the
 * interval from the r-th to the s-th smallest value misses it with probability P(B &lt; r) + P(B &gt;= s).
 */
final class QuantileInterval {
    static final String METHOD = "order statistics";

    private QuantileInterval() {}

    static Interval exact(double[] x, double p, double level) {
        Values.probability(p, "The probability of the quantile");
        double alpha = 1 - Values.probability(level, "The confidence level");
        int n = x.length;
        if (Math.pow(p, n) + Math.pow(1 - p, n) > alpha) {
            return oneSided(x, p, level);
        }
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int low = lowRank(below, alpha / 2);
        int high = highRank(below, alpha / 2);
        if (high > n) {
            high = n;
            low = lowRank(below, alpha - Math.pow(p, n));
        } else if (low < 1) {
            low = 1;
            high = highRank(below, alpha - Math.pow(1 - p, n));
        }
        return Interval.of(x[low - 1], x[high - 1], level, METHOD);
    }

    /** What few values can still say: a lower bound of a high quantile, an upper bound of a low one. */
    private static Interval oneSided(double[] x, double p, double level) {
        int n = x.length;
        BinomialDistribution below = BinomialDistribution.of(n, p);
        int low = p > 0.5 ? lowRank(below, 1 - level) : 0;
        int high = p < 0.5 ? highRank(below, 1 - level) : n + 1;
        String bounds = low >= 1 ? "upper bound" : high <= n ? "lower bound" : "interval";
        String note = "%d %s no %s of %s with %s confidence: at least %d are needed."
                .formatted(
                        n,
                        n == 1 ? "value gives" : "values give",
                        bounds,
                        Statistic.percentile(p).name(),
                        Words.percent(level),
                        needed(p, level));
        return new Interval(
                low >= 1 ? OptionalDouble.of(x[low - 1]) : OptionalDouble.empty(),
                high <= n ? OptionalDouble.of(x[high - 1]) : OptionalDouble.empty(),
                level,
                METHOD,
                Optional.of(note));
    }

    /** Smallest n that gives both bounds. */
    static int needed(double p, double level) {
        double extreme = Math.max(p, 1 - p);
        int n = Math.max(1, (int) Math.floor(Math.log(1 - level) / Math.log(extreme)));
        while (Math.pow(p, n) + Math.pow(1 - p, n) > 1 - level) {
            n++;
        }
        return n;
    }

    /** Largest r with P(B &lt; r) at most {@code tail}; 0 where there is none. */
    private static int lowRank(BinomialDistribution below, double tail) {
        int k = below.inverseCumulativeProbability(tail);
        return below.cumulativeProbability(k) <= tail ? k + 1 : k;
    }

    /** Smallest s with P(B &gt;= s) at most {@code tail}; n + 1 where there is none. */
    private static int highRank(BinomialDistribution below, double tail) {
        return below.inverseSurvivalProbability(tail) + 1;
    }
}
