package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A formula of sums and means, such as availability x effectiveness x quality. Its error is that of the mean of what each row adds to
 * it: the derivative of the formula in each aggregate times the row's distance from its mean (delta method).
 */
record FormulaEstimate(double value, MeanEstimate shares) implements Estimate {

    /**
     * @param terms values of each aggregate's expression, row by row
     * @return nothing where the formula cannot be computed, as after a division by 0
     */
    static Optional<FormulaEstimate> of(Expression formula, double[][] terms) {
        List<Expression.Aggregate> aggregates = formula.aggregates();
        int rows = terms.length == 0 ? 0 : terms[0].length;
        double[] at = new double[terms.length];
        for (int k = 0; k < terms.length; k++) {
            at[k] = aggregate(aggregates.get(k).function(), terms[k]);
        }
        double value = formula.of(aggregates, at);
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        double[] shares = new double[rows];
        Arrays.fill(shares, value);
        for (int k = 0; k < terms.length; k++) {
            double slope = slope(formula, aggregates, at, k);
            double[] influence = influence(aggregates.get(k).function(), terms[k], at[k]);
            for (int i = 0; i < rows; i++) {
                shares[i] += slope * influence[i];
            }
        }
        return Optional.of(new FormulaEstimate(value, MeanEstimate.of(shares)));
    }

    private static double aggregate(String function, double[] x) {
        int n = x.length;
        return switch (function) {
            case "count" -> n;
            case "sum" -> n * Values.mean(x);
            case "mean" -> Values.mean(x);
            case "sd" -> n < 2 ? Double.NaN : Math.sqrt(Values.variance(x, Values.mean(x)));
            case "movingrange" -> n < 2 ? Double.NaN : Values.mean(x) * n / (n - 1);
            default -> throw new IllegalStateException(function);
        };
    }

    /** How much the aggregate changes for each row, so that the mean of the changes is 0. */
    private static double[] influence(String function, double[] x, double value) {
        int n = x.length;
        double mean = Values.mean(x);
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            double d = x[i] - mean;
            influence[i] = switch (function) {
                case "count" -> 0;
                case "sum" -> n * d;
                case "sd" -> value > 0 ? (d * d * n / (n - 1) - value * value) / (2 * value) : 0;
                case "movingrange" -> d * n / (n - 1);
                default -> d;
            };
        }
        return influence;
    }

    private static double slope(Expression formula, List<Expression.Aggregate> aggregates, double[] at, int k) {
        double step = 1e-6 * Math.max(Math.abs(at[k]), 1e-6);
        double[] moved = at.clone();
        moved[k] = at[k] + step;
        double above = formula.of(aggregates, moved);
        moved[k] = at[k] - step;
        double below = formula.of(aggregates, moved);
        double slope = (above - below) / (2 * step);
        return Double.isFinite(slope) ? slope : 0;
    }

    @Override
    public int n() {
        return shares.n();
    }

    @Override
    public Optional<MeanEstimate> mean() {
        return Optional.of(shares);
    }

    @Override
    public FormulaEstimate skewed(double skewness) {
        return new FormulaEstimate(value, shares.skewed(skewness));
    }

    @Override
    public Interval interval(double level) {
        Interval of = shares.interval(level);
        return new Interval(of.low(), of.high(), level, "delta method, " + of.method(), of.note());
    }

    @Override
    public Optional<String> untestable() {
        return shares.standardError() > 1e-12 * Math.abs(value)
                ? Optional.empty()
                : Optional.of("Not tested because every row gives the same figure, so that its error is unknown.");
    }

    @Override
    public double score(double reference) {
        return shares.score(reference);
    }

    @Override
    public double score(Estimate other) {
        return shares.score(((FormulaEstimate) other).shares);
    }

    @Override
    public void draw(UniformRandomProvider random, double[] into) {
        shares.draw(random, into);
    }
}
