package dev.touchstone.benchmark;

import java.util.List;

/**
 * Linear least squares by Householder's orthogonal triangularisation, with the covariance of its coefficients under independent
 * errors, under errors that go together in time (Newey and West 1987) and under errors that go together within clusters.
 */
final class LinearModel {
    /** A column whose part not explained by those before it is smaller than this share of it is taken for a sum of them. */
    private static final double COLLINEAR = 1e-9;

    private final double[][] columns;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] rInverse;
    private final double logDeterminant;
    private final double squares;

    private LinearModel(
            double[][] columns, double[] coefficients, double[] residuals, double[][] rInverse, double logDeterminant) {
        this.columns = columns;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.rInverse = rInverse;
        this.logDeterminant = logDeterminant;
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        this.squares = sum;
    }

    static LinearModel of(Design design, double[] y) {
        return of(design.names(), design.copy(), y);
    }

    /** @param columns of the design, each as long as {@code y}; not changed */
    static LinearModel of(List<String> names, double[][] columns, double[] y) {
        int n = y.length;
        int k = columns.length;
        if (n <= k) {
            throw new BadData(
                    "too-few",
                    n + " points are too few for a model of " + k + " coefficients.",
                    "Give a longer series, or ask for a simpler model.");
        }
        double[][] a = new double[k][];
        double[] rhs = y.clone();
        double[] diagonal = new double[k];
        double logDeterminant = 0;
        for (int j = 0; j < k; j++) {
            a[j] = columns[j].clone();
            double length = norm(a[j], 0);
            for (int m = 0; m < j; m++) {
                reflect(a[m], m, a[j]);
            }
            double rest = norm(a[j], j);
            if (!(rest > COLLINEAR * length)) {
                throw new BadData(
                        "collinear",
                        "\"" + names.get(j) + "\" cannot be told apart from the other terms of the model.",
                        "Leave it out, or give data in which it varies by itself.");
            }
            diagonal[j] = a[j][j] > 0 ? -rest : rest;
            a[j][j] -= diagonal[j];
            reflect(a[j], j, rhs);
            logDeterminant += 2 * Math.log(rest);
        }
        double[][] rInverse = invert(a, diagonal);
        double[] b = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                b[i] += rInverse[j][i] * rhs[j];
            }
        }
        return new LinearModel(columns, b, residuals(columns, b, y), rInverse, logDeterminant);
    }

    /** Applies to {@code x} the reflection whose vector stands in {@code v} from {@code from} on. */
    private static void reflect(double[] v, int from, double[] x) {
        double dot = 0;
        double square = 0;
        for (int i = from; i < x.length; i++) {
            dot += v[i] * x[i];
            square += v[i] * v[i];
        }
        double factor = square == 0 ? 0 : 2 * dot / square;
        for (int i = from; i < x.length; i++) {
            x[i] -= factor * v[i];
        }
    }

    private static double norm(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < x.length; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum);
    }

    /** Inverse of the upper triangle, by columns; above the diagonal it stands in the columns of {@code a}. */
    private static double[][] invert(double[][] a, double[] diagonal) {
        int k = diagonal.length;
        double[][] inverse = new double[k][k];
        for (int j = 0; j < k; j++) {
            inverse[j][j] = 1 / diagonal[j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int m = i + 1; m <= j; m++) {
                    sum += a[m][i] * inverse[j][m];
                }
                inverse[j][i] = -sum / diagonal[i];
            }
        }
        return inverse;
    }

    private static double[] residuals(double[][] columns, double[] b, double[] y) {
        double[] residuals = y.clone();
        for (int j = 0; j < b.length; j++) {
            for (int i = 0; i < y.length; i++) {
                residuals[i] -= b[j] * columns[j][i];
            }
        }
        return residuals;
    }

    double[] coefficients() {
        return coefficients;
    }

    double[] residuals() {
        return residuals;
    }

    /** Points less coefficients. */
    int degrees() {
        return residuals.length - coefficients.length;
    }

    /** Sum of the squared residuals. */
    double squares() {
        return squares;
    }

    /** Variance of the errors. */
    double scale() {
        return squares / degrees();
    }

    /** Logarithm of the determinant of the cross products of the columns. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** A linear combination of the coefficients. */
    double value(double[] contrast) {
        double sum = 0;
        for (int j = 0; j < contrast.length; j++) {
            sum += contrast[j] * coefficients[j];
        }
        return sum;
    }

    /** Variance of a linear combination of the coefficients under independent errors of variance 1. */
    double leverage(double[] contrast) {
        double sum = 0;
        for (double part : halfSolve(contrast)) {
            sum += part * part;
        }
        return sum;
    }

    /**
     * Variance of a linear combination of the coefficients when errors of one time go with those up to {@code lag} times before
     * (Bartlett's weights), with the correction for few points n / (n - k).
     */
    double neweyWest(double[] contrast, int lag) {
        double[] influence = influence(contrast);
        int n = influence.length;
        double sum = 0;
        for (int h = 0; h <= Math.min(lag, n - 1); h++) {
            double products = 0;
            for (int i = h; i < n; i++) {
                products += influence[i] * influence[i - h];
            }
            sum += (h == 0 ? 1 : 2 * (1 - h / (lag + 1.0))) * products;
        }
        return Math.max(0, sum) * n / degrees();
    }

    /**
     * Variance of a linear combination of the coefficients when errors within a cluster go together in any way (Liang and Zeger
     * 1986), with the correction for few clusters G / (G - 1) times (n - 1) / (n - k).
     *
     * @param clusters cluster of each row, from 0
     */
    double clustered(double[] contrast, int[] clusters, int count) {
        double[] influence = influence(contrast);
        double[] sums = new double[count];
        for (int i = 0; i < influence.length; i++) {
            sums[clusters[i]] += influence[i];
        }
        double sum = 0;
        for (double s : sums) {
            sum += s * s;
        }
        return sum * count / (count - 1.0) * (influence.length - 1.0) / degrees();
    }

    /** What each row adds to the error of a linear combination of the coefficients. */
    private double[] influence(double[] contrast) {
        double[] half = halfSolve(contrast);
        double[] weights = new double[half.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = i; j < half.length; j++) {
                weights[i] += rInverse[j][i] * half[j];
            }
        }
        double[] influence = new double[residuals.length];
        for (int i = 0; i < influence.length; i++) {
            double x = 0;
            for (int j = 0; j < weights.length; j++) {
                x += weights[j] * columns[j][i];
            }
            influence[i] = x * residuals[i];
        }
        return influence;
    }

    private double[] halfSolve(double[] contrast) {
        double[] half = new double[contrast.length];
        for (int j = 0; j < half.length; j++) {
            for (int i = 0; i <= j; i++) {
                half[j] += rInverse[j][i] * contrast[i];
            }
        }
        return half;
    }
}
