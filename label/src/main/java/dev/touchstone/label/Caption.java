package dev.touchstone.label;

import dev.touchstone.identity.Element;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.Gs1Date;
import dev.touchstone.identity.ProblemException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a label says beside its symbol and the symbol's human-readable interpretation.
 *
 * @param title the heading, such as the product's name, at most 200 characters; empty for none
 * @param fields values under a data title, in their order, at most 24
 */
public record Caption(String title, List<Field> fields) {

    public static final Caption NONE = new Caption("", List.of());

    private static final int MOST_FIELDS = 24;
    private static final Set<String> DATES = Set.of("11", "12", "13", "15", "16", "17");

    /**
     * A value under its data title, such as {@code Lot} and {@code L2407A}.
     *
     * @param title at most 60 characters
     * @param value at most 120 characters
     */
    public record Field(String title, String value) {
        public Field {
            title = tidied("The title of a field", title, 60);
            value = tidied("The value of a field", value, 120);
        }
    }

    public Caption {
        title = tidied("The heading of a label", title, 200);
        fields = List.copyOf(fields);
        if (fields.size() > MOST_FIELDS) {
            throw ProblemException.of(
                    "caption-length", -1, "A label cannot have " + fields.size() + " fields.", "at most 24 fields");
        }
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

    /**
     * This caption and a field for each element under its GS1 data title, without its Application Identifier: SSCC,
     * BATCH/LOT and so on. Dates stand as ISO 8601 writes them; one of which only the month is given, as 2027-03.
     *
     * @param year the year in which this is read, from which the century of dates follows
     */
    public Caption with(ElementString elements, int year) {
        Caption caption = this;
        for (Element element : elements.elements()) {
            caption = caption.with(element.ai().title(), value(element, year));
        }
        return caption;
    }

    private static String value(Element element, int year) {
        if (!DATES.contains(element.ai().code())) {
            return element.value();
        }
        Gs1Date date = new Gs1Date(element.value());
        LocalDate day = date.near(year);
        return date.hasDay() ? day.toString() : YearMonth.from(day).toString();
    }

    /** Without white space at the ends, and each accent in one character with its letter where Unicode has one. */
    private static String tidied(String what, String text, int most) {
        String tidy = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (tidy.length() > most) {
            throw ProblemException.of(
                    "caption-length",
                    most,
                    what + " cannot have " + tidy.length() + " characters.",
                    "at most " + most + " characters");
        }
        return tidy;
    }
}
