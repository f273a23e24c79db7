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
 * @param terms the values of each row: one array for values, two for ratios, one for each aggregate of a formula
 * @param usable rows for which every term is there
 * @param shares whether the pairs of a ratio are counts of a whole
 */
record FigureRows(Figure figure, double[][] terms, boolean[] usable, int unusable, boolean shares) {

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
            usable[i] = true;
            for (double[] term : terms) {
                usable[i] &= !Double.isNaN(term[i]);
            }
            unusable += usable[i] ? 0 : 1;
        }
        FigureRows rows = new FigureRows(figure, terms, usable, unusable, false);
        rows.requireDenominators(samples);
        return figure.caseMix().isPresent()
                ? rows.adjusted(Grouping.of(samples, figure.caseMix().get().columns()))
                : new FigureRows(figure, terms, usable, unusable, rows.countsOfAWhole());
    }

    private void requireDenominators(Samples samples) {
        if (figure.basis() instanceof Figure.Ratio ratio) {
            for (int i = 0; i < usable.length; i++) {
                if (usable[i] && terms[1][i] < 0) {
                    throw new BadData(
                            "out-of-range",
                            "The denominator " + ratio.denominator() + " is " + terms[1][i] + " in one of "
                                    + samples.rows() + " rows.",
                            "A denominator is 0 or more.");
                }
            }
        }
    }

    private boolean countsOfAWhole() {
        if (!(figure.basis() instanceof Figure.Ratio)) {
            return false;
        }
        for (int i = 0; i < usable.length; i++) {
            double k = terms[0][i];
            double n = terms[1][i];
            if (usable[i] && !(k >= 0 && k <= n && k == Math.rint(k) && n == Math.rint(n))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Indirect standardisation. For a mean or a ratio the figure becomes observed over expected, times the figure of all; for another
     * statistic each value is scaled by how far rows of its kind lie from all rows.
     */
    private FigureRows adjusted(Grouping kinds) {
        double[] weight = terms.length > 1 ? terms[1] : ones(usable.length);
        double[][] top = kinds.split(terms[0], usable);
        double[][] bottom = kinds.split(weight, usable);
        double[] expected = new double[kinds.size()];
        double observed = 0;
        double size = 0;
        for (int g = 0; g < expected.length; g++) {
            double sum = Arrays.stream(top[g]).sum();
            double sizes = Arrays.stream(bottom[g]).sum();
            expected[g] = sizes > 0 ? sum / sizes : 0;
            observed += sum;
            size += sizes;
        }
        double overall = observed / size;
        if (figure.basis() instanceof Figure.Formula || !(overall > 0)) {
            throw new BadData(
                    "no-case-mix",
                    "The case mix of " + figure.name() + " cannot be allowed for.",
                    "Case mix works for values and ratios above 0.");
        }
        double[] standard = new double[usable.length];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = weight[i] * expected[kinds.codes()[i]] / overall;
        }
        if (figure.statistic().equals(Statistic.MEAN) || figure.basis() instanceof Figure.Ratio) {
            return new FigureRows(
                    figure.withBasis(new Figure.Ratio("observed", "expected")),
                    new double[][] {terms[0], standard},
                    usable,
                    unusable,
                    false);
        }
        double[] scaled = new double[usable.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = standard[i] > 0 ? terms[0][i] / standard[i] : terms[0][i];
        }
        return new FigureRows(figure, new double[][] {scaled}, usable, unusable, false);
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The groups of a grouping, ready for comparison, by name; those without a row are left out. */
    List<Sample> samples(Grouping entities, boolean[] keep, Comparison.Question question) {
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
        return IntStream.range(0, entities.size())
                .parallel()
                .filter(g -> split[0][g].length > 0)
                .mapToObj(g -> {
                    double[][] mine = new double[split.length][];
                    for (int k = 0; k < mine.length; k++) {
                        mine[k] = split[k][g];
                    }
                    return sample(entities.names().get(g), mine, question);
                })
                .sorted(Comparator.comparing(Sample::name))
                .toList();
    }

    private Sample sample(String name, double[][] mine, Comparison.Question question) {
        return switch (figure.basis()) {
            case Figure.Values values -> {
                Arrays.sort(mine[0]);
                yield Sample.of(name, mine[0], question);
            }
            case Figure.Ratio ratio ->
                shares ? Sample.of(count(name, mine)) : Sample.of(new RatioGroup(name, mine[0], mine[1]));
            case Figure.Formula formula -> Sample.of(name, mine[0].length, formula(formula, mine));
        };
    }

    private Optional<FormulaEstimate> formula(Figure.Formula formula, double[][] mine) {
        Expression expression = Expression.parse(formula.formula());
        List<Expression.Aggregate> aggregates = expression.aggregates();
        double[][] terms = new double[mine.length][];
        for (int k = 0; k < mine.length; k++) {
            boolean ranges = aggregates.get(k).function().equals("movingrange");
            terms[k] = ranges ? VariablesCharts.movingRanges(mine[k]) : mine[k];
        }
        return FormulaEstimate.of(expression, terms);
    }

    static Count count(String name, double[][] mine) {
        return new Count(name, (long) Arrays.stream(mine[0]).sum(), (long)
                Arrays.stream(mine[1]).sum());
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (unusable > 0) {
            problems.add(unusable + " of " + usable.length + " rows were left out of " + figure.name()
                    + " because a value is missing or cannot be computed.");
        }
        return problems;
    }
}
