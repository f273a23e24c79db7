package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The straight line of y on x. Time at a till scatters more for a full basket than for a small one, so the errors are those that do
 * not lean on equal scatter (HC3, MacKinnon and White 1985).
 *
 * @param n points
 * @param intercept height at 0
 * @param covariance of the height at the mean of x and the slope: variance, covariance, variance
 */
record LeastSquares(int n, double slope, double intercept, double meanX, double[] covariance) {

    /** @return nothing for fewer than four points, or where x does not vary */
    static Optional<LeastSquares> of(double[] x, double[] y) {
        int n = x.length;
        if (n < 4) {
            return Optional.empty();
        }
        double meanX = Values.mean(x);
        double meanY = Values.mean(y);
        double xx = 0;
        double xy = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        if (!(xx > 1e-20 * n * largest * largest)) {
            return Optional.empty();
        }
        double slope = xy / xx;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < n; i++) {
            double d = x[i] - meanX;
            double leverage = Math.min(1.0 / n + d * d / xx, 1 - 1e-9);
            double rest = (y[i] - meanY - slope * d) / (1 - leverage);
            // what the point moves the line at the mean, and its slope
            double height = rest / n;
            double turn = rest * d / xx;
            aa += height * height;
            ab += height * turn;
            bb += turn * turn;
        }
        return Optional.of(new LeastSquares(n, slope, meanY - slope * meanX, meanX, new double[] {aa, ab, bb}));
    }

    ErrorEstimate at(double x) {
        double d = x - meanX;
        double variance = covariance[0] + 2 * d * covariance[1] + d * d * covariance[2];
        return estimate(intercept + slope * x, variance);
    }

    ErrorEstimate rise() {
        return estimate(slope, covariance[2]);
    }

    private ErrorEstimate estimate(double value, double variance) {
        return new ErrorEstimate(
                n,
                value,
                Math.sqrt(Math.max(0, variance)),
                n - 2.0,
                OptionalLong.empty(),
                "least squares, errors robust to unequal scatter");
    }
}
