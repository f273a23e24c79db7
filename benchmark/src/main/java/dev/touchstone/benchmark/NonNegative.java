package dev.touchstone.benchmark;

import java.util.Arrays;

/** Least squares whose coefficients are 0 or more, by the active set method of Lawson and Hanson (1974): exact, in finitely many steps. */
final class NonNegative {
    private static final double TOLERANCE = 1e-11;

    private final double[][] gram;
    private final double[] target;
    private final double[] x;
    private final boolean[] passive;
    private final boolean[] blocked;

    private NonNegative(double[][] gram, double[] target) {
        this.gram = gram;
        this.target = target;
        x = new double[target.length];
        passive = new boolean[target.length];
        blocked = new boolean[target.length];
    }

    /**
     * @param gram products of the columns with each other
     * @param target products of the columns with what is to be fitted
     */
    static double[] solve(double[][] gram, double[] target) {
        NonNegative problem = new NonNegative(gram, target);
        for (int entering = problem.entering(); entering >= 0; entering = problem.entering()) {
            problem.enter(entering);
        }
        return problem.x;
    }

    /** The column that promises most; -1 at the optimum. */
    private int entering() {
        int best = -1;
        double most = 0;
        for (int j = 0; j < x.length; j++) {
            double gain = passive[j] || blocked[j] ? 0 : gradient(j);
            if (gain > TOLERANCE * Math.max(gram[j][j], Math.abs(target[j])) && gain > most) {
                most = gain;
                best = j;
            }
        }
        return best;
    }

    private double gradient(int j) {
        double sum = target[j];
        for (int k = 0; k < x.length; k++) {
            sum -= gram[j][k] * x[k];
        }
        return sum;
    }

    private void enter(int entering) {
        passive[entering] = true;
        double[] solution = unbounded();
        if (solution == null || !(solution[entering] > 0)) {
            // a column that the others make up already; it may be of use again once they have changed
            passive[entering] = false;
            blocked[entering] = true;
            return;
        }
        while (solution != null && !positive(solution)) {
            stepTowards(solution);
            solution = unbounded();
        }
        if (solution != null) {
            System.arraycopy(solution, 0, x, 0, x.length);
        }
        Arrays.fill(blocked, false);
    }

    private boolean positive(double[] solution) {
        for (int j = 0; j < x.length; j++) {
            if (passive[j] && solution[j] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Goes as far as no coefficient falls below 0, and drops those that reach it. */
    private void stepTowards(double[] solution) {
        double step = 1;
        for (int j = 0; j < x.length; j++) {
            if (passive[j] && solution[j] <= 0) {
                step = Math.min(step, x[j] / (x[j] - solution[j]));
            }
        }
        for (int j = 0; j < x.length; j++) {
            if (passive[j]) {
                x[j] += step * (solution[j] - x[j]);
                if (solution[j] <= 0 && x[j] <= 1e-14) {
                    x[j] = 0;
                    passive[j] = false;
                }
            }
        }
    }

    /** Least squares over the passive columns, by Cholesky; null where they depend on each other. */
    private double[] unbounded() {
        int[] set = new int[x.length];
        int size = 0;
        for (int j = 0; j < x.length; j++) {
            if (passive[j]) {
                set[size++] = j;
            }
        }
        double[][] l = new double[size][size];
        double[] z = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = gram[set[i]][set[j]];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j && !(sum > 1e-13 * gram[set[i]][set[i]])) {
                    return null;
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
            double sum = target[set[i]];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * z[k];
            }
            z[i] = sum / l[i][i];
        }
        double[] solution = new double[x.length];
        for (int i = size - 1; i >= 0; i--) {
            double sum = z[i];
            for (int k = i + 1; k < size; k++) {
                sum -= l[k][i] * solution[set[k]];
            }
            solution[set[i]] = sum / l[i][i];
        }
        return solution;
    }
}
