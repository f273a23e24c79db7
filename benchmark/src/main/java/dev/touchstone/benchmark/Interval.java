package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A confidence interval. A bound that the data cannot give is absent, and the note says why.
 *
 * @param level confidence of the whole interval, such as 0.95
 * @param method how it was computed, in words
 */
public record Interval(OptionalDouble low, OptionalDouble high, double level, String method, Optional<String> note) {

    static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public static Interval of(double low, double high, double level, String method) {
        return new Interval(OptionalDouble.of(low), OptionalDouble.of(high), level, method, Optional.empty());
    }

    public static Interval none(double level, String method, String why) {
        return new Interval(OptionalDouble.empty(), OptionalDouble.empty(), level, method, Optional.of(why));
    }

    public boolean complete() {
        return low.isPresent() && high.isPresent();
    }

    /** Whether {@code x} lies inside; an absent bound excludes nothing. */
    public boolean contains(double x) {
        return !(low.isPresent() && x < low.getAsDouble()) && !(high.isPresent() && x > high.getAsDouble());
    }

    /**
     * Interval of the quantile at probability {@code p} between two order statistics; holds for any continuous distribution, with at
     * least the stated confidence. A bound is absent when there are too few values for it.
     */
    public static Interval ofQuantile(double[] values, double p, double level) {
        return QuantileInterval.exact(Values.sorted(values, "the sample"), p, level);
    }

    /** Student's interval of the mean. */
    public static Interval ofMean(double[] values, double level) {
        Values.checked(values, "the sample");
        Values.probability(level, "The confidence level");
        if (values.length < 2) {
            return none(level, "Student's t", "One value gives no interval of the mean: at least 2 are needed.");
        }
        double mean = Values.mean(values);
        double error = Math.sqrt(Values.variance(values, mean) / values.length);
        double t = TDistribution.of(values.length - 1.0).inverseSurvivalProbability((1 - level) / 2);
        return of(mean - t * error, mean + t * error, level, "Student's t");
    }

    /** Wilson's score interval of a proportion. */
    public static Interval wilson(long numerator, long denominator, double level) {
        Count.check(numerator, denominator, "the proportion");
        if (denominator == 0) {
            return none(level, "Wilson", "There is no interval of a proportion of nothing: the denominator is 0.");
        }
        double z = z(level);
        double n = denominator;
        double p = numerator / n;
        double centre = p + z * z / (2 * n);
        double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        // at 0 and n the bound is exact, free of rounding
        double low = numerator == 0 ? 0 : (centre - half) / scale;
        double high = numerator == denominator ? 1 : (centre + half) / scale;
        return of(low, high, level, "Wilson");
    }

    /** Byar's approximation to the exact interval of a Poisson count. */
    public static Interval byar(long count, double level) {
        checkCount(count);
        double z = z(level);
        double low = count == 0 ? 0 : count * cube(1 - 1 / (9.0 * count) - z / (3 * Math.sqrt(count)));
        double above = count + 1.0;
        double high = above * cube(1 - 1 / (9 * above) + z / (3 * Math.sqrt(above)));
        return of(low, high, level, "Byar");
    }

    /** Exact interval of a Poisson count, by the chi-square distribution (Garwood 1936). */
    public static Interval exactPoisson(long count, double level) {
        checkCount(count);
        double tail = (1 - Values.probability(level, "The confidence level")) / 2;
        double low = count == 0 ? 0 : ChiSquaredDistribution.of(2.0 * count).inverseCumulativeProbability(tail) / 2;
        double high = ChiSquaredDistribution.of(2.0 * count + 2).inverseSurvivalProbability(tail) / 2;
        return of(low, high, level, "exact Poisson");
    }

    /** Interval of a count: exact below 10, Byar's from there on. */
    public static Interval ofCount(long count, double level) {
        return count < 10 ? exactPoisson(count, level) : byar(count, level);
    }

    /** Half-width in standard errors: 1.96 for 0.95. */
    static double z(double level) {
        return NORMAL.inverseSurvivalProbability((1 - Values.probability(level, "The confidence level")) / 2);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static void checkCount(long count) {
        if (count < 0) {
            throw new BadData("out-of-range", "The count is " + count + ".", "A count is 0 or more.");
        }
    }
}
