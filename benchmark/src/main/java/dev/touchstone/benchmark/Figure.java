package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is compared: one number for each unit of comparison, made of the columns of a frame.
 *
 * @param name unique in a report
 * @param unit of measurement; empty for a pure number
 * @param leastRanked volume floor: units with fewer rows (for shares: with a smaller denominator) are not ranked
 * @param target to be reached
 * @param moneyPerUnit what one unit of the figure is worth for each row, to put a price on a gap
 * @param caseMix what must be equal for a fair comparison
 */
public record Figure(
        String name,
        String unit,
        Direction direction,
        Basis basis,
        Quantile quantile,
        int leastRanked,
        OptionalDouble target,
        OptionalDouble moneyPerUnit,
        Optional<CaseMix> caseMix) {

    /** How the number is made; every text is an expression over columns, see the documentation. */
    public sealed interface Basis {}

    /** A statistic of one value a row. */
    public record Values(String value, Statistic statistic) implements Basis {}

    /** Sum of one value a row over the sum of another. */
    public record Ratio(String numerator, String denominator) implements Basis {}

    /** Arithmetic over sums and means, such as {@code sum(good) / sum(made)}. */
    public record Formula(String formula) implements Basis {}

    /**
     * Case mix: each row is held against what rows of its kind give everywhere (indirect standardisation).
     *
     * @param columns whose values together tell the kind of a row
     */
    public record CaseMix(List<String> columns) {
        public CaseMix {
            columns = List.copyOf(columns);
        }
    }

    /** A statistic of a column. */
    public static Figure values(String column, Statistic statistic, Direction direction) {
        return of(column + " (" + statistic + ")", direction, new Values(quoted(column), statistic));
    }

    /** The sum of one column over the sum of another. */
    public static Figure ratio(String numerator, String denominator, Direction direction) {
        return of(numerator + " / " + denominator, direction, new Ratio(quoted(numerator), quoted(denominator)));
    }

    public static Figure of(String name, Direction direction, Basis basis) {
        return new Figure(
                name,
                "",
                direction,
                basis,
                Quantile.DEFAULT,
                Comparison.LEAST_RANKED,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    public Figure named(String newName, String newUnit) {
        return new Figure(newName, newUnit, direction, basis, quantile, leastRanked, target, moneyPerUnit, caseMix);
    }

    public Figure quantile(Quantile newQuantile) {
        return new Figure(name, unit, direction, basis, newQuantile, leastRanked, target, moneyPerUnit, caseMix);
    }

    public Figure leastRanked(int rows) {
        return new Figure(name, unit, direction, basis, quantile, rows, target, moneyPerUnit, caseMix);
    }

    public Figure target(double value) {
        return new Figure(
                name, unit, direction, basis, quantile, leastRanked, OptionalDouble.of(value), moneyPerUnit, caseMix);
    }

    public Figure moneyPerUnit(double value) {
        return new Figure(
                name, unit, direction, basis, quantile, leastRanked, target, OptionalDouble.of(value), caseMix);
    }

    public Figure caseMix(List<String> columns) {
        return new Figure(
                name,
                unit,
                direction,
                basis,
                quantile,
                leastRanked,
                target,
                moneyPerUnit,
                columns.isEmpty() ? Optional.empty() : Optional.of(new CaseMix(columns)));
    }

    Figure withBasis(Basis newBasis) {
        return new Figure(name, unit, direction, newBasis, quantile, leastRanked, target, moneyPerUnit, caseMix);
    }

    /** Expressions that are evaluated row by row or aggregated. */
    List<Expression> expressions() {
        return switch (basis) {
            case Values values -> List.of(Expression.parse(values.value()));
            case Ratio ratio -> List.of(Expression.parse(ratio.numerator()), Expression.parse(ratio.denominator()));
            case Formula formula -> List.of(Expression.parse(formula.formula()));
        };
    }

    Statistic statistic() {
        return basis instanceof Values values ? values.statistic() : Statistic.RATIO;
    }

    private static String quoted(String column) {
        return "[" + column + "]";
    }
}
