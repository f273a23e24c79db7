package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Linear programmes "minimise c x, A x = b, x &gt;= 0" with few rows and many columns, solved one after the other with small changes
 * between them. Revised simplex with an explicit inverse of the basis.
 *
 * <p>Columns that have ever been in a basis are <em>known</em>. A solution is first sought among them, from the basis of the
 * programme before: by the dual simplex where that basis still prices well, as it does when only the right-hand side and the
 * objective's own column have changed. Only then are all columns priced, which mostly confirms the solution.
 *
 * <p>Coefficients should be scaled to the order of 1. Not for use by several threads.
 */
final class Simplex {
    enum Status {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED
    }

    private static final double TOLERANCE = 1e-9;
    private static final double PIVOT = 1e-9;
    private static final int REFACTOR_EVERY = 40;

    private final int m;
    private final int n;
    private final double[] a;
    private final double[] cost;
    private final boolean[] barred;
    private final double[] b;
    private final Basis basis;
    private final int[] known;
    private final boolean[] isKnown;
    private int knownCount;
    private int pivots;

    /** A programme of {@code n} columns, all zero until set; the m columns after them are artificial and managed here. */
    Simplex(int rows, int columns) {
        m = rows;
        n = columns;
        a = new double[(columns + rows) * rows];
        cost = new double[columns + rows];
        barred = new boolean[columns + rows];
        b = new double[rows];
        basis = new Basis(rows, columns + rows);
        known = new int[columns];
        isKnown = new boolean[columns];
    }

    void column(int j, double... coefficients) {
        System.arraycopy(coefficients, 0, a, j * m, m);
    }

    void cost(int j, double c) {
        cost[j] = c;
    }

    /** Keeps a column out of every solution, or lets it in again. A change takes effect with {@link #forget}. */
    void bar(int j, boolean out) {
        barred[j] = out;
    }

    void rightHandSide(double... values) {
        System.arraycopy(values, 0, b, 0, m);
    }

    /** Has a column priced among the known ones. */
    void know(int j) {
        if (j < n && !isKnown[j]) {
            isKnown[j] = true;
            known[knownCount++] = j;
        }
    }

    /** Begins the next solution from nothing. */
    void forget() {
        basis.clear();
    }

    Status solve() {
        if (basis.factor(a) && warm()) {
            return primal(null);
        }
        return firstPhase() ? primal(null) : Status.INFEASIBLE;
    }

    /**
     * Goes on from an optimal solution to the one among all optimal solutions that minimises a second objective.
     *
     * @param second costs of the columns; those not given are 0
     */
    Status thenMinimise(double[] second) {
        double[] duals = basis.duals(cost);
        boolean[] free = new boolean[n];
        for (int j = 0; j < n; j++) {
            free[j] = !barred[j] && Math.abs(cost[j] - basis.dot(duals, a, j)) <= TOLERANCE;
        }
        double[] first = cost.clone();
        Arrays.fill(cost, 0);
        System.arraycopy(second, 0, cost, 0, second.length);
        Status status = primal(free);
        System.arraycopy(first, 0, cost, 0, cost.length);
        return status;
    }

    double value(int j) {
        int row = basis.rowOf(j);
        return row < 0 ? 0 : Math.max(0, basis.x[row]);
    }

    /** Columns in the basis, among them those at value 0. */
    int[] basicColumns() {
        return basis.columns();
    }

    /** Makes the old basis feasible again by the dual simplex over the known columns; false where it cannot serve. */
    private boolean warm() {
        basis.solve(b);
        if (basis.feasible()) {
            return true;
        }
        double[] duals = basis.duals(cost);
        for (int k = 0; k < knownCount; k++) {
            int j = known[k];
            if (!barred[j] && basis.rowOf(j) < 0 && cost[j] - basis.dot(duals, a, j) < -TOLERANCE) {
                return false;
            }
        }
        for (int step = 0; step < 20 * m + 50; step++) {
            int row = basis.mostNegative();
            if (row < 0) {
                return true;
            }
            int entering = dualEntering(row);
            if (entering < 0) {
                return false;
            }
            pivot(row, entering);
        }
        return false;
    }

