package dev.touchstone.benchmark;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much must be measured before a change can be shown, and how small a change can be. All tests are two-sided.
 *
 * @param level confidence, such as 0.95
 * @param power how often a true effect of the size is to be found, usually 0.8 or 0.9
 */
public record SampleSize(double level, double power) {
    private static final int MOST = 100_000_000;

    public SampleSize {
        Values.probability(level, "The confidence level");
        Values.probability(power, "The power");
    }

    public static SampleSize of(double power) {
        return new SampleSize(0.95, power);
    }

    /**
     * Values in each of two groups so that their means can be told apart (Student's test, by the noncentral t distribution).
     *
     * @param deviation standard deviation of the values
     * @param difference of the means
     */
    public long means(double deviation, double difference) {
        double effect = Math.abs(nonZero(difference)) / positive(deviation, "The deviation");
        return least(n -> powerOfMeans(n, effect), 2);
    }

    private double powerOfMeans(double n, double effect) {
        double degrees = 2 * n - 2;
        double critical = TDistribution.of(degrees).inverseSurvivalProbability((1 - level) / 2);
        return NoncentralT.survival(critical, degrees, effect * Math.sqrt(n / 2));
    }

    /** Units in each of two groups so that their shares can be told apart (normal approximation, pooled under no difference). */
    public long shares(double one, double other) {
        Values.probability(one, "A share");
        Values.probability(other, "A share");
        double difference = nonZero(one - other);
        double mean = (one + other) / 2;
        double root = Interval.z(level) * Math.sqrt(2 * mean * (1 - mean))
                + Interval.NORMAL.inverseCumulativeProbability(power)
                        * Math.sqrt(one * (1 - one) + other * (1 - other));
        return up(root * root / (difference * difference));
    }

    /**
     * Exposure in each of two groups so that their rates of rare events can be told apart, in the unit in which rates are given.
     *
     * @param one events for each unit of exposure
     */
    public double rates(double one, double other) {
        positive(one, "A rate");
        positive(other, "A rate");
        double difference = nonZero(one - other);
        double mean = (one + other) / 2;
        double root = Interval.z(level) * Math.sqrt(2 * mean)
                + Interval.NORMAL.inverseCumulativeProbability(power) * Math.sqrt(one + other);
        return root * root / (difference * difference);
    }

    /**
     * Values needed to show that a percentile is at most a limit, when so many of them may lie above it: the least n at which that few
     * would be rarer than 1 less the confidence if the percentile lay at the limit. 90 % within 80 s at 95 % confidence needs 29 without a
     * miss, as turnout of fire brigades is judged. One-sided, and of no power.
     *
     * @param probability of the percentile, such as 0.9
     */
    public static long percentile(double probability, double confidence, int misses) {
        Values.probability(probability, "The probability of the percentile");
        Values.probability(confidence, "The confidence");
        if (misses < 0) {
            throw new BadData("out-of-range", "The number of misses is " + misses + ".", "It is 0 or more.");
        }
        return least(
                n -> 1 - BinomialDistribution.of((int) n, 1 - probability).cumulativeProbability(misses),
                misses + 1,
                confidence);
    }

    /** By how much more must be measured because units of one cluster are alike: 1 + (m - 1) ICC (Kish 1965). */
    public static double designEffect(double clusterSize, double icc) {
        if (!(clusterSize >= 1) || !(icc >= 0 && icc <= 1)) {
            throw new BadData(
                    "out-of-range",
                    "A cluster of " + clusterSize + " with an intraclass correlation of " + icc + " was given.",
                    "A cluster holds 1 or more, and the correlation lies between 0 and 1.");
        }
        return 1 + (clusterSize - 1) * icc;
    }

    /**
     * Units in each of two groups, treated and not, for a comparison of their changes (difference in differences).
     *
     * @param before periods before, each with one value of a unit, and {@code after} as many after
     * @param deviation of a unit's values from period to period
     * @param autocorrelation of neighbouring periods, from 0 to below 1
     */
    public long units(int before, int after, double deviation, double autocorrelation, double difference) {
        positive(deviation, "The deviation");
        nonZero(difference);
        double variance = deviation * deviation * changeVariance(before, after, autocorrelation);
        return means(Math.sqrt(variance), difference);
    }

