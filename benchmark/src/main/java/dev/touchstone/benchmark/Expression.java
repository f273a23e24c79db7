package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Arithmetic over the columns of a frame, row by row, and over sums and means of it. A column is named as it is, or in brackets where
 * its name is not a plain word; "[promised at] - shipped" is the difference of two columns of times in milliseconds, and
 * {@code hours(...)} turns it into hours. Comparisons give 1 or 0.
 */
sealed interface Expression {
    record Constant(double value) implements Expression {}

    record ColumnOf(String name) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A figure of all rows: {@code sum}, {@code mean}, {@code sd}, {@code movingrange} of an expression, or {@code count()}. */
    record Aggregate(String function, Expression of) implements Expression {}

    static Expression parse(String text) {
        return new ExpressionParser(text).parse();
    }

    static Expression column(String name) {
        return new ColumnOf(name);
    }

    /** Columns that it reads, in the order of their appearance. */
    default Set<String> columns() {
        Set<String> names = new LinkedHashSet<>();
        collect(this, names, new ArrayList<>());
        return names;
    }

    /** Aggregates that it is made of, each once. */
    default List<Aggregate> aggregates() {
        List<Aggregate> aggregates = new ArrayList<>();
        collect(this, new LinkedHashSet<>(), aggregates);
        return aggregates;
    }

    private static void collect(Expression e, Set<String> names, List<Aggregate> aggregates) {
        switch (e) {
            case Constant constant -> {}
            case ColumnOf column -> names.add(column.name());
            case Binary binary -> {
                collect(binary.left(), names, aggregates);
                collect(binary.right(), names, aggregates);
            }
            case Call call -> call.arguments().forEach(a -> collect(a, names, aggregates));
            case Aggregate aggregate -> {
                if (!aggregates.contains(aggregate)) {
                    aggregates.add(aggregate);
                }
                collect(aggregate.of(), names, aggregates);
            }
        }
    }

    /** Value in each row; NaN where a value is missing or cannot be computed, as after a division by 0. */
    default double[] rows(Samples samples) {
        return switch (this) {
            case Constant constant -> {
                double[] values = new double[samples.rows()];
                Arrays.fill(values, constant.value());
                yield values;
            }
            case ColumnOf column -> numbers(samples, column.name());
            case Binary binary ->
                combine(
                        binary.operator(),
                        binary.left().rows(samples),
                        binary.right().rows(samples));
            case Call call -> call(call, samples);
            case Aggregate aggregate ->
                throw new BadData(
                        "wrong-formula",
                        aggregate.function() + "(...) stands where a value of one row is needed.",
                        "Use it in a formula of sums, or leave it out here.");
        };
    }

    private static double[] numbers(Samples samples, String name) {
        return switch (samples.column(name)) {
            case Column.Numbers numbers -> numbers.values();
            case Column.Times times -> {
                double[] values = new double[times.rows()];
                for (int i = 0; i < values.length; i++) {
                    long at = times.epochMillis()[i];
                    values[i] = at == Column.Times.MISSING ? Double.NaN : at;
                }
                yield values;
            }
            case Column.Labels labels -> samples.numbers(name);
        };
    }

    private static double[] combine(String operator, double[] a, double[] b) {
        double[] values = new double[a.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = apply(operator, a[i], b[i]);
        }
        return values;
    }

    private static double[] call(Call call, Samples samples) {
        double[] first = call.arguments().getFirst().rows(samples);
        double[] second = call.arguments().size() > 1 ? call.arguments().get(1).rows(samples) : first;
        double[] values = new double[first.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = apply(call.function(), first[i], second[i]);
        }
        return values;
    }

    /** Result of one operation; NaN for what has none. */
    static double apply(String operation, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return Double.NaN;
        }
        double value = switch (operation) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "<" -> a < b ? 1 : 0;
            case "<=" -> a <= b ? 1 : 0;
            case ">" -> a > b ? 1 : 0;
            case ">=" -> a >= b ? 1 : 0;
            case "=" -> a == b ? 1 : 0;
            case "!=" -> a != b ? 1 : 0;
            case "min" -> Math.min(a, b);
            case "max" -> Math.max(a, b);
            case "abs" -> Math.abs(a);
            case "log" -> Math.log(a);
            case "sqrt" -> Math.sqrt(a);
            case "days" -> a / 86_400_000;
            case "hours" -> a / 3_600_000;
            case "minutes" -> a / 60_000;
            case "seconds" -> a / 1000;
            default -> throw new IllegalStateException(operation);
        };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Value of a formula whose aggregates have these values. */
    default double of(List<Aggregate> aggregates, double[] values) {
        return switch (this) {
            case Constant constant -> constant.value();
            case Aggregate aggregate -> values[aggregates.indexOf(aggregate)];
            case Binary binary ->
                apply(
                        binary.operator(),
                        binary.left().of(aggregates, values),
                        binary.right().of(aggregates, values));
            case Call call -> {
                double first = call.arguments().getFirst().of(aggregates, values);
                double second =
                        call.arguments().size() > 1 ? call.arguments().get(1).of(aggregates, values) : first;
                yield apply(call.function(), first, second);
            }
            case ColumnOf column ->
                throw new BadData(
                        "wrong-formula",
                        "Column \"" + column.name() + "\" stands outside of any sum or mean.",
                        "Write sum(" + column.name() + ") or mean(" + column.name() + ").");
        };
    }
}
