package dev.touchstone.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Arithmetic over the columns of a frame, row by row, and over sums and means of it. A column is named as it is, or in brackets where
 * its name is not a plain word; "[promised at] - shipped" is the difference of two columns of times in milliseconds, and
 * {@code hours(...)} turns it into hours. Comparisons give 1 or 0; a column of texts is compared with a text, {@code state = 'done'}.
 */
sealed interface Expression {
    record Constant(double value) implements Expression {}

    record ColumnOf(String name) implements Expression {}

    /** A text that a column is compared with. */
    record Text(String literal) implements Expression {}

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

    /** Those among the columns that are compared with a text. */
    default Set<String> textColumns() {
        return switch (this) {
            case Binary binary
            when binary.right() instanceof Text -> binary.left().columns();
            case Binary binary -> {
                Set<String> names = new LinkedHashSet<>(binary.left().textColumns());
                names.addAll(binary.right().textColumns());
                yield names;
            }
            case Call call -> {
                Set<String> names = new LinkedHashSet<>();
                call.arguments().forEach(a -> names.addAll(a.textColumns()));
                yield names;
            }
            case Aggregate aggregate -> aggregate.of().textColumns();
            case Constant constant -> Set.of();
            case Text text -> Set.of();
            case ColumnOf column -> Set.of();
        };
    }

    /** With other expressions in the place of columns. */
    default Expression bound(Map<String, Expression> columns) {
        return switch (this) {
            case Constant constant -> constant;
            case Text text -> text;
            case ColumnOf column -> columns.getOrDefault(column.name(), column);
            case Binary b ->
                new Binary(b.operator(), b.left().bound(columns), b.right().bound(columns));
            case Call c ->
                new Call(
                        c.function(),
                        c.arguments().stream().map(a -> a.bound(columns)).toList());
            case Aggregate a -> new Aggregate(a.function(), a.of().bound(columns));
        };
    }

    /** As text that is parsed to the same expression, whatever the white space it was written with. */
    default String text() {
        return switch (this) {
            case Constant constant -> BigDecimal.valueOf(constant.value()).toPlainString();
            case Text text -> "'" + text.literal() + "'";
            case ColumnOf column ->
                column.name().matches("[\\p{L}_][\\p{L}\\p{N}_.]*") ? column.name() : "[" + column.name() + "]";
            case Binary b -> operand(b.left()) + " " + b.operator() + " " + operand(b.right());
            case Call c ->
                c.function() + c.arguments().stream().map(Expression::text).collect(Collectors.joining(", ", "(", ")"));
            case Aggregate a -> a.function() + "(" + (a.function().equals("count") ? "" : a.of().text()) + ")";
        };
    }

    private static String operand(Expression e) {
        return e instanceof Binary ? "(" + e.text() + ")" : e.text();
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
            case Text text -> {}
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
            case Text text -> throw unexpected(text);
            case Binary binary when binary.right() instanceof Text text -> equal(samples, binary, text.literal());
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

    private static double[] equal(Samples samples, Binary binary, String text) {
        if (!(binary.left() instanceof ColumnOf column)) {
            throw new BadData(
                    "wrong-formula",
                    "\"" + binary.left().text() + "\" is compared with the text '" + text + "'.",
                    "Only a column can be compared with a text; bind the element to one.");
        }
        Column.Labels labels = samples.labels(column.name());
        int code = labels.dictionary().indexOf(text);
        double same = binary.operator().equals("=") ? 1 : 0;
        double[] values = new double[labels.rows()];
        for (int i = 0; i < values.length; i++) {
            int at = labels.codes()[i];
            values[i] = at == Column.Labels.MISSING ? Double.NaN : at == code ? same : 1 - same;
        }
        return values;
    }

    private static BadData unexpected(Text text) {
        return new BadData(
                "wrong-formula",
                "The text '" + text.literal() + "' stands where a number is needed.",
                "Compare it with a column, as in state = 'done'.");
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
            case Text text -> throw unexpected(text);
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