    /** Variance of the mean after less the mean before, of errors of variance 1. */
    static double changeVariance(int before, int after, double autocorrelation) {
        if (before < 1 || after < 1 || !(autocorrelation >= 0 && autocorrelation < 1)) {
            throw new BadData(
                    "out-of-range",
                    before + " periods before, " + after + " after and an autocorrelation of " + autocorrelation
                            + " were given.",
                    "Give 1 or more before and after, and an autocorrelation from 0 to below 1.");
        }
        double reached = 0;
        for (int i = 1; i <= before; i++) {
            reached += Math.pow(autocorrelation, i);
        }
        double kept = 0;
        for (int j = 0; j < after; j++) {
            kept += Math.pow(autocorrelation, j);
        }
        return meanVariance(before, autocorrelation)
                + meanVariance(after, autocorrelation)
                - 2 * reached * kept / before / after;
    }

    /** Variance of the mean of so many neighbouring errors of variance 1. */
    private static double meanVariance(int n, double autocorrelation) {
        double sum = n;
        for (int h = 1; h < n; h++) {
            sum += 2 * (n - h) * Math.pow(autocorrelation, h);
        }
        return sum / n / n;
    }

    /**
     * The least mean effect that an interrupted time series can show: a line with a change of level and slope, errors autoregressive
     * and known.
     *
     * @param deviation of the errors
     */
    public double smallestEffect(int before, int after, double deviation, double autocorrelation) {
        positive(deviation, "The deviation");
        changeVariance(before, after, autocorrelation);
        if (before < 3 || after < 3) {
            throw new BadData(
                    "too-few",
                    before + " periods before and " + after + " after give no line.",
                    "Give 3 or more of each.");
        }
        int n = before + after;
        long[] times = new long[n];
        double[] trend = new double[n];
        double[] step = new double[n];
        double[] slope = new double[n];
        for (int t = 0; t < n; t++) {
            times[t] = t;
            trend[t] = t;
            step[t] = t < before ? 0 : 1;
            slope[t] = t < before ? 0 : t - before;
        }
        Design design =
                Design.intercept(n).with("trend", trend).with("level", step).with("slope", slope);
        double[][] filtered = design.copy();
        for (int j = 0; j < filtered.length; j++) {
            SerialErrors.AUTOREGRESSIVE.filter(
                    autocorrelation, times, design.columns().get(j), filtered[j]);
        }
        double[] average = {0, 0, 1, (after - 1) / 2.0};
        double error = deviation
                * Math.sqrt(
                        LinearModel.of(design.names(), filtered, new double[n]).leverage(average));
        double degrees = n - 4.0;
        return error
                * (TDistribution.of(degrees).inverseSurvivalProbability((1 - level) / 2)
                        + TDistribution.of(degrees).inverseCumulativeProbability(power));
    }

    /** Periods after the change that an interrupted time series needs to show a mean effect. */
    public long periodsAfter(int before, double deviation, double autocorrelation, double difference) {
        double wanted = Math.abs(nonZero(difference));
        for (int after = 3; after <= 1000; after++) {
            if (smallestEffect(before, after, deviation, autocorrelation) <= wanted) {
                return after;
            }
        }
        throw new BadData(
                "too-small",
                "An effect of " + Words.number(difference) + " cannot be shown after " + before
                        + " periods, however many follow.",
                "Measure longer before, give a control, or look for a larger effect.");
    }

    private long least(DoubleUnaryOperator reached, int from) {
        return least(reached, from, power);
    }

    /** Least n from which {@code reached} is at least {@code wanted}; it grows with n. */
    private static long least(DoubleUnaryOperator reached, int from, double wanted) {
        long high = from;
        while (high < MOST && reached.applyAsDouble(high) < wanted) {
            high *= 2;
        }
        if (high >= MOST) {
            throw new BadData(
                    "too-small",
                    "The difference is so small that more than " + MOST + " values would be needed.",
                    "Look for a larger difference.");
        }
        long low = Math.max(from, high / 2);
        while (low < high) {
            long middle = (low + high) / 2;
            if (reached.applyAsDouble(middle) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private static long up(double n) {
        return (long) Math.ceil(n - 1e-9);
    }

    private static double positive(double x, String what) {
        if (!(x > 0) || !Double.isFinite(x)) {
            throw new BadData("out-of-range", what + " is " + x + ".", "It is above 0.");
        }
        return x;
    }

    private static double nonZero(double difference) {
        if (difference == 0 || !Double.isFinite(difference)) {
            throw new BadData(
                    "out-of-range",
                    "The difference to be shown is " + difference + ".",
                    "Say how large a difference matters; none can be shown to be exactly nothing.");
        }
        return difference;
    }
}
