package dev.touchstone.label;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a label says beside its symbol and the symbol's human-readable interpretation.
 *
 * @param title the heading, such as the product's name; empty for none
 * @param fields values under a data title, in their order
 */
public record Caption(String title, List<Field> fields) {

    public static final Caption NONE = new Caption("", List.of());

    /** A value under its data title, such as {@code Lot} and {@code L2407A}. */
    public record Field(String title, String value) {
        public Field {
            title = title.strip();
            value = value.strip();
        }
    }

    public Caption {
        title = title.strip();
        fields = List.copyOf(fields);
    }

    public static Caption of(String title) {
        return new Caption(title, List.of());
    }

    /** This caption and one more field. */
    public Caption with(String title, String value) {
        return new Caption(
                this.title,
                Stream.concat(fields.stream(), Stream.of(new Field(title, value)))
                        .toList());
    }

    /** This caption and one more field with a date, written as ISO 8601 does: 2027-03-31. */
    public Caption with(String title, LocalDate date) {
        return with(title, date.toString());
    }
}
