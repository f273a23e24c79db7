package dev.touchstone.cli;

import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.identity.Forms;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers of the identifier commands as JSON, without a tree: a batch has millions of them. */
final class IdJson {

    private IdJson() {}

    /**
     * Members {@code input}, {@code ok}, and either {@code problem} or {@code keys}, {@code elementString},
     * {@code digitalLink}, {@code epcUrn}, {@code epcHex}, null where there is no such form; and the form asked for where it
     * is none of these.
     */
    static void append(StringBuilder out, Forms forms, Optional<IdForm> form) {
        append(out, forms.input(), forms, form);
    }

    /** A unit that was minted for an input. */
    static void append(StringBuilder out, String input, Key unit) {
        append(out, input, Forms.of(unit.elementString(), CompanyPrefixes.none()), Optional.empty());
    }

    private static void append(StringBuilder out, String input, Forms forms, Optional<IdForm> form) {
        begin(out, input, forms.ok());
        if (forms.problem().isPresent()) {
            problem(out, forms.problem().get());
        } else {
            keys(out, forms.keys());
            member(out, "elementString", forms.elementString());
            member(out, "digitalLink", forms.digitalLink());
            member(out, "epcUrn", forms.epcUrn());
            member(out, "epcHex", forms.epcHex());
            form.filter(wanted -> !wanted.isUsual())
                    .ifPresent(wanted -> member(out, wanted.member(), wanted.of(forms)));
        }
        out.append('}');
    }

    /** An answer of one member. */
    static void append(StringBuilder out, String input, String member, String value) {
        begin(out, input, true);
        member(out, member, Optional.of(value));
        out.append('}');
    }

    static void append(StringBuilder out, String input, Problem problem) {
        begin(out, input, false);
        problem(out, problem);
        out.append('}');
    }

    /** How many serials there can be, and how easily one is guessed. */
    static void headroom(
            StringBuilder out, String input, double space, long capacity, long issued, double guessProbability) {
        begin(out, input, issued <= capacity);
        out.append(",\"space\":").append(space);
        out.append(",\"capacity\":").append(capacity);
        out.append(",\"issued\":").append(issued);
        out.append(",\"guessProbability\":").append(guessProbability).append('}');
    }

    /** The count of a serial of a product. */
    static void count(StringBuilder out, String input, String serial, OptionalLong count) {
        begin(out, input, count.isPresent());
        member(out, "serial", Optional.of(serial));
        out.append(",\"count\":")
                .append(count.isPresent() ? count.getAsLong() : null)
                .append('}');
    }

    private static void begin(StringBuilder out, String input, boolean ok) {
        out.append("{\"input\":");
        text(out, input);
        out.append(",\"ok\":").append(ok);
    }

    private static void keys(StringBuilder out, Map<String, String> keys) {
        out.append(",\"keys\":{");
        String separator = "";
        for (Map.Entry<String, String> key : keys.entrySet()) {
            out.append(separator);
            text(out, key.getKey());
            out.append(':');
            text(out, key.getValue());
            separator = ",";
        }
        out.append('}');
    }

    /** A problem of the input as a whole is one at its beginning. */
    private static void problem(StringBuilder out, Problem problem) {
        out.append(",\"problem\":{\"code\":");
        text(out, problem.code());
        out.append(",\"position\":").append(Math.max(0, problem.position()));
        member(out, "detail", Optional.of(problem.detail()));
        member(out, "expected", Optional.of(problem.expected()));
        out.append('}');
    }

    private static void member(StringBuilder out, String name, Optional<String> value) {
        out.append(",\"").append(name).append("\":");
        if (value.isPresent()) {
            text(out, value.get());
        } else {
            out.append("null");
        }
    }

    /** In ASCII, so that no encoding of a terminal or a pipe changes it. */
    private static void text(StringBuilder out, String text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || c >= 127) {
                out.append(text, plain, i).append(c == '"' || c == '\\' ? "\\" + c : "\\u%04x".formatted((int) c));
                plain = i + 1;
            }
        }
        out.append(text, plain, text.length()).append('"');
    }
}
