package dev.touchstone.benchmark;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a pack of measures; the keys are those of the published schema. */
final class MeasureReader {
    private static final Set<String> PACK = keys("pack", "title", "description", "measures");
    private static final Set<String> MEASURE = keys(
            "id",
            "name",
            "description",
            "scope",
            "unit",
            "range",
            "direction",
            "statistic",
            "value",
            "on",
            "numerator",
            "denominator",
            "count",
            "exposure",
            "per",
            "formula",
            "timing",
            "audience",
            "production",
            "constraints",
            "usage",
            "targets",
            "volumeFloor",
            "quantileType",
            "caseMix",
            "moneyPerUnit",
            "by",
            "balances",
            "owner",
            "references",
            "elements");
    private static final List<String> METHODS = List.of("indirect", "observed-over-expected", "direct");

    private MeasureReader() {}

    private static Set<String> keys(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    static Measures read(String text, String source) {
        YamlFields pack = YamlFields.of(LocatedYaml.parse(text, source), source, PACK);
        String name = pack.required("pack");
        List<Measure> measures = pack.each("measures", MEASURE, MeasureReader::measure);
        if (measures.isEmpty()) {
            throw pack.bad("measures", "the pack holds no measure.", "Give measures: and a list of them.");
        }
        return pack.located(
                "measures",
                () -> new Measures(name, pack.required("title"), pack.text("description"), measures).whole());
    }

    private static Measure measure(YamlFields f) {
        YamlFields range = f.fields("range", keys("min", "max")).orElse(null);
        Direction direction = direction(f);
        List<Figure.Basis> bases = bases(f);
        Measure.Rules rules = rules(f);
        SortedMap<String, Measure.Element> elements = elements(f);
        return f.located(
                basisKey(f),
                () -> new Measure(
                        f.required("id"),
                        f.required("name"),
                        f.required("description"),
                        context(f),
                        f.text("unit"),
                        range == null
                                ? new Measure.Range(OptionalDouble.empty(), OptionalDouble.empty())
                                : new Measure.Range(range.number("min"), range.number("max")),
                        direction,
                        bases,
                        rules,
                        f.text("owner"),
                        f.each("references", keys("scheme", "id", "strength", "note"), MeasureReader::citation),
                        elements));
    }

    private static Measure.Context context(YamlFields f) {
        return new Measure.Context(
                f.texts("scope"),
                f.words("timing", List.of("real-time", "periodic", "on-demand")),
                f.texts("audience"),
                f.words("production", List.of("discrete", "batch", "continuous")),
                f.text("constraints"),
                f.text("usage"));
    }

    private static Direction direction(YamlFields f) {
        f.required("direction");
        return switch (f.words("direction", List.of("higher", "lower", "none")).getFirst()) {
            case "higher" -> Direction.HIGHER_IS_BETTER;
            case "lower" -> Direction.LOWER_IS_BETTER;
            default -> Direction.NONE;
        };
    }

    private static String basisKey(YamlFields f) {
        for (String key : List.of("formula", "numerator", "count", "value")) {
            if (f.has(key)) {
                return key;
            }
        }
        throw f.bad(
                "id",
                "measure \"" + f.text("id") + "\" does not say how it is computed.",
                "Give value and statistic, numerator and denominator, count and exposure, or formula.");
    }

    private static List<Figure.Basis> bases(YamlFields f) {
        String key = basisKey(f);
        Set<String> others =
                keys("formula", "numerator", "denominator", "count", "exposure", "per", "value", "on", "statistic");
        Set<String> mine = switch (key) {
            case "formula" -> keys("formula");
            case "numerator" -> keys("numerator", "denominator");
            case "count" -> keys("count", "exposure", "per");
            default -> keys("value", "on", "statistic");
        };
        for (String other : others) {
            if (f.has(other) && !mine.contains(other)) {
                throw f.bad(
                        other,
                        "\"" + other + "\" does not go with \"" + key + "\".",
                        "Compute a measure in one way; with " + key + " go " + String.join(", ", mine) + ".");
            }
        }
        return f.located(key, () -> switch (key) {
            case "formula" -> List.of(new Figure.Formula(f.required("formula")));
            case "numerator" -> List.of(new Figure.Ratio(f.required("numerator"), f.required("denominator")));
            case "count" ->
                List.of(new Figure.Rate(
                        f.required("count"),
                        f.required("exposure"),
                        f.number("per").orElse(1)));
            default -> values(f);
        });
    }

    private static List<Figure.Basis> values(YamlFields f) {
        f.required("value");
        List<String> statistics = f.texts("statistic");
        if (statistics.isEmpty()) {
            throw f.bad("value", "a value needs a statistic.", "Give statistic: mean, median, p90 or another.");
        }
        List<Figure.Basis> bases = new ArrayList<>();
        for (String text : statistics) {
            Statistic statistic = f.located("statistic", () -> Statistic.parse(text));
            boolean line = statistic.ofLine();
            if (line != f.has("on") || statistic.equals(Statistic.RATIO)) {
                throw f.bad(
                        "statistic",
                        "\"" + text + "\" does not go with " + (f.has("on") ? "a line." : "a single value."),
                        f.has("on")
                                ? "Write intercept, slope or standardised."
                                : "Write mean, geometric-mean, median or a percentile such as p90.");
            }
            bases.add(
                    line
                            ? new Figure.Regression(f.text("value"), f.required("on"), statistic)
                            : new Figure.Values(f.text("value"), statistic));
        }
        return bases;
    }

    private static Measure.Rules rules(YamlFields f) {
        Optional<Figure.CaseMix> mix = f.fields("caseMix", keys("by", "method", "trimmed"))
                .map(m -> {
                    List<String> method = m.words("method", METHODS);
                    return new Figure.CaseMix(
                            m.texts("by"),
                            method.isEmpty()
                                    ? Figure.CaseMix.Method.INDIRECT
                                    : Figure.CaseMix.Method.valueOf(method.getFirst()
                                            .toUpperCase(Locale.ROOT)
                                            .replace('-', '_')),
                            m.flag("trimmed"));
                });
        int floor = f.whole("volumeFloor", Comparison.LEAST_RANKED);
        if (floor < Comparison.LEAST_RANKED) {
            throw f.bad(
                    "volumeFloor",
                    "the volume floor is " + floor + ".",
                    "It is " + Comparison.LEAST_RANKED + " or more: fewer values say too little.");
        }
        return new Measure.Rules(
                targets(f),
                floor,
                f.located("quantileType", () -> new Quantile(f.whole("quantileType", Quantile.DEFAULT.type()))),
                mix,
                f.number("moneyPerUnit"),
                f.texts("by"),
                f.texts("balances"));
    }

    private static Targets targets(YamlFields f) {
        List<Targets.Step> steps = f.each("targets", keys("from", "value"), step -> {
            OptionalDouble value = step.number("value");
            if (value.isEmpty()) {
                throw step.bad("value", "a target has a value.", "Give value: and a number.");
            }
            return new Targets.Step(day(step), value.getAsDouble());
        });
        return f.located("targets", () -> new Targets(steps));
    }

    private static Optional<LocalDate> day(YamlFields step) {
        if (!step.has("from")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(step.text("from")));
        } catch (DateTimeParseException notADay) {
            throw step.bad("from", "\"" + step.text("from") + "\" is not a day.", "Write one such as 2025-01-31.");
        }
    }

    private static Measure.Citation citation(YamlFields r) {
        r.required("strength");
        return new Measure.Citation(
                r.required("scheme"),
                r.text("id"),
                Measure.Strength.valueOf(
                        r.words("strength", List.of("A", "B", "C", "D")).getFirst()),
                r.text("note"));
    }

    /** Each is a text, its meaning, or a meaning with a unit. */
    private static SortedMap<String, Measure.Element> elements(YamlFields f) {
        SortedMap<String, Measure.Element> elements = new TreeMap<>();
        f.named("elements").forEach((name, value) -> {
            if (value instanceof LocatedYaml.Scalar scalar) {
                elements.put(name, new Measure.Element(scalar.text(), ""));
            } else {
                YamlFields element = YamlFields.of(value, f.source(), keys("meaning", "unit"));
                elements.put(name, new Measure.Element(element.required("meaning"), element.text("unit")));
            }
        });
        return elements;
    }
}
