package dev.touchstone.benchmark;

/**
 * How the errors of a series go together in time, by one number between 0 and 1. Times may have gaps.
 *
 * <p>Each kind makes errors independent by a linear filter, so that generalised least squares is ordinary least squares of what was
 * filtered.
 */
enum SerialErrors {
    /** They do not; the number is 0. */
    INDEPENDENT(0) {
        @Override
        double filter(double share, long[] times, double[] x, double[] into) {
            System.arraycopy(x, 0, into, 0, x.length);
            return 0;
        }
    },
    /** Each error keeps a share of the one before; the number is that share. The variance of an error is 1. */
    AUTOREGRESSIVE(0.98) {
        @Override
        double filter(double share, long[] times, double[] x, double[] into) {
            double logDeterminant = 0;
            into[0] = x[0];
            for (int i = 1; i < x.length; i++) {
                double kept = Math.pow(share, times[i] - times[i - 1]);
                double variance = 1 - kept * kept;
                into[i] = (x[i] - kept * x[i - 1]) / Math.sqrt(variance);
                logDeterminant += Math.log(variance);
            }
            return logDeterminant;
        }
    },
    /**
     * A level that wanders by independent steps, and noise about it (local level model). The number is the share of the steps in the
     * sum of both variances, which is 1. The first level is 0, and taken up by an intercept. The filter is Kalman's.
     */
    WANDERING(0.999) {
        @Override
        double filter(double share, long[] times, double[] x, double[] into) {
            double logDeterminant = 0;
            double level = 0;
            double uncertainty = 0;
            for (int i = 0; i < x.length; i++) {
                double variance = uncertainty + 1 - share;
                double surprise = x[i] - level;
                into[i] = surprise / Math.sqrt(variance);
                logDeterminant += Math.log(variance);
                level += uncertainty / variance * surprise;
                uncertainty *= (1 - share) / variance;
                if (i + 1 < x.length) {
                    uncertainty += share * (times[i + 1] - times[i]);
                }
            }
            return logDeterminant;
        }
    };

    private final double most;

    SerialErrors(double most) {
        this.most = most;
    }

    /** Greatest value of the number. */
    double most() {
        return most;
    }

    /** Filters {@code x} to independent errors of variance 1; returns the logarithm of the determinant of their correlations. */
    abstract double filter(double share, long[] times, double[] x, double[] into);
}
