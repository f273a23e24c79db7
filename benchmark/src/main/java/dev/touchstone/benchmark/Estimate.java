package dev.touchstone.benchmark;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

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
    int n();

    double value();

    Interval interval(double level);

    /** Why {@link #score} cannot be computed, if so. */
    Optional<String> untestable();

    /** Normal score of the test that the true figure is {@code reference}; positive where the group lies above. */
    double score(double reference);

    /** Normal score of the test of two groups against each other; positive where this one lies above. */
    double score(Estimate other);

    /** Fills {@code into} with figures as they would have come out in other samples like this one. */
    void draw(UniformRandomProvider random, double[] into);

    /** Normal score of a one-sided p-value, kept finite. */
    static double scoreOf(double pValue) {
        return Math.min(Interval.NORMAL.inverseSurvivalProbability(pValue), 38);
    }
}
