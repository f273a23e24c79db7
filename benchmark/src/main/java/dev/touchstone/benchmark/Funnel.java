package dev.touchstone.benchmark;

import org.apache.commons.statistics.distribution.DiscreteDistribution;

/**
 * Prediction limits of a funnel plot: where the share or rate of a unit of this size lies, 95 or 99.8 times in 100, if it is like all
 * others. They are limits of the count to be seen, not of the share to be known (Spiegelhalter 2005), interpolated between whole
 * counts. Over-dispersion widens them about the target.
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

    /**
     * @param counts distribution of the count at the target
     * @param most greatest possible share
     */
    static Funnel of(DiscreteDistribution counts, double size, double target, double widening, double most) {
        return new Funnel(
                limit(counts, size, target, 0.025, widening, most),
                limit(counts, size, target, 0.975, widening, most),
                limit(counts, size, target, 0.001, widening, most),
                limit(counts, size, target, 0.999, widening, most));
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

    private static double limit(
            DiscreteDistribution counts, double size, double target, double p, double widening, double most) {
        int r = counts.inverseCumulativeProbability(p);
        double within = (counts.cumulativeProbability(r) - p) / counts.probability(r);
        double exact = Math.clamp((r - within) / size, 0, most);
        return Math.clamp(target + (exact - target) * widening, 0, most);
    }
}
