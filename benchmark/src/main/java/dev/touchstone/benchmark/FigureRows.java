package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A figure evaluated row by row over a frame, ready to be put together by any grouping of the rows.
 *
 * @param terms the values of each row: one array for values, two for ratios and lines, one for each aggregate of a formula, and the
 *     number of the row's kind for direct standardisation
 * @param usable rows for which every term is there, outliers left out
 * @param trimmed rows left out as outliers
 */
record FigureRows(Figure figure, Shape shape, double[][] terms, boolean[] usable, int unusable, int trimmed) {

    private static final double GREATEST = 1e100;

    static FigureRows of(Figure figure, Samples samples) {
        List<Expression> expressions = figure.expressions();
        List<Expression.Aggregate> aggregates = expressions.getFirst().aggregates();
        boolean formula = figure.basis() instanceof Figure.Formula;
        if (formula && aggregates.isEmpty()) {
            throw new BadData(
                    "wrong-formula",
                    "The formula of " + figure.name() + " holds no sum or mean.",
                    "Write sum(...) or mean(...) around the columns.");
        }
        List<Expression> rowwise =
                formula ? aggregates.stream().map(Expression.Aggregate::of).toList() : expressions;
        double[][] terms = rowwise.stream().map(e -> e.rows(samples)).toArray(double[][]::new);
        boolean[] usable = new boolean[samples.rows()];
        int unusable = 0;
        for (int i = 0; i < usable.length; i++) {
            boolean whole = true;
            for (double[] term : terms) {
                whole &= !Double.isNaN(term[i]);
            }
            usable[i] = whole;
            unusable += whole ? 0 : 1;
        }
        if (unusable == usable.length) {
            throw new BadData(
                    "no-rows",
                    "No row has a value of " + figure.name() + ".",
                    "Name columns that hold numbers, and look whether their values can be computed with.");
        }
        requireMagnitudes(figure, terms, usable);
        FigureRows rows = new FigureRows(figure, new Shape.Values(), terms, usable, unusable, 0);
        rows.requireSizes();
        FigureRows shaped = new FigureRows(figure, rows.shape(expressions), terms, usable, unusable, 0);
        return figure.caseMix().isPresent()
                ? Standardisation.of(shaped, samples, figure.caseMix().get())
                : shaped;
    }

    /** Squares and cubes of the values must be numbers too. */
    private static void requireMagnitudes(Figure figure, double[][] terms, boolean[] usable) {
        for (double[] term : terms) {
            for (int i = 0; i < usable.length; i++) {
                if (usable[i] && Math.abs(term[i]) > GREATEST) {
                    throw new BadData(
                            "out-of-range",
                            "A value of " + figure.name() + " is " + term[i] + " in row " + (i + 1) + ".",
                            "Values lie between -" + GREATEST + " and " + GREATEST + "; use a larger unit.");
                }
            }
        }
    }

    /** Counts and denominators are 0 or more. */
    private void requireSizes() {
        switch (figure.basis()) {
            case Figure.Ratio ratio -> requireSize(terms[1], "The denominator " + ratio.denominator());
            case Figure.Rate rate -> {
                requireSize(terms[0], "The count " + rate.count());
                requireSize(terms[1], "The exposure " + rate.exposure());
                for (int i = 0; i < usable.length; i++) {
                    if (usable[i] && terms[0][i] != Math.rint(terms[0][i])) {
                        throw new BadData(
                                "out-of-range",
                                "The count " + rate.count() + " is " + Words.number(terms[0][i]) + " in row " + (i + 1)
                                        + ".",
                                "A count is a whole number; ask for a ratio if it is none.");
                    }
                }
            }
            case Figure.Values values -> {}
            case Figure.Formula formula -> {}
            case Figure.Regression line -> {}
        }
    }

    private void requireSize(double[] values, String what) {
        for (int i = 0; i < usable.length; i++) {
            if (usable[i] && values[i] < 0) {
                throw new BadData(
                        "out-of-range",
                        what + " is " + Words.number(values[i]) + " in row " + (i + 1) + ".",
                        "It is 0 or more.");
            }
        }
    }

