package dev.touchstone.epcis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as EPCIS writes them: xsd:dateTimeStamp, whose time zone is never left out. */
final class Times {

    /** What a time must look like, for messages. */
    static final String SHAPE = "a time such as 2026-03-01T14:05:00.000+01:00, with its zone";

    private static final int OFFSET_MAX_MINUTES = 14 * 60;

    private Times() {}

    /** The instant, to the nanosecond (further decimals are cut off); empty when the text is no time with a zone. */
    static Optional<Instant> parse(String text) {
        int length = text.length();
        if (length < 20
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return Optional.empty();
        }
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        int zone = 19;
        int nanos = 0;
        if (text.charAt(zone) == '.') {
            int unit = 100_000_000;
            for (zone++; zone < length && isDigit(text.charAt(zone)); zone++) {
                nanos += unit * (text.charAt(zone) - '0');
                unit /= 10;
            }
            if (zone == 20) {
                return Optional.empty();
            }
        }
        int offsetMinutes = zone < length ? offsetMinutes(text, zone) : Integer.MIN_VALUE;
        if (offsetMinutes == Integer.MIN_VALUE) {
            return Optional.empty();
        }
        try {
            long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400
                    + hour * 3600L
                    + minute * 60L
                    + second
                    - offsetMinutes * 60L;
            return Optional.of(Instant.ofEpochSecond(seconds, nanos));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether the text is a time but for its missing zone. */
    static boolean lacksZone(String text) {
        return parse(text).isEmpty() && parse(text + "Z").isPresent();
    }

    /** Whether the text is an offset from -14:00 to +14:00 such as {@code +01:00} (EPCIS 2.0, section 7.4.1). */
    static boolean isOffset(String text) {
        return text.length() == 6 && offsetMinutes(text, 0) != Integer.MIN_VALUE;
    }

    /** UTC with exactly three decimals; half a millisecond rounds up and carries. */
    static void appendMillis(StringBuilder out, Instant time) {
        Instant rounded = time.plusNanos(500_000);
        var utc = rounded.atOffset(ZoneOffset.UTC);
        pad(out, utc.getYear(), 4);
        pad(out.append('-'), utc.getMonthValue(), 2);
        pad(out.append('-'), utc.getDayOfMonth(), 2);
        pad(out.append('T'), utc.getHour(), 2);
        pad(out.append(':'), utc.getMinute(), 2);
        pad(out.append(':'), utc.getSecond(), 2);
        pad(out.append('.'), utc.getNano() / 1_000_000, 3);
        out.append('Z');
    }

    private static void pad(StringBuilder out, int number, int width) {
        String digits = Integer.toString(number);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        out.append(digits);
    }

    private static int offsetMinutes(String text, int at) {
        char sign = text.charAt(at);
        if (sign == 'Z') {
            return text.length() == at + 1 ? 0 : Integer.MIN_VALUE;
        }
        if ((sign != '+' && sign != '-') || text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return Integer.MIN_VALUE;
        }
        int hours = digits(text, at + 1, at + 3);
        int minutes = digits(text, at + 4, at + 6);
        int total = hours * 60 + minutes;
        if (hours < 0 || minutes < 0 || minutes > 59 || total > OFFSET_MAX_MINUTES) {
            return Integer.MIN_VALUE;
        }
        return sign == '+' ? total : -total;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!isDigit(c)) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
