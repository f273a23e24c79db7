package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Takes from a figure what is only a mix of kinds: by what rows of each kind give everywhere. */
final class Standardisation {
    private static final double MOST_RANGES = 3;

    private final Figure.CaseMix mix;
    private final Grouping kinds;
    private final FigureRows rows;

    private Standardisation(FigureRows rows, Grouping kinds, Figure.CaseMix mix) {
        this.mix = mix;
        this.kinds = kinds;
        this.rows = rows;
    }

    static FigureRows of(FigureRows rows, Samples samples, Figure.CaseMix mix) {
        Grouping kinds = Grouping.of(samples, mix.columns());
        FigureRows kept = mix.trimmed() ? trimmed(rows, kinds) : rows;
        return new Standardisation(kept, kinds, mix).adjusted();
    }

    /** Without the values above the third quartile of their kind by more than three interquartile ranges. */
    private static FigureRows trimmed(FigureRows rows, Grouping kinds) {
        if (!(rows.shape() instanceof Shape.Values)) {
            throw new BadData(
                    "no-case-mix",
                    "Outliers of " + rows.figure().name() + " cannot be left out.",
                    "Trimming works for a statistic of one value a row.");
        }
        double[][] byKind = kinds.split(rows.terms()[0], rows.usable());
        double[] most = new double[byKind.length];
        for (int g = 0; g < most.length; g++) {
            Arrays.sort(byKind[g]);
            if (byKind[g].length > 0) {
                double q1 = Quantile.DEFAULT.ofSorted(byKind[g], 0.25);
                double q3 = Quantile.DEFAULT.ofSorted(byKind[g], 0.75);
                most[g] = q3 + MOST_RANGES * (q3 - q1);
            }
        }
        boolean[] usable = rows.usable().clone();
        int out = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i] && rows.terms()[0][i] > most[kinds.codes()[i]]) {
                usable[i] = false;
                out++;
            }
        }
        return new FigureRows(rows.figure(), rows.shape(), rows.terms(), usable, rows.unusable(), out);
    }

    /** Share of the rows whose kind is found in one unit alone. */
    static double shareOfOneUnit(Grouping kinds, Grouping entities, boolean[] usable) {
        int[] unit = new int[kinds.size()];
        Arrays.fill(unit, -1);
        int[] rows = new int[kinds.size()];
        int all = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                int kind = kinds.codes()[i];
                int entity = entities.codes()[i];
                unit[kind] = rows[kind] == 0 || unit[kind] == entity ? entity : Integer.MAX_VALUE;
                rows[kind]++;
                all++;
            }
        }
        double alone = 0;
        for (int kind = 0; kind < rows.length; kind++) {
            alone += rows[kind] > 0 && unit[kind] != Integer.MAX_VALUE ? rows[kind] : 0;
        }
        return alone / all;
    }

    private FigureRows adjusted() {
        boolean geometric = rows.figure().statistic().equals(Statistic.GEOMETRIC_MEAN);
        boolean line = rows.shape() instanceof Shape.Formula || rows.shape() instanceof Shape.Line;
        if (line || (geometric && mix.method() == Figure.CaseMix.Method.DIRECT)) {
            throw notPossible();
        }
        if (mix.method() == Figure.CaseMix.Method.DIRECT) {
            return direct();
        }
        return rows.shape() instanceof Shape.Values
                        && !rows.figure().statistic().equals(Statistic.MEAN)
                ? scaled(geometric)
                : observedOverExpected();
    }

    private BadData notPossible() {
        return new BadData(
                "no-case-mix",
                "The case mix of " + rows.figure().name() + " cannot be allowed for.",
                "Case mix works for values, ratios and rates above 0; direct standardisation for their means.");
    }

    private double[] weights() {
        if (rows.terms().length > 1) {
            return rows.terms()[1];
        }
        double[] ones = new double[rows.usable().length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Figure of each kind, and of all last. */
    private double[] figures(double[] tops, double[] bottoms) {
        double[][] top = kinds.split(tops, rows.usable());
        double[][] bottom = kinds.split(bottoms, rows.usable());
        double[] figures = new double[kinds.size() + 1];
        double observed = 0;
        double size = 0;
        for (int g = 0; g < kinds.size(); g++) {
            double sum = FigureRows.sum(top[g]);
            double sizes = FigureRows.sum(bottom[g]);
            figures[g] = sizes > 0 ? sum / sizes : 0;
            observed += sum;
            size += sizes;
        }
        figures[kinds.size()] = observed / size;
        return figures;
    }

    private FigureRows observedOverExpected() {
        double[] weights = weights();
        double[] figures = figures(rows.terms()[0], weights);
        double overall = figures[kinds.size()];
        if (!(overall > 0)) {
            throw notPossible();
        }
        double scale = mix.method() == Figure.CaseMix.Method.INDIRECT ? overall : 1;
        double[] expected = new double[weights.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = weights[i] * figures[kinds.codes()[i]] / scale;
            if (expected[i] < 0) {
                throw notPossible();
            }
        }
        return with(
                rows.shape() instanceof Shape.Rate rate
                        ? new Shape.Rate(mix.method() == Figure.CaseMix.Method.INDIRECT ? rate.per() : 1)
                        : new Shape.Ratio(rows.shape() instanceof Shape.Share),
                rows.terms()[0],
                expected);
    }

    /** Each value by how far rows of its kind lie from all rows: by their means, or on logarithms for a geometric mean. */
    private FigureRows scaled(boolean geometric) {
        double[] values = rows.terms()[0];
        double[] measured = geometric ? Arrays.stream(values).map(Math::log).toArray() : values;
        if (geometric && IntStream.range(0, values.length).anyMatch(i -> rows.usable()[i] && !(values[i] > 0))) {
            throw new BadData(
                    "out-of-range",
                    "A value of " + rows.figure().name() + " is not above 0.",
                    "A geometric mean needs values above 0; leave the others out.");
        }
        double[] figures = figures(measured, weights());
        if (geometric) {
            for (int g = 0; g < figures.length; g++) {
                figures[g] = Math.exp(figures[g]);
            }
        }
        double overall = figures[kinds.size()];
        if (!(overall > 0)) {
            throw notPossible();
        }
        double scale = mix.method() == Figure.CaseMix.Method.INDIRECT ? overall : 1;
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            double kind = figures[kinds.codes()[i]];
            scaled[i] = kind > 0 ? values[i] / kind * scale : values[i];
        }
        return with(rows.shape(), scaled);
    }

    private FigureRows direct() {
        boolean mean = !(rows.shape() instanceof Shape.Values)
                || rows.figure().statistic().equals(Statistic.MEAN);
        if (!mean) {
            throw notPossible();
        }
        double[] sizes = weights();
        double per = rows.shape() instanceof Shape.Rate rate ? rate.per() : 1;
        double[] denominators = Arrays.stream(sizes).map(size -> size / per).toArray();
        double[][] byKind = kinds.split(denominators, rows.usable());
        double[] weights = Arrays.stream(byKind).mapToDouble(FigureRows::sum).toArray();
        double all = FigureRows.sum(weights);
        if (!(all > 0)) {
            throw notPossible();
        }
        for (int g = 0; g < weights.length; g++) {
            weights[g] /= all;
        }
        boolean counted = rows.shape() instanceof Shape.Rate;
        double[] kindOf = Arrays.stream(kinds.codes()).asDoubleStream().toArray();
        return with(
                new Shape.Direct(new DirectStandard(kinds.names(), weights, counted)),
                rows.terms()[0],
                denominators,
                kindOf);
    }

    private FigureRows with(Shape shape, double[]... terms) {
        return new FigureRows(rows.figure(), shape, terms, rows.usable(), rows.unusable(), rows.trimmed());
    }
}
