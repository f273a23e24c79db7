package dev.touchstone.identity;

import java.nio.charset.StandardCharsets;

/** Text of keys inside URIs: what stands literally and what as a percent escape, the same in URNs and Digital Links. */
final class Text {

    private static final String HEX = "0123456789ABCDEF";
    private static final String LITERAL = "!'()*+,-.:;=_";
    private static final boolean[] UNESCAPED = new boolean[128];

    static {
        for (int i = 0; i < 128; i++) {
            boolean alphanumeric = i >= '0' && i <= '9' || i >= 'A' && i <= 'Z' || i >= 'a' && i <= 'z';
            UNESCAPED[i] = alphanumeric || LITERAL.indexOf(i) >= 0;
        }
    }

    private Text() {}

    /** Appends {@code value} with each of {@code " # % & / < > ?} as an upper-case escape. */
    static void escape(StringBuilder out, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 128 && UNESCAPED[c]) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
    }

    /** Appends a value of a query, in which + ; = have meanings of their own. */
    static void escapeQuery(StringBuilder out, String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNESCAPED[b] && b != '+' && b != ';' && b != '=') {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
    }

    /** Decodes percent escapes between {@code from} and {@code to}; positions in problems count from the text's start. */
    static String unescape(String text, int from, int to) {
        int escape = text.indexOf('%', from);
        if (escape < 0 || escape >= to) {
            return text.substring(from, to);
        }
        StringBuilder out = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                out.append((char) escaped(text, i, to));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** As {@link #unescape}, and refuses characters that stand literally although they must be escaped, as URNs demand. */
    static String unescapeStrictly(String text, int from, int to, Cset allowed) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '%' && (c >= 128 || !UNESCAPED[c])) {
                String escaped = allowed.contains(c) ? "%%%02X".formatted((int) c) : allowed.description();
                throw ProblemException.of("character", i, "A URN may not hold %s.".formatted(shown(c)), escaped);
            }
        }
        return unescape(text, from, to);
    }

    /** As {@link #unescape}, where escapes are the bytes of UTF-8. */
    static String unescapeUtf8(String text, int from, int to) {
        String bytes = unescape(text, from, to);
        boolean ascii = true;
        for (int i = 0; ascii && i < bytes.length(); i++) {
            ascii = bytes.charAt(i) < 128;
        }
        boolean latin = !ascii && bytes.chars().allMatch(c -> c < 256);
        return latin ? new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : bytes;
    }

    static int escaped(String text, int at, int to) {
        int high = at + 2 < to ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < to ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw ProblemException.of(
                    "escape", at, "A percent sign is not followed by two hexadecimal digits.", "an escape such as %2F");
        }
        return high << 4 | low;
    }

    /** Where the decoded character of that index stands in a text with escapes. */
    static int source(String text, int from, int to, int index) {
        int at = from;
        for (int i = 0; i < index && at < to; i++) {
            at += text.charAt(at) == '%' ? 3 : 1;
        }
        return Math.min(at, to);
    }

    /** A character as a reader can see it. */
    static String shown(char c) {
        return c > ' ' && c < 127 ? "'" + c + "'" : "U+%04X".formatted((int) c);
    }
}