    private Shape shape(List<Expression> expressions) {
        return switch (figure.basis()) {
            case Figure.Values values -> new Shape.Values();
            case Figure.Ratio ratio -> countsOfAWhole() ? new Shape.Share() : new Shape.Ratio(false);
            case Figure.Rate rate -> new Shape.Rate(rate.per());
            case Figure.Formula formula -> new Shape.Formula(expressions.getFirst());
            case Figure.Regression line -> new Shape.Line(line.part(), meanOfUsable(terms[1]));
        };
    }

    private boolean countsOfAWhole() {
        double size = 0;
        for (int i = 0; i < usable.length; i++) {
            double k = terms[0][i];
            double n = terms[1][i];
            if (usable[i] && !(k >= 0 && k <= n && k == Math.rint(k) && n == Math.rint(n))) {
                return false;
            }
            size += usable[i] ? n : 0;
        }
        // beyond this many, counts are no longer told apart by a binomial distribution
        return size <= Integer.MAX_VALUE;
    }

    private double meanOfUsable(double[] values) {
        double mean = 0;
        int n = 0;
        for (int i = 0; i < usable.length; i++) {
            if (usable[i]) {
                n++;
                mean += (values[i] - mean) / n;
            }
        }
        return mean;
    }

    /** The groups of a grouping, ready for comparison, by name; those without a row are left out. */
    List<Sample> samples(Grouping entities, boolean[] keep, Comparison.Question question) {
        double[][][] split = split(entities, keep);
        return IntStream.range(0, entities.size())
                .parallel()
                .filter(g -> split[0][g].length > 0)
                .mapToObj(g -> sample(entities.names().get(g), mine(split, g), question))
                .sorted(Comparator.comparing(Sample::name))
                .toList();
    }

    /** Terms of each group. */
    double[][][] split(Grouping entities, boolean[] keep) {
        boolean[] counted = usable;
        if (keep != null) {
            counted = new boolean[usable.length];
            for (int i = 0; i < counted.length; i++) {
                counted[i] = usable[i] && keep[i];
            }
        }
        double[][][] split = new double[terms.length][][];
        for (int k = 0; k < terms.length; k++) {
            split[k] = entities.split(terms[k], counted);
        }
        return split;
    }

    static double[][] mine(double[][][] split, int group) {
        return Arrays.stream(split).map(term -> term[group]).toArray(double[][]::new);
    }

    private Sample sample(String name, double[][] mine, Comparison.Question question) {
        return switch (shape) {
            case Shape.Values values -> {
                RadixSort.sort(mine[0]);
                yield Sample.of(name, mine[0], question);
            }
            case Shape.Ratio ratio -> Sample.of(new RatioGroup(name, mine[0], mine[1]));
            case Shape.Share share -> Sample.of(count(name, mine));
            case Shape.Rate rate -> Sample.of(name, Math.round(sum(mine[0])), sum(mine[1]), rate.per());
            case Shape.Formula formula -> Sample.of(name, mine[0].length, formula(formula.formula(), mine));
            case Shape.Line line -> Sample.of(name, LeastSquares.of(mine[1], mine[0]), mine[0].length, line);
            case Shape.Direct direct ->
                Sample.of(name, mine[0].length, direct.standard().of(mine[0], mine[1], mine[2]));
        };
    }

    private static Optional<FormulaEstimate> formula(Expression expression, double[][] mine) {
        List<Expression.Aggregate> aggregates = expression.aggregates();
        double[][] terms = new double[mine.length][];
        for (int k = 0; k < mine.length; k++) {
            boolean ranges = aggregates.get(k).function().equals("movingrange");
            terms[k] = ranges ? VariablesCharts.movingRanges(mine[k]) : mine[k];
        }
        return FormulaEstimate.of(expression, terms);
    }

    static Count count(String name, double[][] mine) {
        return new Count(name, (long) sum(mine[0]), (long) sum(mine[1]));
    }

    static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (unusable > 0) {
            problems.add(unusable + " of " + usable.length + " rows were left out of " + figure.name()
                    + " because a value is missing or cannot be computed.");
        }
        if (trimmed > 0) {
            problems.add(trimmed + " of " + usable.length + " rows were left out of " + figure.name()
                    + " as outliers: they lie above the third quartile of their kind by more than three interquartile"
                    + " ranges.");
        }
        return problems;
    }
}
