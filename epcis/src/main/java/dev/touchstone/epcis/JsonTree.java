package dev.touchstone.epcis;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one value from a parser as a tree and, in the same pass, as compact text in which names, order and the digits of
 * numbers are as they came. Finds duplicate names, texts that cannot be stored, and numbers beyond all measure.
 */
final class JsonTree {

    /** Digits before or after the decimal point beyond which a number is no quantity of anything. */
    private static final int MAX_DIGITS = 400;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final JsonParser parser;
    private final int maxDepth;
    private final Findings findings;
    private final StringBuilder text = new StringBuilder(1024);

    JsonTree(JsonParser parser, int maxDepth, Findings findings) {
        this.parser = parser;
        this.maxDepth = maxDepth;
        this.findings = findings;
    }

    /** The value that begins at the parser's current token. */
    JsonNode read(Where where) {
        text.setLength(0);
        return value(where, 0, false);
    }

    /** The event that begins at the current token: its text leaves out {@code recordTime} and {@code @context}. */
    JsonNode readEvent(Where where) {
        text.setLength(0);
        return value(where, 0, true);
    }

    /** The text of the value read last. */
    String text() {
        return text.toString();
    }

    private JsonNode value(Where where, int depth, boolean event) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(where, deeper(depth), event);
            case START_ARRAY -> array(where, deeper(depth));
            case VALUE_STRING -> {
                String string = parser.getString();
                quote(string, where);
                yield NODES.stringNode(string);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), where);
            case VALUE_TRUE -> literal("true", NODES.booleanNode(true));
            case VALUE_FALSE -> literal("false", NODES.booleanNode(false));
            default -> literal("null", NODES.nullNode());
        };
    }

    private int deeper(int depth) {
        if (depth >= maxDepth) {
            throw new LimitExceeded(LimitExceeded.Kind.DEPTH, maxDepth);
        }
        return depth + 1;
    }

    private ObjectNode object(Where where, int depth, boolean event) {
        ObjectNode node = NODES.objectNode();
        text.append('{');
        int start = text.length();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Where field = where.at(name);
            int mark = text.length();
            if (mark > start) {
                text.append(',');
            }
            quote(name, field);
            text.append(':');
            parser.nextToken();
            JsonNode value = value(field, depth, false);
            if (event && isLeftOut(name, value)) {
                text.setLength(mark);
            }
            if (node.replace(name, value) != null) {
                findings.add("duplicate-key", field, "The field %s is given twice.".formatted(name), "each field once");
            }
        }
        text.append('}');
        return node;
    }

    /** What is not part of an event's text: what others say of it, and an id that is empty, for there is room for one. */
    private static boolean isLeftOut(String name, JsonNode value) {
        return switch (name) {
            case "recordTime", "@context" -> true;
            case "eventID" ->
                value.isNull() || value.isString() && value.stringValue().isEmpty();
            default -> false;
        };
    }

    private ArrayNode array(Where where, int depth) {
        ArrayNode node = NODES.arrayNode();
        text.append('[');
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!node.isEmpty()) {
                text.append(',');
            }
            node.add(value(where.at(node.size()), depth, false));
        }
        text.append(']');
        return node;
    }

    private JsonNode number(String digits, Where where) {
        text.append(digits);
        try {
            BigDecimal number = new BigDecimal(digits);
            if (Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS) {
                return NODES.numberNode(number);
            }
        } catch (NumberFormatException exponentBeyondInt) {
            // reported below
        }
        findings.add("number", where, "The number is out of range.", "at most %d digits".formatted(MAX_DIGITS));
        return NODES.numberNode(0);
    }

    private JsonNode literal(String word, JsonNode node) {
        text.append(word);
        return node;
    }

    private void quote(String string, Where where) {
        text.append('"');
        int length = string.length();
        int done = 0;
        for (int i = 0; i < length; i++) {
            char c = string.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                findings.add(
                        "character",
                        where,
                        "The text holds U+%04X, which is no character.".formatted((int) c),
                        "text without it");
            } else if (c < ' ' || c == '"' || c == '\\') {
                text.append(string, done, i);
                escape(c);
                done = i + 1;
            }
        }
        text.append(string, done, length).append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            default -> text.append("u00").append(HEX[c >> 4]).append(HEX[c & 15]);
        }
    }
}