    private int dualEntering(int row) {
        double[] duals = basis.duals(cost);
        int best = -1;
        double bestRatio = Double.POSITIVE_INFINITY;
        double bestPivot = 0;
        for (int k = 0; k < knownCount; k++) {
            int j = known[k];
            if (barred[j] || basis.rowOf(j) >= 0) {
                continue;
            }
            double alpha = basis.rowTimes(row, a, j);
            if (alpha >= -PIVOT) {
                continue;
            }
            double ratio = Math.max(0, cost[j] - basis.dot(duals, a, j)) / -alpha;
            if (ratio < bestRatio - 1e-12 || (ratio <= bestRatio + 1e-12 && -alpha > bestPivot)) {
                bestRatio = Math.min(ratio, bestRatio);
                bestPivot = -alpha;
                best = j;
            }
        }
        return best;
    }

    /** Finds a feasible basis by minimising artificial variables; false where there is none. */
    private boolean firstPhase() {
        double[] real = cost.clone();
        Arrays.fill(cost, 0);
        basis.clear();
        for (int i = 0; i < m; i++) {
            int j = n + i;
            Arrays.fill(a, j * m, (j + 1) * m, 0);
            a[j * m + i] = b[i] < 0 ? -1 : 1;
            cost[j] = 1;
            basis.set(i, j);
        }
        basis.factor(a);
        basis.solve(b);
        primal(null);
        double infeasibility = 0;
        for (int i = 0; i < m; i++) {
            infeasibility += basis.column(i) >= n ? basis.x[i] : 0;
        }
        System.arraycopy(real, 0, cost, 0, cost.length);
        if (infeasibility > 1e-8) {
            basis.clear();
            return false;
        }
        expelArtificials();
        return true;
    }

    /** An artificial variable left in the basis at 0 gives way to any column; where none can take its place the row is redundant. */
    private void expelArtificials() {
        for (int i = 0; i < m; i++) {
            for (int j = 0; basis.column(i) >= n && j < n; j++) {
                if (!barred[j] && basis.rowOf(j) < 0 && Math.abs(basis.rowTimes(i, a, j)) > 1e-7) {
                    pivot(i, j);
                }
            }
        }
    }

    /** @param free columns that may enter; null for all */
    private Status primal(boolean[] free) {
        int stalled = 0;
        for (int step = 0; step < 1000 + 20 * n; step++) {
            boolean bland = stalled > 4 * m + 20;
            int entering = entering(free, bland);
            if (entering < 0) {
                return Status.OPTIMAL;
            }
            double[] direction = basis.times(a, entering);
            int row = basis.leaving(direction, bland, PIVOT);
            if (row < 0) {
                return Status.UNBOUNDED;
            }
            stalled = basis.x[row] > TOLERANCE * direction[row] ? 0 : stalled + 1;
            pivot(row, entering);
        }
        throw new BadData(
                "not-solved",
                "A linear programme with " + n + " columns did not come to an end.",
                "Give inputs and outputs in units that make their numbers of similar size.");
    }

    private int entering(boolean[] free, boolean bland) {
        double[] duals = basis.duals(cost);
        int best = -1;
        double least = -TOLERANCE;
        if (!bland) {
            for (int k = 0; k < knownCount; k++) {
                int j = known[k];
                double reduced = cost[j] - basis.dot(duals, a, j);
                if (reduced < least && mayEnter(j, free)) {
                    least = reduced;
                    best = j;
                }
            }
            if (best >= 0) {
                return best;
            }
        }
        for (int j = 0; j < n; j++) {
            double reduced = cost[j] - basis.dot(duals, a, j);
            if (reduced < least && mayEnter(j, free)) {
                if (bland) {
                    return j;
                }
                least = reduced;
                best = j;
            }
        }
        return best;
    }

    private boolean mayEnter(int j, boolean[] free) {
        return !barred[j] && basis.rowOf(j) < 0 && (free == null || free[j]);
    }

    private void pivot(int row, int entering) {
        know(entering);
        basis.exchange(row, entering, basis.times(a, entering));
        if (++pivots % REFACTOR_EVERY == 0 && basis.factor(a)) {
            basis.solve(b);
        }
    }
}
