package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message in the envelope of ISO/IEC 15434, as industry writes it into two-dimensional symbols: data identifiers of
 * ASC MH10 (format 06) or GS1 Application Identifiers (format 05).
 *
 * @param format two digits
 * @param fields in their order
 */
public record DataMessage(String format, List<Field> fields) {

    private static final String HEADER = "[)>\u001e";
    private static final char GROUP = '\u001d';
    private static final String TRAILER = "\u001e\u0004";
    /** After header, format and separator. */
    private static final int CONTENT = 7;

    /**
     * A value under a data identifier (or, in format 05, under an Application Identifier).
     *
     * @param identifier up to three digits and a capital letter, such as {@code 25S}
     */
    public record Field(String identifier, String value) {}

    public DataMessage {
        fields = List.copyOf(fields);
    }

    static boolean isMessage(String text) {
        return text.startsWith("[)>");
    }

    /** Reads the envelope; the trailer may be missing, as some scanners drop it. */
    public static DataMessage parse(String text) {
        if (text == null || !text.startsWith(HEADER) || text.length() < 7 || text.charAt(6) != GROUP) {
            throw ProblemException.of(
                    "envelope",
                    text != null && text.startsWith(HEADER) ? 4 : 0,
                    "The envelope of ISO/IEC 15434 is broken.",
                    "[)>, RS, two digits of format, GS");
        }
        String format = text.substring(4, 6);
        if (!format.equals("05") && !format.equals("06")) {
            throw ProblemException.of(
                    "envelope",
                    4,
                    "Format %s is not supported.".formatted(format),
                    "05 for GS1, 06 for data identifiers");
        }
        int end = text.length();
        for (int i = TRAILER.length() - 1; i >= 0 && end > 7; i--) {
            end -= text.charAt(end - 1) == TRAILER.charAt(i) ? 1 : 0;
        }
        List<Field> fields = new ArrayList<>();
        for (int at = 7; at < end; ) {
            int next = text.indexOf(GROUP, at);
            next = next < 0 || next > end ? end : next;
            if (next > at) {
                fields.add(format.equals("05") ? new Field("", text.substring(at, next)) : field(text, at, next));
            }
            at = next + 1;
        }
        if (fields.isEmpty()) {
            throw ProblemException.of("envelope", 7, "The message is empty.", "at least one field");
        }
        return new DataMessage(format, fields);
    }

    private static Field field(String text, int from, int to) {
        int letter = from;
        while (letter < to && letter < from + 3 && Character.isDigit(text.charAt(letter))) {
            letter++;
        }
        if (letter >= to || text.charAt(letter) < 'A' || text.charAt(letter) > 'Z') {
            throw ProblemException.of(
                    "data-identifier", from, "There is no data identifier.", "up to three digits and a capital letter");
        }
        return new Field(text.substring(from, letter + 1), text.substring(letter + 1, to));
    }

    /** The value under a data identifier. */
    public Optional<String> value(String identifier) {
        return fields.stream()
                .filter(field -> field.identifier().equals(identifier))
                .map(Field::value)
                .findFirst();
    }

    /** The GS1 elements of format 05. */
    public Optional<ElementString> elements() {
        if (!format.equals("05")) {
            return Optional.empty();
        }
        StringBuilder raw = new StringBuilder();
        for (Field field : fields) {
            raw.append(raw.isEmpty() ? "" : String.valueOf(GROUP)).append(field.value());
        }
        return Optional.of(ElementString.parse(raw.toString()));
    }

    /** The unique identifier that the message carries: 25S, or a licence plate under J or 1J to 6J. */
    public Optional<UnitIdentifier> unit() {
        for (Field field : fields) {
            if (isUnit(field.identifier())) {
                return Optional.of(new UnitIdentifier(field.value()));
            }
        }
        return Optional.empty();
    }

    /** What the message names: a pharmacy product (9N), or a unit of ISO/IEC 15459. */
    public Optional<IndustryIdentifier> identifier() {
        return value("9N").isPresent() ? Optional.of(Ppn.of(this)) : unit().map(unit -> unit);
    }

    /** Where the value that identifies begins in the text of the message. */
    int placeOfIdentifier(String text) {
        for (Field field : fields) {
            if (!format.equals("05") && isIdentifier(field.identifier())) {
                return text.indexOf(GROUP + field.identifier() + field.value())
                        + 1
                        + field.identifier().length();
            }
        }
        return CONTENT;
    }

    private static boolean isIdentifier(String identifier) {
        return identifier.equals("9N") || isUnit(identifier);
    }

    private static boolean isUnit(String identifier) {
        return identifier.equals("25S") || identifier.matches("[1-6]?J");
    }
}
