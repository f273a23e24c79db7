package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The definition of a measure (key performance indicator), with the fields that ISO 22400-1 asks for and those that a fair comparison
 * needs. It speaks of elements, such as planned busy time; {@link #figures} binds them to the columns of a table.
 *
 * @param id stable; lower case with hyphens
 * @param unit of the result; {@code fraction} for one that is read in percent, empty for a pure number
 * @param bases how it is computed; several where several statistics of one value belong to it, such as median and P90
 * @param elements what each name in the expressions means
 * @param owner who answers for the definition; empty where nobody is named
 */
public record Measure(
        String id,
        String name,
        String description,
        Context context,
        String unit,
        Range range,
        Direction direction,
        List<Figure.Basis> bases,
        Rules rules,
        String owner,
        List<Citation> references,
        SortedMap<String, Element> elements) {

    /**
     * Where and how it is used (ISO 22400-1).
     *
     * @param scope what it is told of, such as work unit, product, order or personnel
     * @param timing real-time, periodic or on-demand
     * @param audience such as operator, supervisor or management
     * @param production discrete, batch or continuous
     * @param constraints what must hold, or be known, for the result to mean anything
     * @param usage what it is for
     */
    public record Context(
            List<String> scope,
            List<String> timing,
            List<String> audience,
            List<String> production,
            String constraints,
            String usage) {
        public Context {
            scope = List.copyOf(scope);
            timing = List.copyOf(timing);
            audience = List.copyOf(audience);
            production = List.copyOf(production);
        }
    }

    /** Least and greatest possible result, in the unit. */
    public record Range(OptionalDouble min, OptionalDouble max) {}

    /**
     * How it is compared.
     *
     * @param volumeFloor units with fewer rows are shown and not ranked
     * @param by columns by whose values the comparison is made again
     * @param balances measures that this one guards: a gain in them may be a loss here
     */
    public record Rules(
            Targets targets,
            int volumeFloor,
            Quantile quantile,
            Optional<Figure.CaseMix> caseMix,
            OptionalDouble moneyPerUnit,
            List<String> by,
            List<String> balances) {
        public Rules {
            by = List.copyOf(by);
            balances = List.copyOf(balances);
        }
    }

    /**
     * Where the definition, or something like it, is to be found.
     *
     * @param scheme such as ISO 22400-2, SCOR-DS or APQC PCF
     * @param id of it in the scheme; empty where none is known
     * @param strength how sure that is
     */
    public record Citation(String scheme, String id, Strength strength, String note) {}

    /** Grade of evidence. */
    public enum Strength {
        /** Read in the source itself. */
        A,
        /** By a second source that agrees with the first. */
        B,
        /** General knowledge, not checked against the source. */
        C,
        /** A claim of somebody with an interest in it. */
        D
    }

    /** What a name in the expressions means. */
    public record Element(String meaning, String unit) {}

    public Measure {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new BadData(
                    "bad-measure",
                    "\"" + id + "\" is no id of a measure.",
                    "Write lower-case letters and digits, words joined by hyphens.");
        }
        if (name.isBlank()) {
            throw new BadData("bad-measure", "Measure \"" + id + "\" has no name.", "Give it a name.");
        }
        bases = List.copyOf(bases);
        references = List.copyOf(references);
        elements = new TreeMap<>(elements);
        if (bases.isEmpty()) {
            throw new BadData(
                    "bad-measure", "Measure \"" + id + "\" does not say how it is computed.", "Give it a formula.");
        }
        if (range.min().isPresent()
                && range.max().isPresent()
                && range.min().getAsDouble() > range.max().getAsDouble()) {
            throw new BadData(
                    "bad-measure",
                    "The range of \"" + id + "\" begins above its end.",
                    "Give the least possible result before the greatest.");
        }
        for (Figure.Basis basis : bases) {
            checkFormula(basis);
            for (String element : names(basis)) {
                if (!elements.containsKey(element)) {
                    throw new BadData(
                            "bad-measure",
                            "\"" + element + "\" in the formula of \"" + id + "\" is not among its elements.",
                            "Its elements are " + String.join(", ", elements.keySet()) + ".");
                }
            }
        }
    }

    private static void checkFormula(Figure.Basis basis) {
        for (String text : Figure.basisTexts(basis)) {
            boolean aggregates = !Expression.parse(text).aggregates().isEmpty();
            if (aggregates != basis instanceof Figure.Formula) {
                throw new BadData(
                        "wrong-formula",
                        aggregates
                                ? "\"" + text + "\" is taken row by row, so that it cannot hold a sum or mean."
                                : "The formula \"" + text + "\" holds no sum or mean.",
                        aggregates
                                ? "Leave the sum out, or write all of it as a formula."
                                : "Write sum(...) or mean(...) around its elements.");
            }
        }
    }

    private static Set<String> names(Figure.Basis basis) {
        Set<String> names = new LinkedHashSet<>();
        Figure.basisTexts(basis)
                .forEach(text -> names.addAll(Expression.parse(text).columns()));
        return names;
    }

    /** Version of the definition: SHA-256 of its canonical form in hexadecimal. Layout, comments and the order of keys do not count. */
    public String hash() {
        return MeasureJson.hash(this);
    }

    /**
     * What is to be compared, one figure for each statistic.
     *
     * @param binding column for an element, or an expression over columns after "="; an element that is left out is a column of its
     *     own name
     * @param pack that the measure was taken from, to be named in the report
     */
    public List<Figure> figures(Map<String, String> binding, String pack) {
        Map<String, Expression> bound = new LinkedHashMap<>();
        binding.forEach((element, to) -> bound.put(
                element, to.startsWith("=") ? Expression.parse(to.substring(1)) : Expression.column(to.strip())));
        Figure.Definition definition = new Figure.Definition(pack, id, hash());
        List<Figure> figures = new ArrayList<>();
        for (Figure.Basis basis : bases) {
            Figure figure = Figure.of(figureName(basis), direction, bound(basis, bound))
                    .named(figureName(basis), unit)
                    .quantile(rules.quantile())
                    .leastRanked(rules.volumeFloor())
                    .targets(rules.targets())
                    .definition(definition);
            if (rules.moneyPerUnit().isPresent()) {
                figure = figure.moneyPerUnit(rules.moneyPerUnit().getAsDouble());
            }
            if (rules.caseMix().isPresent()) {
                figure = figure.caseMix(bound(rules.caseMix().get(), binding));
            }
            figures.add(figure);
        }
        return List.copyOf(figures);
    }

    public List<Figure> figures(Map<String, String> binding) {
        return figures(binding, "");
    }

    private String figureName(Figure.Basis basis) {
        if (bases.size() == 1) {
            return name;
        }
        return switch (basis) {
            case Figure.Values values -> name + " (" + values.statistic() + ")";
            case Figure.Regression line -> name + " (" + line.part() + ")";
            case Figure.Ratio ratio -> name;
            case Figure.Rate rate -> name;
            case Figure.Formula formula -> name;
        };
    }

    private static Figure.Basis bound(Figure.Basis basis, Map<String, Expression> columns) {
        return switch (basis) {
            case Figure.Values v -> new Figure.Values(bound(v.value(), columns), v.statistic());
            case Figure.Ratio r -> new Figure.Ratio(bound(r.numerator(), columns), bound(r.denominator(), columns));
            case Figure.Rate r -> new Figure.Rate(bound(r.count(), columns), bound(r.exposure(), columns), r.per());
            case Figure.Formula f -> new Figure.Formula(bound(f.formula(), columns));
            case Figure.Regression l ->
                new Figure.Regression(bound(l.value(), columns), bound(l.on(), columns), l.part());
        };
    }

    private static String bound(String text, Map<String, Expression> columns) {
        return Expression.parse(text).bound(columns).text();
    }

    private static Figure.CaseMix bound(Figure.CaseMix mix, Map<String, String> binding) {
        return new Figure.CaseMix(
                mix.columns().stream().map(c -> binding.getOrDefault(c, c)).toList(), mix.method(), mix.trimmed());
    }

    /** Columns that {@link #figures} reads under a binding, in no table more than once. */
    Set<String> columns(Map<String, String> binding) {
        Set<String> columns = new LinkedHashSet<>();
        for (Figure figure : figures(binding)) {
            figure.expressions().forEach(e -> columns.addAll(e.columns()));
            figure.caseMix().ifPresent(mix -> columns.addAll(mix.columns()));
        }
        return columns;
    }
}
