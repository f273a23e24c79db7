package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recursive descent: comparison, then sum, then product, then sign, then what stands alone. */
final class ExpressionParser {
    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "min", 2, "max", 2, "abs", 1, "log", 1, "sqrt", 1, "days", 1, "hours", 1, "minutes", 1, "seconds", 1);
    private static final Set<String> AGGREGATES = Set.of("sum", "mean", "sd", "movingrange");
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    ExpressionParser(String text) {
        this.text = text;
    }

    Expression parse() {
        Expression e = comparison();
        if (at < text.length()) {
            throw wrong("\"" + text.charAt(at) + "\" is not expected here");
        }
        return e;
    }

    private Expression comparison() {
        if (++depth > DEEPEST) {
            throw wrong("there are too many brackets in each other");
        }
        Expression left = sum();
        for (String operator : List.of("<=", ">=", "!=", "<", ">", "=")) {
            if (take(operator)) {
                Expression right = take("'") ? literal(operator, left) : sum();
                left = new Expression.Binary(operator, left, right);
                break;
            }
        }
        depth--;
        return left;
    }

    private Expression literal(String operator, Expression left) {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw wrong("the text is not closed with \"'\"");
        }
        if (!(left instanceof Expression.ColumnOf) || !Set.of("=", "!=").contains(operator)) {
            throw wrong("a text can only be compared with a column, by = or !=");
        }
        Expression literal = new Expression.Text(text.substring(at, end));
        at = end + 1;
        space();
        return literal;
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (take("+")) {
                left = new Expression.Binary("+", left, product());
            } else if (take("-")) {
                left = new Expression.Binary("-", left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = sign();
        while (true) {
            if (take("*")) {
                left = new Expression.Binary("*", left, sign());
            } else if (take("/")) {
                left = new Expression.Binary("/", left, sign());
            } else {
                return left;
            }
        }
    }

    private Expression sign() {
        boolean minus = take("-");
        Expression e = alone();
        return minus ? new Expression.Binary("-", new Expression.Constant(0), e) : e;
    }

    private Expression alone() {
        space();
        if (take("(")) {
            Expression e = comparison();
            expect(")");
            return e;
        }
        if (take("[")) {
            int end = text.indexOf(']', at);
            if (end < 0) {
                throw wrong("\"[\" is not closed");
            }
            String name = text.substring(at, end);
            at = end + 1;
            space();
            return new Expression.ColumnOf(name);
        }
        if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            return number();
        }
        String word = word();
        if (take("(")) {
            return call(word);
        }
        return new Expression.ColumnOf(word);
    }

    private Expression number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        double value = NumberForm.PLAIN.parse(text.substring(from, at));
        if (Double.isNaN(value)) {
            throw wrong("\"" + text.substring(from, at) + "\" is not a number");
        }
        space();
        return new Expression.Constant(value);
    }

    private String word() {
        int from = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (from == at) {
            throw wrong(
                    at == text.length()
                            ? "something is missing at the end"
                            : "\"" + text.charAt(at) + "\" is not expected here");
        }
        String word = text.substring(from, at);
        space();
        return word;
    }

    private Expression call(String function) {
        if (function.equals("count")) {
            expect(")");
            return new Expression.Aggregate("count", new Expression.Constant(1));
        }
        if (AGGREGATES.contains(function)) {
            Expression of = comparison();
            expect(")");
            if (!of.aggregates().isEmpty()) {
                throw wrong(function + "(...) holds another sum or mean");
            }
            return new Expression.Aggregate(function, of);
        }
        Integer arity = FUNCTIONS.get(function);
        if (arity == null) {
            throw wrong("there is no function \"" + function + "\"");
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(comparison());
        while (arguments.size() < arity) {
            expect(",");
            arguments.add(comparison());
        }
        expect(")");
        return new Expression.Call(function, arguments);
    }

    private void expect(String mark) {
        if (!take(mark)) {
            throw wrong("\"" + mark + "\" is missing");
        }
    }

    private boolean take(String mark) {
        space();
        if (text.startsWith(mark, at)) {
            at += mark.length();
            space();
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private BadData wrong(String what) {
        return new BadData(
                "wrong-formula",
                "In \"" + text + "\", at character " + (at + 1) + ", " + what + ".",
                "Write arithmetic over columns, such as sum(good) / sum(made); put names that are not plain words in brackets.");
    }
}
