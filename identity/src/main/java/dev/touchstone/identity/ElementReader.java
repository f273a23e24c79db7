package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;

/** Reads element strings in one pass over the text. Positions in problems are those of the text. */
final class ElementReader {

    private final String text;
    private final AiTable table;
    private final List<Element> elements = new ArrayList<>(4);

    private ElementReader(String text, AiTable table) {
        this.text = text;
        this.table = table;
    }

    static ElementString read(String text, AiTable table) {
        if (text == null || text.isEmpty()) {
            throw ProblemException.of("empty", -1, "There is no element string.", "an AI and its value");
        }
        ElementReader reader = new ElementReader(text, table);
        int start = text.charAt(0) == ']' ? Symbology.contentStart(text) : 0;
        if (start < text.length() && text.charAt(start) == '(') {
            reader.readBracketed(start);
        } else {
            reader.readRaw(start);
        }
        if (reader.elements.isEmpty()) {
            throw ProblemException.of("empty", -1, "There is no element string.", "an AI and its value");
        }
        return new ElementString(reader.elements);
    }

    /** Where an AI stands in an element string or a Digital Link, or -1. */
    static int place(String text, ApplicationIdentifier ai) {
        String code = ai.code();
        int bracket = text.indexOf('(' + code + ')');
        while (bracket > 0 && text.charAt(bracket - 1) == '\\') {
            bracket = text.indexOf('(' + code + ')', bracket + 1);
        }
        if (bracket >= 0) {
            return bracket;
        }
        for (String sign : new String[] {"/" + code + "/", "?" + code + "=", "&" + code + "=", ";" + code + "="}) {
            int at = text.indexOf(sign);
            if (at >= 0) {
                return at + 1;
            }
        }
        return rawPlace(text, ai);
    }

    private static int rawPlace(String text, ApplicationIdentifier ai) {
        ElementReader reader = new ElementReader(text, AiTable.standard());
        int at = text.indexOf(']') == 0 ? 3 : 0;
        while (at < text.length()) {
            ApplicationIdentifier found = reader.table.at(text, at, text.length());
            if (found == null) {
                at++;
                continue;
            }
            if (found.code().equals(ai.code())) {
                return at;
            }
            int from = at + found.code().length();
            at = found.fixed() ? Math.min(text.length(), from + found.maxLength()) : reader.valueEnd(from);
        }
        return -1;
    }

    private void readBracketed(int start) {
        int at = start;
        int end = text.length();
        while (at < end) {
            if (isSpace(text.charAt(at))) {
                at++;
                continue;
            }
            int close = text.indexOf(')', at);
            ApplicationIdentifier ai = close < 0 ? null : table.at(text, at + 1, close);
            if (ai == null || ai.code().length() != close - at - 1) {
                throw Element.unknown(text.substring(at, close < 0 ? Math.min(end, at + 6) : close + 1), at);
            }
            int from = close + 1;
            int to = nextBracket(from);
            at = to;
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            String value = text.substring(from, to);
            if (value.indexOf("\\(") < 0) {
                add(ai, value, from);
            } else {
                addEscaped(ai, value, from);
            }
        }
    }

    /** Where the next AI opens: a bracket that is not escaped and holds digits only. */
    private int nextBracket(int from) {
        int at = text.indexOf('(', from);
        while (at >= 0) {
            int close = text.indexOf(')', at);
            boolean digits = close > at + 1 && Cset.NUMERIC.firstOutside(text, at + 1, close) < 0;
            if (digits && close - at <= 5 && (at == from || text.charAt(at - 1) != '\\')) {
                return at;
            }
            at = text.indexOf('(', at + 1);
        }
        return text.length();
    }

    private void readRaw(int start) {
        int at = start;
        int end = text.length();
        while (at < end) {
            if (isSeparator(text.charAt(at))) {
                at++;
                continue;
            }
            ApplicationIdentifier ai = table.at(text, at, end);
            if (ai == null) {
                throw Element.unknown("at the beginning of " + text.substring(at, Math.min(end, at + 4)), at);
            }
            int from = at + ai.code().length();
            int to = ai.fixed() ? Math.min(end, from + ai.maxLength()) : valueEnd(from);
            add(ai, text.substring(from, to), from);
            at = to;
        }
    }

    private int valueEnd(int from) {
        int at = from;
        while (at < text.length() && !isSeparator(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The text below a symbol may be set in groups and lines; no value holds a space. */
    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isSeparator(char c) {
        return c == ElementString.SEPARATOR || c == '^';
    }

    /** Places in a value count without the backslashes, those in the text with them. */
    private void addEscaped(ApplicationIdentifier ai, String escaped, int position) {
        try {
            add(ai, escaped.replace("\\(", "("), 0);
        } catch (ProblemException e) {
            int place = Math.max(0, e.problem().position());
            for (int i = escaped.indexOf("\\("); i >= 0 && i < place; i = escaped.indexOf("\\(", i + 2)) {
                place++;
            }
            throw ProblemException.of(
                    e.problem().code(),
                    position + place,
                    e.problem().detail(),
                    e.problem().expected());
        }
    }

    private void add(ApplicationIdentifier ai, String value, int position) {
        for (int i = 0; i < elements.size(); i++) {
            Element earlier = elements.get(i);
            if (earlier.ai() == ai || earlier.ai().code().equals(ai.code())) {
                if (earlier.value().equals(value)) {
                    return;
                }
                throw ProblemException.of(
                        "repeated-ai",
                        position,
                        "AI %s stands twice with different values.".formatted(ai),
                        "one value, such as " + earlier.value());
            }
        }
        try {
            elements.add(new Element(ai, value));
        } catch (ProblemException e) {
            throw e.shifted(position);
        }
    }
}
