package dev.touchstone.benchmark;

/** The door for arrays of numbers: what has passed here is finite and not empty. */
final class Values {
    /** The cubes of greater numbers cannot be summed. */
    private static final double GREATEST = 1e100;

    private Values() {}

    /** Returns the array itself after a look at each value; {@code what} names it in the error. */
    static double[] checked(double[] values, String what) {
        if (values.length == 0) {
            throw new BadData("empty", what + " has no values.", "Give at least one value.");
        }
        return finite(values, what);
    }

    static double[] finite(double[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > GREATEST && Double.isFinite(values[i])) {
                throw new BadData(
                        "out-of-range",
                        "Value " + (i + 1) + " of " + what + " is " + values[i] + ".",
                        "Give values up to " + GREATEST + ", in a larger unit if need be.");
            }
            if (!Double.isFinite(values[i])) {
                throw new BadData(
                        "not-a-number",
                        "Value " + (i + 1) + " of " + what + " is " + values[i] + ".",
                        "Leave missing values out; every value must be a finite number.");
            }
        }
        return values;
    }

    static double[] sorted(double[] values, String what) {
        double[] copy = checked(values, what).clone();
        RadixSort.sort(copy);
        return copy;
    }

    static double probability(double p, String what) {
        if (!(p > 0 && p < 1)) {
            throw new BadData(
                    "out-of-range",
                    what + " is " + p + ".",
                    "It must lie between 0 and 1, both excluded, such as 0.95.");
        }
        return p;
    }

    static boolean constant(double[] sorted) {
        return sorted[0] == sorted[sorted.length - 1];
    }

    /** Mean without overflow and with the rounding error of the sum taken out (two passes). */
    static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v / values.length;
        }
        double rest = 0;
        for (double v : values) {
            rest += (v - sum) / values.length;
        }
        return sum + rest;
    }

    /** Sample variance with divisor n - 1; n must be 2 or more. */
    static double variance(double[] values, double mean) {
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return sum / (values.length - 1);
    }
}
