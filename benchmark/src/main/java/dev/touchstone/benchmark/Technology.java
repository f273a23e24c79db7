package dev.touchstone.benchmark;

import java.util.Optional;

/**
 * What is possible by the evidence of the units observed, and how far a point lies from its edge: the envelopment form of data
 * envelopment analysis (Charnes, Cooper and Rhodes 1978; Banker, Charnes and Cooper 1984) as a linear programme
 *
 * <pre>
 *   sum lambda x + input slack   - theta x0 = 0          sum lambda x + input slack            = x0
 *   sum lambda y - output slack             = y0         sum lambda y - output slack - phi y0  = 0
 *   sum lambda (+ or - slack)               = 1          sum lambda (+ or - slack)             = 1
 * </pre>
 *
 * minimising theta, or maximising phi; the last row is missing under constant returns. Rows are scaled to a mean of 1. Not for use by
 * several threads.
 */
final class Technology {
    private final double[][] inputs;
    private final double[][] outputs;
    private final double[] inputScale;
    private final double[] outputScale;
    private final boolean convex;
    private final int units;
    private final int firstSlack;
    private final int radial;
    private final Simplex programme;
    private final double[] slackCosts;

    Technology(double[][] inputs, double[][] outputs, Returns returns) {
        this.inputs = inputs;
        this.outputs = outputs;
        units = inputs.length;
        inputScale = scale(inputs);
        outputScale = scale(outputs);
        convex = returns != Returns.CRS;
        int m = inputScale.length;
        int s = outputScale.length;
        int rows = m + s + (convex ? 1 : 0);
        firstSlack = units;
        radial = units + rows;
        programme = new Simplex(rows, radial + 1);
        for (int j = 0; j < units; j++) {
            programme.column(j, coefficients(inputs[j], 1, outputs[j], 1, 1));
        }
        slackCosts = new double[radial + 1];
        for (int i = 0; i < rows; i++) {
            double[] unit = new double[rows];
            unit[i] = i < m || (i == m + s && returns == Returns.NIRS) ? 1 : -1;
            programme.column(firstSlack + i, unit);
            programme.know(firstSlack + i);
        }
        // the second objective is the sum of slacks in the units of the data
        for (int i = 0; i < m + s; i++) {
            slackCosts[firstSlack + i] = -(i < m ? inputScale[i] : outputScale[i - m]);
        }
        normalise(slackCosts);
        if (returns == Returns.VRS) {
            programme.bar(firstSlack + m + s, true);
        }
        programme.know(radial);
        knowExtremes();
    }

    /**
     * Where a point is moved to on the edge.
     *
     * @param score theta or phi
     * @param lambda weight of each unit in the mix
     */
    record Projection(double score, double[] lambda) {}

    /**
     * The score of a point, or nothing where no multiple of it lies within what is possible.
     *
     * @param without a unit that takes no part in the edge, for super-efficiency; -1 for none
     */
    Optional<Projection> project(double[] x, double[] y, Orientation orientation, int without) {
        state(x, y, orientation);
        if (without < 0) {
            return solve();
        }
        programme.bar(without, true);
        programme.forget();
        Optional<Projection> projection = solve();
        programme.bar(without, false);
        programme.forget();
        return projection;
    }

    /** The score alone, without a second look for slacks. */
    double score(double[] x, double[] y, Orientation orientation) {
        state(x, y, orientation);
        if (programme.solve() != Simplex.Status.OPTIMAL) {
            throw new IllegalStateException("a unit of the technology lies outside of it");
        }
        return programme.value(radial);
    }

    private void state(double[] x, double[] y, Orientation orientation) {
        boolean in = orientation == Orientation.INPUT;
        programme.column(radial, coefficients(x, in ? -1 : 0, y, in ? 0 : -1, 0));
        programme.cost(radial, in ? 1 : -1);
        programme.rightHandSide(coefficients(x, in ? 0 : 1, y, in ? 1 : 0, 1));
    }

    private Optional<Projection> solve() {
        if (programme.solve() != Simplex.Status.OPTIMAL) {
            return Optional.empty();
        }
        double score = programme.value(radial);
        programme.thenMinimise(slackCosts);
        double[] lambda = new double[units];
        for (int j : programme.basicColumns()) {
            if (j < units) {
                lambda[j] = programme.value(j);
            }
        }
        return Optional.of(new Projection(score, lambda));
    }

    private double[] coefficients(double[] x, double xFactor, double[] y, double yFactor, double one) {
        int m = x.length;
        double[] c = new double[m + y.length + (convex ? 1 : 0)];
        for (int i = 0; i < m; i++) {
            c[i] = xFactor * x[i] / inputScale[i];
        }
        for (int r = 0; r < y.length; r++) {
            c[m + r] = yFactor * y[r] / outputScale[r];
        }
        if (convex) {
            c[m + y.length] = one;
        }
        return c;
    }

    /** The unit with the best ratio of each output to each input is on the edge or near it, and is priced first. */
    private void knowExtremes() {
        for (int i = 0; i < inputScale.length; i++) {
            for (int r = 0; r < outputScale.length; r++) {
                int best = 0;
                double ratio = -1;
                for (int j = 0; j < units; j++) {
                    double x = inputs[j][i];
                    if (x > 0 && outputs[j][r] / x > ratio) {
                        ratio = outputs[j][r] / x;
                        best = j;
                    }
                }
                programme.know(best);
            }
        }
    }

    private static double[] scale(double[][] rows) {
        double[] scale = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < scale.length; i++) {
                scale[i] += row[i] / rows.length;
            }
        }
        for (int i = 0; i < scale.length; i++) {
            scale[i] = scale[i] > 0 ? scale[i] : 1;
        }
        return scale;
    }

    private static void normalise(double[] costs) {
        double largest = 0;
        for (double c : costs) {
            largest = Math.max(largest, -c);
        }
        for (int i = 0; i < costs.length; i++) {
            costs[i] /= largest;
        }
    }
}
