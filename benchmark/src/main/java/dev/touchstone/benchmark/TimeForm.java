package dev.touchstone.benchmark;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** How dates are written; a time of day and a zone may follow each, as in ISO 8601. */
enum TimeForm {
    YEAR_MONTH_DAY("year-month-day"),
    DAY_MONTH_YEAR("day.month.year"),
    MONTH_DAY_YEAR("month/day/year");

    private final String words;

    TimeForm(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The form that reads most of the values; where day and month cannot be told apart, the day comes first. */
    static TimeForm of(List<String> values, ZoneId zone) {
        TimeForm best = YEAR_MONTH_DAY;
        long most = -1;
        for (TimeForm form : values()) {
            long read = values.stream()
                    .filter(v -> form.parse(v.toCharArray(), 0, v.length(), zone) != Column.Times.MISSING)
                    .count();
            if (read > most) {
                most = read;
                best = form;
            }
        }
        return best;
    }

    /** Whether every value could as well be read with day and month in the other order. */
    boolean ambiguous(List<String> values, ZoneId zone) {
        return this == DAY_MONTH_YEAR
                && values.stream()
                        .allMatch(v ->
                                MONTH_DAY_YEAR.parse(v.toCharArray(), 0, v.length(), zone) != Column.Times.MISSING);
    }

    /** Milliseconds since 1970, or {@link Column.Times#MISSING} for what is no time. */
    long parse(char[] text, int from, int to, ZoneId zone) {
        Cursor cursor = new Cursor(text, from, to);
        int first = cursor.digits(4);
        int firstLength = cursor.length;
        char separator = cursor.mark("-/.");
        int second = cursor.digits(2);
        boolean same = separator != 0 && cursor.mark(String.valueOf(separator)) != 0;
        int third = cursor.digits(4);
        int thirdLength = cursor.length;
        boolean yearFirst = this == YEAR_MONTH_DAY;
        if (!same || (yearFirst ? firstLength : thirdLength) != 4 || (yearFirst ? thirdLength : firstLength) > 2) {
            return Column.Times.MISSING;
        }
        int year = yearFirst ? first : third;
        int month = this == MONTH_DAY_YEAR ? first : second;
        int day = yearFirst ? third : this == MONTH_DAY_YEAR ? second : first;
        try {
            return time(cursor, LocalDateTime.of(year, month, day, 0, 0), zone);
        } catch (DateTimeException noSuchDay) {
            return Column.Times.MISSING;
        }
    }

    private static long time(Cursor cursor, LocalDateTime day, ZoneId zone) {
        if (cursor.atEnd()) {
            return day.atZone(zone).toInstant().toEpochMilli();
        }
        if (cursor.mark("T t") == 0) {
            return Column.Times.MISSING;
        }
        int hour = cursor.digits(2);
        boolean colon = cursor.mark(":") != 0;
        int minute = cursor.digits(2);
        if (!colon || cursor.length != 2) {
            return Column.Times.MISSING;
        }
        int second = cursor.mark(":") == 0 ? 0 : cursor.digits(2);
        int millis = cursor.mark(".,") == 0 ? 0 : cursor.fraction();
        LocalDateTime at =
                day.withHour(hour).withMinute(minute).withSecond(second).plusNanos(millis * 1_000_000L);
        if (cursor.atEnd()) {
            return at.atZone(zone).toInstant().toEpochMilli();
        }
        ZoneOffset offset = cursor.offset();
        return offset == null || !cursor.atEnd()
                ? Column.Times.MISSING
                : at.toInstant(offset).toEpochMilli();
    }

    /** Reads along a text; what is not there reads as -1 or 0. */
    private static final class Cursor {
        private final char[] text;
        private final int to;
        private int at;
        int length;

        Cursor(char[] text, int from, int to) {
            this.text = text;
            this.at = from;
            this.to = to;
        }

        boolean atEnd() {
            return at == to;
        }

        int digits(int most) {
            int value = 0;
            length = 0;
            while (at < to && length < most && text[at] >= '0' && text[at] <= '9') {
                value = 10 * value + text[at++] - '0';
                length++;
            }
            return length == 0 ? -1 : value;
        }

        /** First three digits of a fraction. */
        int fraction() {
            int millis = Math.max(0, digits(3));
            for (int i = length; i < 3; i++) {
                millis *= 10;
            }
            digits(9);
            return millis;
        }

        char mark(String allowed) {
            return at < to && allowed.indexOf(text[at]) >= 0 ? text[at++] : 0;
        }

        ZoneOffset offset() {
            if (mark("Zz") != 0) {
                return ZoneOffset.UTC;
            }
            char sign = mark("+-");
            int hours = digits(2);
            mark(":");
            int minutes = Math.max(0, digits(2));
            if (sign == 0 || hours < 0) {
                return null;
            }
            int way = sign == '-' ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(way * hours, way * minutes);
        }
    }
}
