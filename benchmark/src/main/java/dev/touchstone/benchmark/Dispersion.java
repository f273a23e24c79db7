package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How much more units differ than chance alone would have it (Spiegelhalter 2005).
 *
 * @param phi mean of the squared scores, each tail of 10 % winsorised; 1 when units differ by chance alone
 * @param tau2 variance between units that would make such a phi, beside that of chance
 * @param pValue of the test that phi is 1
 * @param applied whether limits and verdicts allow for it: only when it is beyond chance and there are units enough that no single
 *     one makes it
 * @param note why it is not applied, if so
 */
public record Dispersion(double phi, double tau2, Model model, double pValue, boolean applied, Optional<String> note) {
    private static final int ENOUGH_UNITS = 10;

    /** How limits allow for it. */
    public enum Model {
        /** Every error grows by the same factor, the root of phi. */
        MULTIPLICATIVE,
        /** Units truly differ, with the same variance for large and small: large units gain the most room. */
        ADDITIVE
    }

    /**
     * @param scores of the units
     * @param variances by chance of the figure of each
     */
    static Dispersion of(double[] scores, double[] variances, Model model) {
        double[] z = Ranks.ascending(scores);
        int n = z.length;
        int cut = n / 10;
        double sum = 0;
        for (double v : z) {
            double kept = Math.clamp(v, z[cut], z[n - 1 - cut]);
            sum += kept * kept;
        }
        double weights = 0;
        double squares = 0;
        for (double v : variances) {
            weights += 1 / v;
            squares += 1 / (v * v);
        }
        double excess = weights - squares / weights;
        double tau2 = excess > 0 ? Math.max(0, (sum - (n - 1)) / excess) : 0;
        double p = ChiSquaredDistribution.of(n).survivalProbability(sum);
        Optional<String> note = n < ENOUGH_UNITS
                ? Optional.of("Not allowed for because " + n + " units are too few to tell over-dispersion from"
                        + " one unit that stands out: at least " + ENOUGH_UNITS + " are needed.")
                : p > 0.05 ? Optional.of("Not allowed for because it is within chance.") : Optional.empty();
        return new Dispersion(sum / n, tau2, model, p, note.isEmpty(), note);
    }

    /** Factor by which the standard error of a unit grows whose variance by chance is this. */
    double widening(double variance) {
        if (!applied) {
            return 1;
        }
        return switch (model) {
            case MULTIPLICATIVE -> Math.max(1, Math.sqrt(phi));
            case ADDITIVE -> Math.sqrt(1 + tau2 / variance);
        };
    }
}
