package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is compared: one number for each unit of comparison, made of the columns of a frame.
 *
 * @param name unique in a report
 * @param leastRanked volume floor: units with fewer rows (for shares: with a smaller denominator) are not ranked
 * @param unit of measurement; empty for a pure number, {@code fraction} for one that is read in percent
 * @param targets to be reached; the one that holds at the end of the data counts
 * @param moneyPerUnit what one unit of the figure is worth for each row, for each unit of the denominator where there is one, to put
 *     a price on a gap
 * @param caseMix what must be equal for a fair comparison
 * @param definition of the measure that this figure shows, if there is one
 */
public record Figure(
        String name,
        String unit,
        Direction direction,
        Basis basis,
        Quantile quantile,
        int leastRanked,
        Targets targets,
        OptionalDouble moneyPerUnit,
        Optional<CaseMix> caseMix,
        Optional<Definition> definition) {

    static final String FRACTION = "fraction";

    /** @param hash that tells one version of the definition from another */
    public record Definition(String pack, String id, String hash) {}

    /** How the number is made; every text is an expression over columns, see the documentation. */
    public sealed interface Basis {}

    /** A statistic of one value a row. */
    public record Values(String value, Statistic statistic) implements Basis {}

    /**
     * Sum of one value a row over the sum of another. Where both are whole numbers and the first never exceeds the second, it is a
     * share counted.
     */
    public record Ratio(String numerator, String denominator) implements Basis {}

    /**
     * Events counted over what gave rise to them, such as claims per 1,000 units: Poisson counts.
     *
     * @param per how much exposure the figure is told for
     */
    public record Rate(String count, String exposure, double per) implements Basis {
        public Rate {
            if (!(per > 0) || !Double.isFinite(per)) {
                throw new BadData("out-of-range", "A rate per " + per + " was asked for.", "Give a number above 0.");
            }
        }
    }

    /**
     * The straight line of one value on another, by least squares for each unit: time at a till on items in the basket.
     *
     * @param part {@link Statistic#INTERCEPT}, {@link Statistic#SLOPE}, or {@link Statistic#STANDARDISED}: the line's height at the
     *     mean of all rows
     */
    public record Regression(String value, String on, Statistic part) implements Basis {
        public Regression {
            if (!part.ofLine()) {
                throw new BadData(
                        "wrong-statistic", "A line has no " + part + ".", "Ask for intercept, slope or standardised.");
            }
        }
    }

    /** Arithmetic over sums and means, such as {@code sum(good) / sum(made)}. */
    public record Formula(String formula) implements Basis {}

    /**
     * Case mix: each row is held against rows of its kind everywhere.
     *
     * @param columns whose values together tell the kind of a row; none for one kind
     * @param trimmed whether values above the third quartile of their kind by more than three interquartile ranges are left out
     */
    public record CaseMix(List<String> columns, Method method, boolean trimmed) {
        public CaseMix {
            columns = List.copyOf(columns);
        }

        /** How kinds are allowed for. */
        public enum Method {
            /** Observed over expected, times the figure of all: also for small units. */
            INDIRECT,
            /** Observed over expected. */
            OBSERVED_OVER_EXPECTED,
            /** The figure of a unit if its kinds were mixed as everywhere; needs rows of every kind in each unit. */
            DIRECT
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
                Targets.none(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Figure named(String newName, String newUnit) {
        return new Figure(
                newName, newUnit, direction, basis, quantile, leastRanked, targets, moneyPerUnit, caseMix, definition);
    }

    public Figure quantile(Quantile type) {
        return new Figure(name, unit, direction, basis, type, leastRanked, targets, moneyPerUnit, caseMix, definition);
    }

    public Figure leastRanked(int rows) {
        return new Figure(name, unit, direction, basis, quantile, rows, targets, moneyPerUnit, caseMix, definition);
    }

    public Figure target(double value) {
        return targets(Targets.of(value));
    }

    public Figure targets(Targets schedule) {
        return new Figure(
                name, unit, direction, basis, quantile, leastRanked, schedule, moneyPerUnit, caseMix, definition);
    }

    public Figure moneyPerUnit(double value) {
        return new Figure(
                name,
                unit,
                direction,
                basis,
                quantile,
                leastRanked,
                targets,
                OptionalDouble.of(value),
                caseMix,
                definition);
    }

    /** Indirectly standardised by the kinds that these columns tell; as it is where there are none. */
    public Figure caseMix(List<String> columns) {
        return columns.isEmpty() ? this : caseMix(new CaseMix(columns, CaseMix.Method.INDIRECT, false));
    }

    public Figure caseMix(CaseMix mix) {
        return new Figure(
                name,
                unit,
                direction,
                basis,
                quantile,
                leastRanked,
                targets,
                moneyPerUnit,
                Optional.of(mix),
                definition);
    }

    Figure definition(Definition of) {
        return new Figure(
                name, unit, direction, basis, quantile, leastRanked, targets, moneyPerUnit, caseMix, Optional.of(of));
    }

    /** Expressions that are evaluated row by row or aggregated. */
    List<Expression> expressions() {
        return basisTexts(basis).stream().map(Expression::parse).toList();
    }

    static List<String> basisTexts(Basis basis) {
        return switch (basis) {
            case Values values -> List.of(values.value());
            case Ratio ratio -> List.of(ratio.numerator(), ratio.denominator());
            case Rate rate -> List.of(rate.count(), rate.exposure());
            case Formula formula -> List.of(formula.formula());
            case Regression line -> List.of(line.value(), line.on());
        };
    }

    Statistic statistic() {
        return switch (basis) {
            case Values values -> values.statistic();
            case Regression line -> line.part();
            case Ratio ratio -> Statistic.RATIO;
            case Rate rate -> Statistic.RATIO;
            case Formula formula -> Statistic.RATIO;
        };
    }

    private static String quoted(String column) {
        return "[" + column + "]";
    }
}
