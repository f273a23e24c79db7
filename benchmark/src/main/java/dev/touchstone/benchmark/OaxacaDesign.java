package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Variables of a regression as columns of numbers: numbers less their mean, and for each value of a text but the first a 1 or a 0. A
 * constant comes first.
 *
 * @param names of the variables, without the constant
 * @param from first column of each variable
 * @param columns of the matrix, {@code [column][row]}
 * @param centres what was taken off each column
 * @param texts whether a variable is one of texts
 */
record OaxacaDesign(List<String> names, int[] from, double[][] columns, double[] centres, boolean[] texts) {
    /** A pivot below this share of its column is one that the columns before it explain. */
    private static final double SINGULAR = 1e-10;

    static OaxacaDesign of(List<? extends Column> variables, int rows) {
        List<double[]> columns = new ArrayList<>();
        List<Double> centres = new ArrayList<>();
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        columns.add(ones);
        centres.add(0.0);
        int[] from = new int[variables.size() + 1];
        boolean[] texts = new boolean[variables.size()];
        for (int v = 0; v < variables.size(); v++) {
            from[v] = columns.size();
            switch (variables.get(v)) {
                case Column.Numbers numbers -> {
                    Values.checked(numbers.values(), "column \"" + numbers.name() + "\"");
                    double mean = Values.mean(numbers.values());
                    columns.add(
                            Arrays.stream(numbers.values()).map(x -> x - mean).toArray());
                    centres.add(mean);
                }
                case Column.Labels labels -> {
                    texts[v] = true;
                    Grouping grouping = Grouping.of(Samples.of(labels), List.of(labels.name()));
                    for (int c = 1; c < grouping.size(); c++) {
                        int code = c;
                        columns.add(Arrays.stream(grouping.codes())
                                .mapToDouble(at -> at == code ? 1 : 0)
                                .toArray());
                        centres.add(0.0);
                    }
                }
                case Column.Times times ->
                    throw new BadData(
                            "wrong-type",
                            "Column \"" + times.name() + "\" holds times.",
                            "Name variables of numbers or texts.");
            }
        }
        from[variables.size()] = columns.size();
        return new OaxacaDesign(
                variables.stream().map(Column::name).toList(),
                from,
                columns.toArray(double[][]::new),
                centres.stream().mapToDouble(Double::doubleValue).toArray(),
                texts);
    }

    int width() {
        return columns.length;
    }

    /** Weighted mean of each column. */
    double[] means(double[] weights) {
        double total = Arrays.stream(weights).sum();
        double[] means = new double[width()];
        for (int j = 0; j < means.length; j++) {
            for (int i = 0; i < weights.length; i++) {
                means[j] += weights[i] * columns[j][i] / total;
            }
        }
        return means;
    }

    /**
     * Coefficients of least squares, by the normal equations (Cholesky).
     *
     * @param extra one more column, its coefficient not returned; null for none
     * @return null where a column is a mix of those before it
     */
    double[] fit(double[] y, double[] weights, double[] extra) {
        int p = width() + (extra == null ? 0 : 1);
        double[][] cross = new double[p][p + 1];
        for (int i = 0; i < y.length; i++) {
            if (weights[i] > 0) {
                for (int j = 0; j < p; j++) {
                    double weighted = weights[i] * value(j, i, extra);
                    for (int k = 0; k <= j; k++) {
                        cross[j][k] += weighted * value(k, i, extra);
                    }
                    cross[j][p] += weighted * y[i];
                }
            }
        }
        return solve(cross) ? solution(cross) : null;
    }

    private double value(int column, int row, double[] extra) {
        return column < width() ? columns[column][row] : extra[row];
    }

    /** Turns the lower half into its Cholesky factor and the last column into the forward solution. */
    private static boolean solve(double[][] a) {
        int p = a.length;
        for (int j = 0; j < p; j++) {
            double own = a[j][j];
            for (int k = 0; k < j; k++) {
                a[j][j] -= a[j][k] * a[j][k];
                a[j][p] -= a[j][k] * a[k][p];
            }
            if (!(a[j][j] > SINGULAR * own)) {
                return false;
            }
            double pivot = Math.sqrt(a[j][j]);
            a[j][j] = pivot;
            a[j][p] /= pivot;
            for (int i = j + 1; i < p; i++) {
                for (int k = 0; k < j; k++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
                a[i][j] /= pivot;
            }
        }
        return true;
    }

    private double[] solution(double[][] a) {
        int p = a.length;
        double[] x = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            x[j] = a[j][p];
            for (int i = j + 1; i < p; i++) {
                x[j] -= a[i][j] * x[i];
            }
            x[j] /= a[j][j];
        }
        return Arrays.copyOf(x, width());
    }
}
