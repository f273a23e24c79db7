package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * The slope of a series without regard to outliers: the median of the slopes between all pairs of points (Theil 1950, Sen 1968).
 *
 * @param slope per unit of time
 * @param intercept value at time 0 of the line
 * @param interval of the slope, from the distribution of Kendall's statistic
 */
public record TheilSen(double slope, double intercept, Interval interval) {

    /** @param times all different, three or more */
    public static TheilSen of(double[] times, double[] values, double level) {
        int n = times.length;
        if (n < 3 || values.length != n) {
            throw new BadData(
                    "too-few",
                    "A trend of " + n + " points was asked for.",
                    "Give three points or more, each with a time.");
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[k++] = (values[j] - values[i]) / (times[j] - times[i]);
            }
        }
        Values.finite(slopes, "the slopes between points");
        Arrays.sort(slopes);
        double slope = Quantile.DEFAULT.ofSorted(slopes, 0.5);
        double[] rests = new double[n];
        for (int i = 0; i < n; i++) {
            rests[i] = values[i] - slope * times[i];
        }
        return new TheilSen(slope, Quantile.DEFAULT.of(rests, 0.5), interval(slopes, n, level));
    }

    private static Interval interval(double[] slopes, int n, double level) {
        double sd = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        double half = Interval.z(level) * sd;
        int low = (int) Math.floor((slopes.length - half) / 2);
        int high = (int) Math.ceil((slopes.length + half) / 2);
        if (low < 1 || high >= slopes.length) {
            return Interval.none(level, "Theil-Sen", n + " points are too few for an interval of a slope.");
        }
        return Interval.of(slopes[low - 1], slopes[high], level, "Theil-Sen");
    }
}
