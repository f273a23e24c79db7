package dev.touchstone.benchmark;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The one number that a group of values is compared by.
 *
 * @param name {@code mean}, {@code geometric mean}, {@code ratio}, {@code median}, or {@code p} with the percentage: {@code p90},
 *     {@code p99.9}
 * @param quantile probability of the quantile; absent for the others
 */
public record Statistic(String name, OptionalDouble quantile) {
    public static final Statistic MEAN = new Statistic("mean", OptionalDouble.empty());
    /** For times and costs whose logarithms are rather symmetric, such as lengths of stay. */
    public static final Statistic GEOMETRIC_MEAN = new Statistic("geometric mean", OptionalDouble.empty());
    /** Sum of numerators over sum of denominators; for {@link RatioGroup} alone. */
    public static final Statistic RATIO = new Statistic("ratio", OptionalDouble.empty());

    /** Of a line by least squares: its height at 0, its rise, and its height at the mean of all rows. */
    public static final Statistic INTERCEPT = new Statistic("intercept", OptionalDouble.empty());

    public static final Statistic SLOPE = new Statistic("slope", OptionalDouble.empty());
    public static final Statistic STANDARDISED = new Statistic("standardised", OptionalDouble.empty());

    public static final Statistic MEDIAN = percentile(0.5);
    public static final Statistic P90 = percentile(0.9);

    /** The quantile at {@code probability}, between 0 and 1. */
    public static Statistic percentile(double probability) {
        Values.probability(probability, "The probability of the quantile");
        String name = probability == 0.5 ? "median" : "p" + Words.number(100 * probability);
        return new Statistic(name, OptionalDouble.of(probability));
    }

    /** Reads a name as {@link #name()} writes it. */
    public static Statistic parse(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        for (Statistic known : new Statistic[] {MEAN, MEDIAN, GEOMETRIC_MEAN, RATIO, INTERCEPT, SLOPE, STANDARDISED}) {
            if (name.equals(known.name) || name.equals(known.name.replace(' ', '-'))) {
                return known;
            }
        }
        if (name.matches("p\\d{1,2}(\\.\\d{1,6})?")) {
            double probability = Double.parseDouble(name.substring(1) + "e-2");
            if (probability > 0) {
                return percentile(probability);
            }
        }
        throw new BadData(
                "unknown-statistic",
                "\"" + text + "\" is not a statistic.",
                "Write mean, geometric-mean, median, ratio, or p with a percentage between 0 and 100, such as p90.");
    }

    boolean ofLine() {
        return equals(INTERCEPT) || equals(SLOPE) || equals(STANDARDISED);
    }

    @Override
    public String toString() {
        return name;
    }
}
