package dev.touchstone.benchmark;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to read of a table, and how where it does not say so itself.
 *
 * @param wanted columns to read; none for all of them, each with the type that its values show
 * @param delimiter of CSV; found by itself where absent
 * @param encoding of text; found by itself where absent
 * @param sheet of a workbook; the first where absent
 * @param zone of times that name none
 */
public record Reading(
        List<Wanted> wanted,
        Optional<Character> delimiter,
        Optional<Charset> encoding,
        Optional<String> sheet,
        ZoneId zone) {

    /** What a column should hold. */
    public enum Type {
        NUMBER,
        TIME,
        LABEL,
        /** A number or a time, whichever most of its values are. */
        VALUE,
        /** Whatever its values show it to be. */
        ANY
    }

    /** @param required a row is refused where this column is empty */
    public record Wanted(String column, Type type, boolean required) {}

    public Reading {
        wanted = List.copyOf(wanted);
    }

    /** All columns. */
    public static Reading all() {
        return new Reading(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    }

    /** A column of numbers, none missing. */
    public Reading number(String column) {
        return and(new Wanted(column, Type.NUMBER, true));
    }

    /** A column of times, none missing. */
    public Reading time(String column) {
        return and(new Wanted(column, Type.TIME, true));
    }

    /** A column of texts, none missing. */
    public Reading label(String column) {
        return and(new Wanted(column, Type.LABEL, true));
    }

    /** A column of texts, in which an empty one is a value like others. */
    public Reading dimension(String column) {
        return and(new Wanted(column, Type.LABEL, false));
    }

    public Reading and(Wanted column) {
        for (Wanted w : wanted) {
            if (w.column().equals(column.column())) {
                if (w.type() == column.type()) {
                    return this;
                }
                throw new BadData(
                        "duplicate-name",
                        "Column \"" + column.column() + "\" is asked for twice, as " + w.type() + " and as "
                                + column.type() + ".",
                        "Use a column for one thing.");
            }
        }
        List<Wanted> more = new ArrayList<>(wanted);
        more.add(column);
        return new Reading(more, delimiter, encoding, sheet, zone);
    }
}
