package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How much more units differ than chance alone would have it (Spiegelhalter 2005).
 *
 * @param phi mean of the squared scores, each tail of 10 % winsorised; 1 when units differ by chance alone
 * @param pValue of the test that phi is 1
 * @param applied whether limits and verdicts allow for it: only when it is beyond chance and there are units enough that no single
 *     one makes it
 * @param note why it is not applied, if so
 */
public record Dispersion(double phi, double pValue, boolean applied, Optional<String> note) {
    private static final int ENOUGH_UNITS = 10;

    static Dispersion of(double[] scores) {
        double[] z = Ranks.ascending(scores);
        int cut = z.length / 10;
        double sum = 0;
        for (double v : z) {
            double kept = Math.clamp(v, z[cut], z[z.length - 1 - cut]);
            sum += kept * kept;
        }
        double phi = sum / z.length;
        double p = ChiSquaredDistribution.of(z.length).survivalProbability(sum);
        if (z.length < ENOUGH_UNITS) {
            return new Dispersion(
                    phi,
                    p,
                    false,
                    Optional.of(
                            "Not allowed for because " + z.length + " units are too few to tell over-dispersion from"
                                    + " one unit that stands out: at least " + ENOUGH_UNITS + " are needed."));
        }
        return p <= 0.05
                ? new Dispersion(phi, p, true, Optional.empty())
                : new Dispersion(phi, p, false, Optional.of("Not allowed for because it is within chance."));
    }

    /** Factor by which standard errors grow. */
    double widening() {
        return applied ? Math.max(1, Math.sqrt(phi)) : 1;
    }
}
