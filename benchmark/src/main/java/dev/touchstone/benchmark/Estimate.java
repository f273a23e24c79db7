package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.TDistribution;

/** The figure of one group, and all that a comparison needs to know of its uncertainty. */
sealed interface Estimate
        permits QuantileEstimate,
                MeanEstimate,
                GeometricEstimate,
                RatioEstimate,
                FormulaEstimate,
                ShareEstimate,
                RateEstimate,
                ErrorEstimate {
    /** Scores beyond this are all the same: no doubt. */
    double MOST = 38;

    int n();

    double value();

    Interval interval(double level);

    /** Why {@link #score} cannot be computed, if so. */
    Optional<String> untestable();

    /** Normal score of the test that the true figure is {@code reference}; positive where the group lies above. */
    double score(double reference);

    /** Normal score of the test of two groups against each other; positive where this one lies above. */
    double score(Estimate other);

    /** The mean that the tests are made of, if they are: groups of one kind share its skewness. */
    default Optional<MeanEstimate> mean() {
        return Optional.empty();
    }

    /** The same, its mean with another skewness. */
    default Estimate skewed(double skewness) {
        return this;
    }

    /**
     * The figure without bias, for tests against other groups, which may be larger. Few values give too low a high percentile by most
     * definitions.
     */
    default double unbiased() {
        return value();
    }

    /** Fills {@code into} with figures as they would have come out in other samples like this one. */
    void draw(UniformRandomProvider random, double[] into);

    /** Normal score of a one-sided p-value, kept finite. */
    static double scoreOf(double pValue) {
        return Math.min(Interval.NORMAL.inverseSurvivalProbability(pValue), MOST);
    }

    /** Score of a gap that has no error. */
    static double certain(double gap) {
        return gap == 0 ? 0 : Math.copySign(MOST, gap);
    }

    static double student(double t, double degrees) {
        return Math.copySign(scoreOf(TDistribution.of(degrees).survivalProbability(Math.abs(t))), t);
    }

    /** Score of the gap between two figures, each with its error (Welch 1947). */
    static double welch(double gap, double errorA, double degreesA, double errorB, double degreesB) {
        double error = Math.hypot(errorA, errorB);
        if (error == 0) {
            return certain(gap);
        }
        double a = errorA / error * (errorA / error);
        double b = errorB / error * (errorB / error);
        return student(gap / error, 1 / (a * a / degreesA + b * b / degreesB));
    }
}
