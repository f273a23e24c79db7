package dev.touchstone.benchmark;

import java.util.OptionalDouble;

/**
 * A sample in a few numbers. Minimum and maximum are for checks of plausibility; a report to others never shows them, because they
 * tell of single units.
 *
 * @param n number of values
 * @param sd sample standard deviation (divisor n - 1); absent for one value
 * @param mad robust scale: 1.4826 times the median absolute deviation from the median, which estimates the standard deviation of a
 *     normal sample
 */
public record Summary(
        int n,
        double mean,
        OptionalDouble sd,
        double min,
        double q1,
        double median,
        double q3,
        double p90,
        double max,
        double mad) {

    static final double MAD_TO_SD = 1.4826;

    /** Summary with quantiles of type 7. */
    public static Summary of(double[] values) {
        return of(values, Quantile.DEFAULT);
    }

    public static Summary of(double[] values, Quantile quantile) {
        return ofSorted(Values.sorted(values, "the sample"), quantile);
    }

    static Summary ofSorted(double[] x, Quantile quantile) {
        double mean = Values.mean(x);
        OptionalDouble sd =
                x.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(Values.variance(x, mean)));
        double median = quantile.ofSorted(x, 0.5);
        return new Summary(
                x.length,
                mean,
                sd,
                x[0],
                quantile.ofSorted(x, 0.25),
                median,
                quantile.ofSorted(x, 0.75),
                quantile.ofSorted(x, 0.9),
                x[x.length - 1],
                robustScale(x, median));
    }

    /** 1.4826 MAD of ascending values: deviations grow to both sides of the median, so they are merged, not sorted. */
    static double robustScale(double[] x, double median) {
        int n = x.length;
        int right = 0;
        while (right < n && x[right] < median) {
            right++;
        }
        int left = right - 1;
        double before = 0;
        double deviation = 0;
        for (int taken = 0; taken <= n / 2; taken++) {
            before = deviation;
            boolean takeLeft = right == n || (left >= 0 && median - x[left] <= x[right] - median);
            deviation = takeLeft ? median - x[left--] : x[right++] - median;
        }
        return MAD_TO_SD * (n % 2 == 1 ? deviation : (before + deviation) / 2);
    }
}
