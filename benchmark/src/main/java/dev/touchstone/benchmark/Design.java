package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The columns of a regression, each with a name; all of one length. */
record Design(List<String> names, List<double[]> columns) {
    Design {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** A column of ones. */
    static Design intercept(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return new Design(List.of("intercept"), List.of(ones));
    }

    Design with(String name, double[] column) {
        List<String> moreNames = new ArrayList<>(names);
        moreNames.add(name);
        List<double[]> moreColumns = new ArrayList<>(columns);
        moreColumns.add(column);
        return new Design(moreNames, moreColumns);
    }

    int rows() {
        return columns.getFirst().length;
    }

    int size() {
        return columns.size();
    }

    int index(String name) {
        return names.indexOf(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** The first rows alone. */
    Design first(int rows) {
        return new Design(
                names, columns.stream().map(c -> Arrays.copyOf(c, rows)).toList());
    }

    /** A contrast that picks one coefficient. */
    double[] contrast(String name) {
        double[] contrast = new double[size()];
        contrast[index(name)] = 1;
        return contrast;
    }

    /** The columns as an array of arrays, to be transformed. */
    double[][] copy() {
        return columns.stream().map(double[]::clone).toArray(double[][]::new);
    }

    /** Value of a row; of more coefficients than columns the first count. */
    double dot(double[] coefficients, int row) {
        double sum = 0;
        for (int j = 0; j < columns.size(); j++) {
            sum += coefficients[j] * columns.get(j)[row];
        }
        return sum;
    }
}
