package dev.touchstone.benchmark;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Student's distribution about a shift: that of a normal value of mean {@code shift} over the root of a mean square. */
final class NoncentralT {
    private static final int POINTS = 400;

    private NoncentralT() {}

    /** Probability of more than {@code t}: the mean, over the mean square, of a normal tail; by Simpson's rule over its quantiles. */
    static double survival(double t, double degrees, double shift) {
        if (degrees > 1e5) {
            return Interval.NORMAL.survivalProbability(t - shift);
        }
        ChiSquaredDistribution squares = ChiSquaredDistribution.of(degrees);
        double low = Math.sqrt(squares.inverseCumulativeProbability(1e-12) / degrees);
        double high = Math.sqrt(squares.inverseSurvivalProbability(1e-12) / degrees);
        double step = (high - low) / POINTS;
        double sum = 0;
        for (int i = 0; i <= POINTS; i++) {
            double root = low + i * step;
            // density of the root of a mean square
            double density = 2 * degrees * root * squares.density(degrees * root * root);
            double weight = i == 0 || i == POINTS ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * density * Interval.NORMAL.survivalProbability(t * root - shift);
        }
        return sum * step / 3;
    }
}
