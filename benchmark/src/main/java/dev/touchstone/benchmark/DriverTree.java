package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The change of a figure that is a formula of drivers, split among them.
 *
 * @param formula over the names of the drivers
 * @param shapley for any formula
 * @param lmdi beside it where the formula is a plain product of drivers above 0, as in availability * performance * quality
 */
public record DriverTree(String formula, Shapley shapley, Optional<Lmdi> lmdi) implements CausesAnswer {

    /** Each driver of the formula, by its formula over sums and means of columns. */
    static SequencedMap<String, Expression> drivers(CausesQuestion.Drivers question) {
        Expression formula = formula(question);
        SequencedMap<String, Expression> drivers = new LinkedHashMap<>();
        for (String name : formula.columns()) {
            String text = question.drivers().get(name);
            Expression driver =
                    text == null ? new Expression.Aggregate("mean", Expression.column(name)) : Expression.parse(text);
            if (driver.aggregates().isEmpty()) {
                throw new BadData(
                        "wrong-formula",
                        "The driver \"" + name + "\" is not a formula of sums or means.",
                        "Define it over the rows, as in sum(run) / sum(planned).");
            }
            drivers.put(name, driver);
        }
        for (String name : question.drivers().keySet()) {
            if (!drivers.containsKey(name)) {
                throw new BadData(
                        "no-driver",
                        "The driver \"" + name + "\" is not in the formula " + question.formula() + ".",
                        "Define drivers that the formula names: " + String.join(", ", drivers.keySet()) + ".");
            }
        }
        return drivers;
    }

    private static Expression formula(CausesQuestion.Drivers question) {
        Expression formula = Expression.parse(question.formula());
        if (!formula.aggregates().isEmpty() || formula.columns().isEmpty()) {
            throw new BadData(
                    "wrong-formula",
                    "The formula " + question.formula() + " is not one of drivers.",
                    "Write it over names, as in availability * quality, and define each by sums and means.");
        }
        return formula;
    }

    static DriverTree of(Samples samples, CausesQuestion.Drivers question) {
        Expression formula = formula(question);
        SequencedMap<String, Expression> drivers = drivers(question);
        List<String> names = List.copyOf(drivers.keySet());
        boolean[][] rows = Populations.rows(samples, question.between());
        double[] before =
                values(samples.rows(rows[0]), drivers, question.between().before());
        double[] after =
                values(samples.rows(rows[1]), drivers, question.between().after());
        Shapley shapley =
                Shapley.of(names, before, after, at -> value(formula, names, at), question.orders(), question.seed());
        boolean above0 = Arrays.stream(before).allMatch(x -> x >= 0)
                && Arrays.stream(after).allMatch(x -> x >= 0);
        Optional<Lmdi> lmdi = above0 && product(formula)
                ? Optional.of(Lmdi.of(names, new double[][] {before}, new double[][] {after}))
                : Optional.empty();
        return new DriverTree(question.formula(), shapley, lmdi);
    }

    private static double value(Expression formula, List<String> names, double[] at) {
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < at.length; k++) {
            columns.add(new Column.Numbers(names.get(k), new double[] {at[k]}));
        }
        return formula.rows(Samples.of(columns))[0];
    }

    private static double[] values(Samples samples, Map<String, Expression> drivers, String population) {
        return drivers.entrySet().stream()
                .mapToDouble(driver -> {
                    List<Expression.Aggregate> aggregates = driver.getValue().aggregates();
                    double[][] terms =
                            aggregates.stream().map(a -> a.of().rows(samples)).toArray(double[][]::new);
                    return FormulaEstimate.of(driver.getValue(), terms)
                            .orElseThrow(() -> new BadData(
                                    "no-value",
                                    "The driver \"" + driver.getKey() + "\" has no value for \"" + population + "\".",
                                    "Look at its columns: a value is missing, or a sum that is divided by is 0."))
                            .value();
                })
                .toArray();
    }

    /** Whether each driver stands once, as a factor. */
    private static boolean product(Expression formula) {
        return switch (formula) {
            case Expression.ColumnOf column -> true;
            case Expression.Binary b
            when b.operator().equals("*") ->
                product(b.left())
                        && product(b.right())
                        && b.left().columns().stream().noneMatch(b.right().columns()::contains);
            default -> false;
        };
    }
}
