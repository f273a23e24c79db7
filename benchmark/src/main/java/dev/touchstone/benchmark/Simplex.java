package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Linear programmes "minimise c x, A x = b, x &gt;= 0" with few rows and many columns, solved one after the other with small changes
 * between them. Revised simplex with an explicit inverse of the basis.
 *
 * <p>A solution is first sought from the basis of the programme before, by the dual simplex where that basis still prices well, as it
 * does when only the right-hand side and the objective's own column have changed, or a column has been added. All columns are priced
 * at once, row by row of the matrix, which processors do several columns at a time.
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
    /** Columns, the first m of which are artificial. */
    private int n;

    /** Rows of the matrix, with room for more columns. */
    private final double[][] a;

    private double[] cost;
    private boolean[] barred;
    private final double[] b;
    private final Basis basis;
    /** Reduced costs of the columns, as of the last pricing. */
    private double[] reduced;

    private double[] row;
    private final double[] column;
    private int pivots;

    /** @param columns that are expected; more are allowed */
    Simplex(int rows, int columns) {
        m = rows;
        n = rows;
        int room = rows + columns;
        a = new double[rows][room];
        cost = new double[room];
        barred = new boolean[room];
        b = new double[rows];
        basis = new Basis(rows, room);
        reduced = new double[room];
        row = new double[room];
        column = new double[rows];
    }

    /** Adds a column of cost 0. */
    int add(double... coefficients) {
        if (n == cost.length) {
            for (int i = 0; i < m; i++) {
                a[i] = Arrays.copyOf(a[i], 2 * n);
            }
            cost = Arrays.copyOf(cost, 2 * n);
            barred = Arrays.copyOf(barred, 2 * n);
            reduced = new double[2 * n];
            row = new double[2 * n];
            basis.columns(2 * n);
        }
        column(n, coefficients);
        return n++;
    }

    void column(int j, double... coefficients) {
        for (int i = 0; i < m; i++) {
            a[i][j] = coefficients[i];
        }
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
        price();
        boolean[] free = new boolean[n];
        for (int j = m; j < n; j++) {
            free[j] = Math.abs(reduced[j]) <= TOLERANCE;
        }
        double[] first = cost.clone();
        Arrays.fill(cost, 0);
        System.arraycopy(second, 0, cost, 0, second.length);
        Status status = primal(free);
        System.arraycopy(first, 0, cost, 0, cost.length);
        return status;
    }

    double value(int j) {
        int at = basis.rowOf(j);
        return at < 0 ? 0 : Math.max(0, basis.x[at]);
    }

    /** What one unit of each right-hand side is worth. */
    double[] duals() {
        return basis.duals(cost);
    }

    /** Columns in the basis, among them those at value 0. */
    int[] basicColumns() {
        return basis.columns();
    }

    /** Makes the old basis feasible again by the dual simplex; false where it cannot serve. */
    private boolean warm() {
        basis.solve(b);
        if (basis.feasible()) {
            return true;
        }
        price();
        for (int j = m; j < n; j++) {
            if (reduced[j] < -TOLERANCE && mayEnter(j, null)) {
                return false;
            }
        }
        for (int step = 0; step < 20 * m + 50; step++) {
            int leaving = basis.mostNegative();
            if (leaving < 0) {
                return true;
            }
            combine(basis.row(leaving), row);
            int entering = dualEntering();
            if (entering < 0) {
                return false;
            }
            subtract(reduced[entering] / row[entering], row, reduced);
            pivot(leaving, entering);
        }
        return false;
    }

    /** Column of the least ratio of reduced cost to pivot; among nearly equal ones the greatest pivot. */
    private int dualEntering() {
        int best = -1;
        double bestRatio = Double.POSITIVE_INFINITY;
        double bestPivot = 0;
        for (int j = m; j < n; j++) {
            double pivot = -row[j];
            if (pivot <= PIVOT || !mayEnter(j, null)) {
                continue;
            }
            double ratio = Math.max(0, reduced[j]) / pivot;
            if (ratio < bestRatio - 1e-12 || (ratio <= bestRatio + 1e-12 && pivot > bestPivot)) {
                bestRatio = Math.min(ratio, bestRatio);
                bestPivot = pivot;
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
            a[i][i] = b[i] < 0 ? -1 : 1;
            cost[i] = 1;
            basis.set(i, i);
        }
        basis.factor(a);
        basis.solve(b);
        primal(null);
        double infeasibility = 0;
        for (int i = 0; i < m; i++) {
            infeasibility += basis.column(i) < m ? basis.x[i] : 0;
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
            if (basis.column(i) >= m) {
                continue;
            }
            combine(basis.row(i), row);
            int best = -1;
            for (int j = m; j < n; j++) {
                boolean better = Math.abs(row[j]) > (best < 0 ? 1e-7 : Math.abs(row[best]));
                best = better && mayEnter(j, null) ? j : best;
            }
            if (best >= 0) {
                pivot(i, best);
            }
        }
    }

    /** @param free columns that may enter; null for all */
    private Status primal(boolean[] free) {
        int stalled = 0;
        for (int step = 0; step < 1000 + 20 * n; step++) {
            boolean bland = stalled > 4 * m + 20;
            price();
            int entering = entering(free, bland);
            if (entering < 0) {
                return Status.OPTIMAL;
            }
            basis.times(a, entering, column);
            int leaving = basis.leaving(column, bland, PIVOT);
            if (leaving < 0) {
                return Status.UNBOUNDED;
            }
            stalled = basis.x[leaving] > TOLERANCE * column[leaving] ? 0 : stalled + 1;
            pivot(leaving, entering);
        }
        throw new BadData(
                "not-solved",
                "A linear programme with " + n + " columns did not come to an end.",
                "Give inputs and outputs in units that make their numbers of similar size.");
    }

    private int entering(boolean[] free, boolean bland) {
        int best = -1;
        double least = -TOLERANCE;
        for (int j = m; j < n; j++) {
            if (reduced[j] < least && mayEnter(j, free)) {
                if (bland) {
                    return j;
                }
                least = reduced[j];
                best = j;
            }
        }
        return best;
    }

    private boolean mayEnter(int j, boolean[] free) {
        return !barred[j] && basis.rowOf(j) < 0 && (free == null || free[j]);
    }

    private void price() {
        System.arraycopy(cost, 0, reduced, 0, n);
        double[] duals = basis.duals(cost);
        for (int i = 0; i < m; i++) {
            subtract(duals[i], a[i], reduced);
        }
    }

    /** Sum of the rows of the matrix, each times its weight. */
    private void combine(double[] weights, double[] into) {
        Arrays.fill(into, 0, n, 0);
        for (int i = 0; i < m; i++) {
            subtract(-weights[i], a[i], into);
        }
    }

    private void subtract(double times, double[] from, double[] into) {
        for (int j = 0; j < n; j++) {
            into[j] -= times * from[j];
        }
    }

    private void pivot(int leaving, int entering) {
        basis.times(a, entering, column);
        basis.exchange(leaving, entering, column);
        if (++pivots % REFACTOR_EVERY == 0 && basis.factor(a)) {
            basis.solve(b);
        }
    }
}
