package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;

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
 * minimising theta, or maximising phi; the last row is missing under constant returns. Rows are scaled to a mean of 1.
 *
 * <p>The programme begins without units. A solution is sought among those that are known; then all are priced, and the one that
 * would better it most is known from now on. So the programme comes to hold the edge, and little else. Not for use by several threads.
 */
final class Technology {
    private static final double TOLERANCE = 1e-9;

    private final double[] inputScale;
    private final double[] outputScale;
    private final boolean convex;
    /** Coefficients of all units, one row a constraint. */
    private final double[][] units;

    private final Simplex programme;
    private final int firstSlack;
    private final int radial;
    private final double[] slackCosts;
    /** Unit of each column of the programme after the radial one. */
    private int[] known = new int[16];

    private int knownCount;
    private boolean complete;
    private final int[] columnOf;

    Technology(double[][] inputs, double[][] outputs, Returns returns) {
        inputScale = scale(inputs);
        outputScale = scale(outputs);
        convex = returns != Returns.CRS;
        int m = inputScale.length;
        int s = outputScale.length;
        int rows = m + s + (convex ? 1 : 0);
        units = new double[rows][inputs.length];
        for (int j = 0; j < inputs.length; j++) {
            double[] c = coefficients(inputs[j], 1, outputs[j], 1, 1);
            for (int i = 0; i < rows; i++) {
                units[i][j] = c[i];
            }
        }
        columnOf = new int[inputs.length];
        Arrays.fill(columnOf, -1);
        programme = new Simplex(rows, rows + 1 + known.length);
        firstSlack = rows;
        slackCosts = new double[firstSlack + m + s];
        for (int i = 0; i < rows; i++) {
            double[] unit = new double[rows];
            unit[i] = i < m || (i == m + s && returns == Returns.NIRS) ? 1 : -1;
            programme.add(unit);
        }
        radial = programme.add(new double[rows]);
        // the second objective is the sum of slacks in the units of the data
        for (int i = 0; i < m + s; i++) {
            slackCosts[firstSlack + i] = -(i < m ? inputScale[i] : outputScale[i - m]);
        }
        normalise(slackCosts);
        if (returns == Returns.VRS) {
            programme.bar(firstSlack + m + s, true);
        }
    }

    /**
     * Where a unit is moved to on the edge.
     *
     * @param score theta or phi
     * @param peers units in the mix
     * @param weights of each of them
     */
    record Projection(double score, int[] peers, double[] weights) {}

    /** Has a unit taken into the programme. */
    void know(int unit) {
        if (columnOf[unit] >= 0) {
            return;
        }
        double[] c = new double[units.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = units[i][unit];
        }
        columnOf[unit] = programme.add(c);
        known = knownCount == known.length ? Arrays.copyOf(known, 2 * knownCount) : known;
        known[knownCount++] = unit;
    }

    /** Ends the search: the edge is made of these units. */
    void know(int[] edge) {
        for (int unit : edge) {
            know(unit);
        }
        complete = true;
    }

    /**
     * Score and mix of a point; among all mixes of that score the one that leaves the greatest slack. The edge is known.
     *
     * @param unit that reaches the point
     */
    Projection project(int unit, double[] x, double[] y, Orientation orientation) {
        double score = score(unit, x, y, orientation);
        programme.thenMinimise(slackCosts);
        int[] columns = mix();
        return new Projection(
                score,
                Arrays.stream(columns).map(j -> known[j - radial - 1]).toArray(),
                Arrays.stream(columns).mapToDouble(programme::value).toArray());
    }

    /**
     * The score of a point, without a second look for slacks.
     *
     * @param unit that reaches the point
     */
    double score(int unit, double[] x, double[] y, Orientation orientation) {
        state(x, y, orientation);
        if (!solved()) {
            know(unit);
            if (!solved()) {
                throw new IllegalStateException("unit " + unit + " does not reach the point");
            }
        }
        return programme.value(radial);
    }

    /** Sum of the weights in the mix that was found last. */
    double weights() {
        return Arrays.stream(mix()).mapToDouble(programme::value).sum();
    }

    /** The score of a unit against all others, for super-efficiency; absent where no mix of them reaches it. All are known. */
    OptionalDouble scoreWithout(int unit, double[] x, double[] y, Orientation orientation) {
        state(x, y, orientation);
        programme.bar(columnOf[unit], true);
        programme.forget();
        boolean reached = programme.solve() == Simplex.Status.OPTIMAL;
        programme.bar(columnOf[unit], false);
        return reached ? OptionalDouble.of(programme.value(radial)) : OptionalDouble.empty();
    }

    /** Columns of units in the solution, in the order of the units. */
    private int[] mix() {
        return Arrays.stream(programme.basicColumns())
                .filter(j -> j > radial)
                .sorted()
                .toArray();
    }

    private void state(double[] x, double[] y, Orientation orientation) {
        boolean in = orientation == Orientation.INPUT;
        programme.column(radial, coefficients(x, in ? -1 : 0, y, in ? 0 : -1, 0));
        programme.cost(radial, in ? 1 : -1);
        programme.rightHandSide(coefficients(x, in ? 0 : 1, y, in ? 1 : 0, 1));
    }

    /** Solves over all units; false where the known ones do not reach the point. */
    private boolean solved() {
        while (programme.solve() == Simplex.Status.OPTIMAL) {
            int better = complete ? -1 : bestUnknown(programme.duals());
            if (better < 0) {
                return true;
            }
            know(better);
        }
        return false;
    }

    /** The unit that is worth most by the prices of the solution; -1 where none is worth anything. */
    private int bestUnknown(double[] prices) {
        double[] worth = new double[columnOf.length];
        for (int i = 0; i < prices.length; i++) {
            double price = prices[i];
            double[] row = units[i];
            for (int j = 0; j < worth.length; j++) {
                worth[j] += price * row[j];
            }
        }
        int best = -1;
        double most = TOLERANCE;
        for (int j = 0; j < worth.length; j++) {
            if (worth[j] > most && columnOf[j] < 0) {
                most = worth[j];
                best = j;
            }
        }
        return best;
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
