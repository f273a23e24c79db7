package dev.touchstone.benchmark;

import java.util.Arrays;

/** The basis of a linear programme: which column stands in which row, the inverse of their matrix, and the values they take. */
final class Basis {
    /** Values of the basic variables, by row. */
    final double[] x;

    private final int m;
    private final int[] columns;
    private int[] rows;
    private final double[] inverse;
    private final double[] work;

    Basis(int rows, int allColumns) {
        m = rows;
        x = new double[rows];
        columns = new int[rows];
        this.rows = new int[allColumns];
        inverse = new double[rows * rows];
        work = new double[2 * rows * rows];
        Arrays.fill(columns, -1);
        Arrays.fill(this.rows, -1);
    }

    /** Makes room for more columns. */
    void columns(int allColumns) {
        int before = rows.length;
        rows = Arrays.copyOf(rows, allColumns);
        Arrays.fill(rows, before, allColumns, -1);
    }

    void clear() {
        for (int i = 0; i < m; i++) {
            if (columns[i] >= 0) {
                rows[columns[i]] = -1;
            }
            columns[i] = -1;
        }
    }

    void set(int row, int column) {
        if (columns[row] >= 0) {
            rows[columns[row]] = -1;
        }
        columns[row] = column;
        rows[column] = row;
    }

    int column(int row) {
        return columns[row];
    }

    int[] columns() {
        return columns.clone();
    }

    /** Row in which a column is basic, or -1. */
    int rowOf(int column) {
        return rows[column];
    }

    /** Inverts the matrix of the basic columns anew, by Gauss-Jordan with row pivoting; false for none or a singular one. */
    boolean factor(double[][] a) {
        int width = 2 * m;
        Arrays.fill(work, 0);
        for (int k = 0; k < m; k++) {
            if (columns[k] < 0) {
                return false;
            }
            for (int i = 0; i < m; i++) {
                work[i * width + k] = a[i][columns[k]];
            }
            work[k * width + m + k] = 1;
        }
        for (int k = 0; k < m; k++) {
            int pivot = k;
            for (int i = k + 1; i < m; i++) {
                if (Math.abs(work[i * width + k]) > Math.abs(work[pivot * width + k])) {
                    pivot = i;
                }
            }
            double p = work[pivot * width + k];
            if (Math.abs(p) < 1e-11) {
                return false;
            }
            for (int j = 0; j < width; j++) {
                double swap = work[pivot * width + j] / p;
                work[pivot * width + j] = work[k * width + j];
                work[k * width + j] = swap;
            }
            for (int i = 0; i < m; i++) {
                double factor = work[i * width + k];
                if (i != k && factor != 0) {
                    for (int j = k; j < width; j++) {
                        work[i * width + j] -= factor * work[k * width + j];
                    }
                }
            }
        }
        for (int i = 0; i < m; i++) {
            System.arraycopy(work, i * width + m, inverse, i * m, m);
        }
        return true;
    }

    void solve(double[] b) {
        for (int i = 0; i < m; i++) {
            double sum = 0;
            for (int k = 0; k < m; k++) {
                sum += inverse[i * m + k] * b[k];
            }
            x[i] = sum;
        }
    }

    boolean feasible() {
        return mostNegative() < 0;
    }

    int mostNegative() {
        int row = -1;
        double least = -1e-9;
        for (int i = 0; i < m; i++) {
            if (x[i] < least) {
                least = x[i];
                row = i;
            }
        }
        return row;
    }

    /** Prices of the rows: costs of the basic columns times the inverse. */
    double[] duals(double[] cost) {
        double[] duals = new double[m];
        for (int i = 0; i < m; i++) {
            double c = cost[columns[i]];
            if (c != 0) {
                for (int k = 0; k < m; k++) {
                    duals[k] += c * inverse[i * m + k];
                }
            }
        }
        return duals;
    }

    /** One row of the inverse. */
    double[] row(int row) {
        return Arrays.copyOfRange(inverse, row * m, (row + 1) * m);
    }

    /** The inverse times a column of the matrix. */
    void times(double[][] a, int column, double[] into) {
        Arrays.fill(into, 0);
        for (int k = 0; k < m; k++) {
            double v = a[k][column];
            if (v != 0) {
                for (int i = 0; i < m; i++) {
                    into[i] += inverse[i * m + k] * v;
                }
            }
        }
    }

    /**
     * Row that first reaches 0 along a direction; among equals the largest pivot, or by Bland's rule the lowest column. -1 where
     * none does.
     */
    int leaving(double[] direction, boolean bland, double pivot) {
        int row = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            if (direction[i] <= pivot) {
                continue;
            }
            double ratio = Math.max(0, x[i]) / direction[i];
            boolean tie = Math.abs(ratio - best) <= 1e-12;
            boolean preferred = tie && (bland ? columns[i] < columns[row] : direction[i] > direction[row]);
            if (preferred || (!tie && ratio < best)) {
                best = Math.min(ratio, best);
                row = i;
            }
        }
        return row;
    }

    /** Brings a column in for the one in {@code row}; {@code direction} is the inverse times the column. */
    void exchange(int row, int entering, double[] direction) {
        double p = direction[row];
        double step = x[row] / p;
        for (int k = 0; k < m; k++) {
            inverse[row * m + k] /= p;
        }
        for (int i = 0; i < m; i++) {
            double factor = direction[i];
            if (i != row && factor != 0) {
                for (int k = 0; k < m; k++) {
                    inverse[i * m + k] -= factor * inverse[row * m + k];
                }
                x[i] -= step * factor;
            }
        }
        x[row] = step;
        set(row, entering);
    }
}
