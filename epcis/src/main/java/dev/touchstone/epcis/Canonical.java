package dev.touchstone.epcis;

import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.ProblemException;
import java.math.BigDecimal;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** The one way in which an event hash writes a value that may be written in several (CBV 2.0, section 8.9). */
final class Canonical {

    /** Digits beyond which a text that looks like a number is left as it is. */
    private static final int MAX_DIGITS = 400;

    /** Order of UTF-8 bytes, which differs from that of Java's chars beyond the basic plane. */
    static final Comparator<String> BY_CODE_POINT = Canonical::compare;

    private Canonical() {}

    /** The Digital Link of a GS1 key; any other URI as it was written, with its prefix if it has one. */
    static String identifier(Identifier id) {
        return id.uri() instanceof EpcUri.Other ? Cbv.webUri(id.text()) : id.canonical();
    }

    static String term(Term term, Cbv list) {
        return term.isStandard() ? list.uri(term.value()) : value(term.text());
    }

    static String sensorValue(String name, JsonNode value) {
        return switch (name) {
            case "time", "startTime", "endTime" -> time(value.asString());
            case "type" -> word(Cbv.MEASUREMENT_TYPE, value.asString());
            case "exception" -> word(Cbv.SENSOR_ALERT, value.asString());
            case "component" -> word(Cbv.COMPONENT, value.asString());
            default -> json(value);
        };
    }

    /** A number, text or boolean; empty for null. */
    static String json(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER -> number(value.decimalValue());
            case NULL -> "";
            default -> value(value.asString());
        };
    }

    private static String word(Cbv list, String text) {
        return list.word(text).map(list::uri).orElseGet(() -> value(text));
    }

    private static String time(String text) {
        return Times.parse(text)
                .map(time -> {
                    StringBuilder out = new StringBuilder(24);
                    Times.appendMillis(out, time);
                    return out.toString();
                })
                .orElse(text);
    }

    /** No sign but minus, no exponent, no zeros at the edges. */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String value(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return text;
        }
        if (isDecimal(text)) {
            return number(new BigDecimal(text));
        }
        if (text.startsWith("urn:epc:") || text.startsWith("http")) {
            try {
                EpcUri uri = EpcUri.parse(text);
                return uri instanceof EpcUri.Other ? text : uri.canonical();
            } catch (ProblemException noValidKey) {
                return text;
            }
        }
        return Cbv.webUri(text);
    }

    /** Whether the text is a decimal number, with an exponent or not, that can be written out in full. */
    private static boolean isDecimal(String text) {
        int length = text.length();
        if (length > MAX_DIGITS || text.charAt(length - 1) > '9') {
            return false;
        }
        int at = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        int whole = digits(text, at);
        at += whole;
        int fraction = 0;
        if (at < length && text.charAt(at) == '.') {
            fraction = digits(text, at + 1);
            at += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return false;
        }
        if (at < length && (text.charAt(at) | 32) == 'e') {
            int exponent = at + 1;
            if (exponent < length && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
                exponent++;
            }
            int count = digits(text, exponent);
            at = count > 0 && count <= 3 ? exponent + count : at;
        }
        return at == length;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean beyond = Character.isSurrogate(x);
                return beyond == Character.isSurrogate(y) ? x - y : beyond ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
