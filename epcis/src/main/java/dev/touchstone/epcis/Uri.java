package dev.touchstone.epcis;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The syntax of URIs, so far as events need it (RFC 3986; letters beyond ASCII are let through, as RFC 3987 does). */
final class Uri {

    /** No identifier in use comes near it; what is looked up must fit into an index. */
    private static final int LONGEST_BYTES = 2_000;

    private static final String FORBIDDEN = "\"<>\\^`{|}";

    private Uri() {}

    /** What is wrong with the text as a URI; empty when nothing is. */
    static Optional<String> fault(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || !isScheme(text, colon)) {
            return Optional.of("has no scheme");
        }
        if (colon == text.length() - 1) {
            return Optional.of("ends after its scheme");
        }
        if (text.length() > LONGEST_BYTES / 3 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("is longer than %,d bytes".formatted(LONGEST_BYTES));
        }
        for (int i = colon + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 127 || c < 128 && FORBIDDEN.indexOf(c) >= 0) {
                return Optional.of("holds %s, which must be escaped".formatted(shown(c)));
            }
            if (c == '%' && !isEscape(text, i)) {
                return Optional.of("holds a percent sign without two hexadecimal digits after it");
            }
        }
        return Optional.empty();
    }

    static boolean isUri(String text) {
        return fault(text).isEmpty();
    }

    /** A prefix may hold an underscore, though a scheme may not. */
    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = i > 0 && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' || c == '_');
            if (!letter && !later) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static String shown(char c) {
        return c > ' ' && c < 127 ? "'" + c + "'" : c == ' ' ? "a space" : "U+%04X".formatted((int) c);
    }
}
