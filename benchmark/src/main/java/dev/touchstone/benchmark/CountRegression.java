package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * A quasi-Poisson regression of counts over time: the logarithm of the expected count is linear, its variance is any multiple of it,
 * and the Pearson residuals may go together in time. Iteratively reweighted least squares (McCullagh and Nelder 1989).
 */
final class CountRegression {
    private static final int MOST_ROUNDS = 100;

    private final SerialRegression working;
    private final LinearModel independent;
    private final double[] expected;

    private CountRegression(SerialRegression working, LinearModel independent, double[] expected) {
        this.working = working;
        this.independent = independent;
        this.expected = expected;
    }

    /**
     * @param counts 0 or more, not all 0
     * @param exposure above 0: what the counts are out of
     */
    static CountRegression of(SerialErrors errors, long[] times, Design design, double[] counts, double[] exposure) {
        int n = counts.length;
        double[] logMean = new double[n];
        for (int i = 0; i < n; i++) {
            logMean[i] = Math.log(counts[i] + 0.5);
        }
        double[] before = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] roots = new double[n];
            double[] response = new double[n];
            for (int i = 0; i < n; i++) {
                double mean = Math.exp(logMean[i]);
                roots[i] = Math.sqrt(mean);
                response[i] = roots[i] * (logMean[i] - Math.log(exposure[i]) + (counts[i] - mean) / mean);
            }
            Design weighted = weighted(design, roots);
            SerialRegression working = SerialRegression.of(errors, times, weighted, response);
            double[] b = working.coefficients();
            if (before != null && alike(b, before)) {
                double[] expected = Arrays.stream(logMean).map(Math::exp).toArray();
                return new CountRegression(working, LinearModel.of(weighted, response), expected);
            }
            before = b;
            for (int i = 0; i < n; i++) {
                logMean[i] = Math.clamp(design.dot(b, i) + Math.log(exposure[i]), -30, 30);
            }
        }
        throw new BadData(
                "no-convergence",
                "A model of these counts does not settle, because they are 0 for long stretches.",
                "Take a longer period.");
    }

    private static Design weighted(Design design, double[] roots) {
        double[][] columns = design.copy();
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] *= roots[i];
            }
        }
        return new Design(design.names(), Arrays.asList(columns));
    }

    private static boolean alike(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            if (!(Math.abs(a[j] - b[j]) <= 1e-9 * (1 + Math.abs(b[j])))) {
                return false;
            }
        }
        return true;
    }

    /** Coefficients and their errors on the logarithmic scale; its variance is the dispersion. */
    SerialRegression working() {
        return working;
    }

    /** The last round as if errors were independent. */
    LinearModel independent() {
        return independent;
    }

    double[] expected() {
        return expected;
    }
}
