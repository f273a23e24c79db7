package dev.touchstone.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Reads the primary and secondary data of a HIBC symbol. Positions in problems are those of the symbol's text. */
final class HibcReader {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");

    private final String text;
    private String lot = "";
    private String serial = "";
    private String expiry = "";
    private String produced = "";
    private int quantity;

    private HibcReader(String text) {
        this.text = text;
    }

    static Hibc read(String input) {
        String text = input == null ? "" : input;
        if (text.length() > 2 && text.startsWith("*") && text.endsWith("*")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.length() < 8 || text.charAt(0) != '+') {
            throw ProblemException.of(
                    "hibc", 0, "The text is no HIBC symbol.", "+, labeler, product, packaging level, check character");
        }
        int end = text.length() - 1;
        char right = Hibc.checkCharacter(text.substring(0, end));
        if (text.charAt(end) != right) {
            throw ProblemException.of(
                    "check-character",
                    end,
                    "The check character of the HIBC symbol is wrong.",
                    "check character " + right);
        }
        return new HibcReader(text).read(end);
    }

    private Hibc read(int end) {
        int slash = text.indexOf('/');
        int primaryEnd = slash < 0 || slash > end ? end : slash;
        if (primaryEnd < 7 || !Character.isDigit(text.charAt(primaryEnd - 1))) {
            throw ProblemException.of(
                    "hibc", primaryEnd - 1, "There is no digit for the level of packaging.", "0 to 9");
        }
        for (int at = primaryEnd; at < end; ) {
            int next = text.indexOf('/', at + 1);
            next = next < 0 || next > end ? end : next;
            field(at + 1, next);
            at = next;
        }
        try {
            return new Hibc(
                    text.substring(1, 5),
                    text.substring(5, primaryEnd - 1),
                    text.charAt(primaryEnd - 1) - '0',
                    lot,
                    serial,
                    expiry,
                    produced,
                    quantity);
        } catch (ProblemException e) {
            Problem cause = e.problem();
            throw ProblemException.of(cause.code(), -1, cause.detail(), cause.expected());
        }
    }

    private void field(int from, int to) {
        if (starts("$$+", from, to)) {
            serial = dated(from + 3, to);
        } else if (starts("$$", from, to)) {
            lot = dated(from + 2, to);
        } else if (starts("$+", from, to)) {
            serial = text.substring(from + 2, to);
        } else if (starts("$", from, to)) {
            lot = text.substring(from + 1, to);
        } else if (starts("16D", from, to)) {
            produced = shortDate(longDate(from + 3, to), from + 3);
        } else if (starts("14D", from, to)) {
            expiry = shortDate(longDate(from + 3, to), from + 3);
        } else if (starts("S", from, to)) {
            serial = text.substring(from + 1, to);
        } else if (starts("Q", from, to)) {
            quantity = number(from + 1, to, 1, 5);
        } else if (from < to && Character.isDigit(text.charAt(from))) {
            expiry = julian(from, to);
            lot = text.substring(from + 5, to);
        }
    }

    /** Whether a field begins so; the check character after the last field does not count. */
    private boolean starts(String prefix, int from, int to) {
        return prefix.length() <= to - from && text.startsWith(prefix, from);
    }

    /** A quantity, if any, and a date in one of seven formats; returns what follows, a lot or a serial. */
    private String dated(int from, int to) {
        int at = from;
        char format = at < to ? text.charAt(at) : ' ';
        if (format == '8') {
            quantity = number(at + 1, Math.min(to, at + 3), 2, 2);
            at += 3;
        } else if (format == '9') {
            quantity = number(at + 1, Math.min(to, at + 6), 5, 5);
            at += 6;
        }
        format = at < to ? text.charAt(at) : ' ';
        return switch (format) {
            case '0', '1' -> {
                number(at, Math.min(to, at + 4), 4, 4);
                expiry = text.substring(at + 2, at + 4) + text.substring(at, at + 2) + "00";
                yield text.substring(at + 4, to);
            }
            case '2' -> {
                number(at + 1, Math.min(to, at + 7), 6, 6);
                expiry = text.substring(at + 5, at + 7) + text.substring(at + 1, at + 5);
                yield text.substring(at + 7, to);
            }
            case '3' -> {
                number(at + 1, Math.min(to, at + 7), 6, 6);
                expiry = text.substring(at + 1, at + 7);
                yield text.substring(at + 7, to);
            }
            case '4' -> {
                number(at + 1, Math.min(to, at + 9), 8, 8);
                expiry = text.substring(at + 1, at + 7);
                yield text.substring(at + 9, to);
            }
            case '5' -> {
                expiry = julian(at + 1, to);
                yield text.substring(at + 6, to);
            }
            case '6' -> {
                expiry = julian(at + 1, to);
                number(at + 6, Math.min(to, at + 8), 2, 2);
                yield text.substring(at + 8, to);
            }
            case '7' -> text.substring(at + 1, to);
            default -> {
                if (at == from) {
                    throw ProblemException.of(
                            "date", at, "There is no date after $$.", "a format from 0 to 7 and a date");
                }
                yield text.substring(Math.min(at, to), to);
            }
        };
    }

    /** Year and day of the year, five digits. */
    private String julian(int from, int to) {
        int number = number(from, Math.min(to, from + 5), 5, 5);
        int year = 2000 + number / 1000;
        int day = number % 1000;
        if (day < 1 || day > (year % 4 == 0 ? 366 : 365)) {
            throw ProblemException.of(
                    "date", from + 2, "Day %03d of the year does not exist.".formatted(day), "001 to 366");
        }
        return LocalDate.ofYearDay(year, day).format(SHORT);
    }

    private String longDate(int from, int to) {
        number(from, to, 8, 8);
        return text.substring(from, to);
    }

    private static String shortDate(String digits, int position) {
        try {
            DateRules.date(digits, 0, 8, 4, true);
        } catch (ProblemException e) {
            throw e.shifted(position);
        }
        return digits.substring(2);
    }

    private int number(int from, int to, int min, int max) {
        int count = to - from;
        if (count < min || count > max || Cset.NUMERIC.firstOutside(text, from, to) >= 0) {
            throw ProblemException.of(
                    "character",
                    Math.min(from, text.length()),
                    "There is no number where one belongs.",
                    max + " digits");
        }
        return Integer.parseInt(text, from, to, 10);
    }
}
