package dev.touchstone.benchmark;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Prediction limits of a funnel plot: where the share of a unit with this denominator lies, 95 or 99.8 times in 100, if it is like
 * all others. They are limits of the count to be seen, not of the share to be known (Spiegelhalter 2005), interpolated between
 * whole counts. Over-dispersion widens them about the target.
 */
public record Funnel(double low95, double high95, double low998, double high998) {

    /** Where a share lies in its funnel. */
    public enum Position {
        INSIDE,
        ABOVE_95,
        BELOW_95,
        ABOVE_99_8,
        BELOW_99_8
    }

    static Funnel of(int denominator, double target, double widening) {
        return new Funnel(
                limit(denominator, target, 0.025, widening),
                limit(denominator, target, 0.975, widening),
                limit(denominator, target, 0.001, widening),
                limit(denominator, target, 0.999, widening));
    }

    Position position(double share) {
        if (share > high95) {
            return share > high998 ? Position.ABOVE_99_8 : Position.ABOVE_95;
        }
        if (share < low95) {
            return share < low998 ? Position.BELOW_99_8 : Position.BELOW_95;
        }
        return Position.INSIDE;
    }

    private static double limit(int n, double target, double p, double widening) {
        double exact = target;
        if (target > 0 && target < 1) {
            BinomialDistribution counts = BinomialDistribution.of(n, target);
            int r = counts.inverseCumulativeProbability(p);
            double within = (counts.cumulativeProbability(r) - p) / counts.probability(r);
            exact = Math.clamp((r - within) / n, 0, 1);
        }
        return Math.clamp(target + (exact - target) * widening, 0, 1);
    }
}
