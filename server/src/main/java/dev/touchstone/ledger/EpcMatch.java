package dev.touchstone.ledger;

import dev.touchstone.http.Refusal;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Scheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a MATCH parameter asks of the canonical identifiers in the log: equality, or a pattern.
 *
 * @param sql a condition on {@code epc}
 * @param values of its question marks
 */
record EpcMatch(String sql, List<?> values) {

    /** Keys in which one digit stands before the company prefix; the URN has it elsewhere (EPC Tag Data Standard 6.3). */
    private static final Set<Scheme> LEAD_DIGIT =
            EnumSet.of(Scheme.SGTIN, Scheme.GTIN, Scheme.UPUI, Scheme.ITIP, Scheme.SSCC, Scheme.GSRN, Scheme.GSRNP);

    /** @param refused what to throw for a value that is neither identifier nor pattern */
    static EpcMatch of(List<String> values, boolean classes, Function<String, Refusal> refused) {
        List<String> exact = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        for (String value : values) {
            if (value.endsWith("*") && !value.startsWith("urn:epc:")) {
                patterns.add(escaped(canonicalPrefix(value)) + "%");
                continue;
            }
            EpcUri uri = EpcUri.parse(value);
            if (uri instanceof EpcUri.Pattern pattern
                    && !(classes && pattern.classKey().isPresent())) {
                patterns.add(like(pattern).orElseThrow(() -> refused.apply(value)));
            } else {
                exact.add(uri.canonical());
            }
        }
        List<String> sql = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        if (patterns.isEmpty() || !exact.isEmpty()) {
            sql.add("epc = ANY (?)");
            parameters.add(exact);
        }
        for (String pattern : patterns) {
            sql.add("epc LIKE ?");
            parameters.add(pattern);
        }
        return new EpcMatch(String.join(" OR ", sql), parameters);
    }

    /** The one text of all forms of an identifier. */
    static String canonical(String uri) {
        return EpcUri.canonical(uri);
    }

    /** A Digital Link of any domain up to its star is sought at the canonical domain. */
    private static String canonicalPrefix(String pattern) {
        String prefix = pattern.substring(0, pattern.length() - 1);
        EpcUri whole = EpcUri.parse(prefix + "0");
        return whole instanceof EpcUri.Gs1(Key key, int _) && key.digitalLink().endsWith("0")
                ? key.digitalLink().substring(0, key.digitalLink().length() - 1)
                : prefix;
    }

    /** The canonical identifiers that an EPC pattern covers; empty for patterns that leave a gap in the middle of a key. */
    private static Optional<String> like(EpcUri.Pattern pattern) {
        if (pattern.classKey().isPresent()) {
            Key key = pattern.classKey().get();
            return Optional.of(
                    escaped(key.digitalLink()) + "/" + pattern.scheme().qualifierAi() + "/%");
        }
        List<String> parts = List.of(
                pattern.uri().substring(pattern.uri().lastIndexOf(':') + 1).split("\\."));
        int open = parts.indexOf("*");
        List<String> fixed = parts.subList(0, open);
        boolean lead = LEAD_DIGIT.contains(pattern.scheme());
        if (!parts.subList(open, parts.size()).stream().allMatch("*"::equals) || lead && fixed.size() > 1) {
            return Optional.empty();
        }
        String start = "https://id.gs1.org/" + pattern.scheme().ai() + "/";
        String before = lead && !fixed.isEmpty() ? "_" : pattern.scheme() == Scheme.GRAI ? "0" : "";
        return Optional.of(start + before + escaped(String.join("", fixed)) + "%");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
