package dev.touchstone.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The canonical form of a definition: its fields by name in the order of the alphabet, without those that say nothing. */
final class MeasureJson {
    private MeasureJson() {}

    static String hash(Measure measure) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(canonical(measure).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String canonical(Measure m) {
        Fields fields = new Fields()
                .put("id", m.id())
                .put("name", m.name())
                .put("description", m.description())
                .put("scope", m.context().scope())
                .put("timing", m.context().timing())
                .put("audience", m.context().audience())
                .put("production", m.context().production())
                .put("constraints", m.context().constraints())
                .put("usage", m.context().usage())
                .put("unit", m.unit())
                .put("direction", m.direction().name())
                .put("bases", m.bases().stream().map(MeasureJson::basis).toList())
                .put("volumeFloor", m.rules().volumeFloor())
                .put("quantileType", m.rules().quantile().type())
                .put("by", m.rules().by())
                .put("balances", m.rules().balances())
                .put("owner", m.owner());
        m.range().min().ifPresent(min -> fields.put("min", min));
        m.range().max().ifPresent(max -> fields.put("max", max));
        m.rules().moneyPerUnit().ifPresent(money -> fields.put("moneyPerUnit", money));
        m.rules()
                .caseMix()
                .ifPresent(mix -> fields.put(
                        "caseMix",
                        new Fields()
                                .put("by", mix.columns())
                                .put("method", mix.method().name())
                                .put("trimmed", mix.trimmed())
                                .map));
        fields.put(
                "targets",
                m.rules().targets().steps().stream()
                        .map(t -> new Fields()
                                .put("from", t.from().map(Object::toString).orElse(""))
                                .put("value", t.value())
                                .map)
                        .toList());
        fields.put(
                "references",
                m.references().stream()
                        .map(r -> new Fields()
                                .put("scheme", r.scheme())
                                .put("id", r.id())
                                .put("strength", r.strength().name())
                                .put("note", r.note())
                                .map)
                        .toList());
        Fields elements = new Fields();
        m.elements()
                .forEach((name, e) -> elements.put(
                        name, new Fields().put("meaning", e.meaning()).put("unit", e.unit()).map));
        return ReportJson.compact(fields.put("elements", elements.map).map);
    }

    private static Map<String, Object> basis(Figure.Basis basis) {
        Fields fields = new Fields();
        switch (basis) {
            case Figure.Values v ->
                fields.put("value", canonical(v.value()))
                        .put("statistic", v.statistic().name());
            case Figure.Ratio r ->
                fields.put("numerator", canonical(r.numerator())).put("denominator", canonical(r.denominator()));
            case Figure.Rate r ->
                fields.put("count", canonical(r.count()))
                        .put("exposure", canonical(r.exposure()))
                        .put("per", r.per());
            case Figure.Formula f -> fields.put("formula", canonical(f.formula()));
            case Figure.Regression l ->
                fields.put("value", canonical(l.value()))
                        .put("on", canonical(l.on()))
                        .put("statistic", l.part().name());
        }
        return fields.map;
    }

    private static String canonical(String expression) {
        return Expression.parse(expression).text();
    }

    private static final class Fields {
        final Map<String, Object> map = new TreeMap<>();

        Fields put(String name, Object value) {
            boolean empty =
                    value instanceof String text ? text.isEmpty() : value instanceof List<?> list && list.isEmpty();
            if (!empty) {
                map.put(name, value);
            }
            return this;
        }
    }
}
