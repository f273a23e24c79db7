package dev.touchstone.benchmark;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** How dates are written; a time of day and a zone may follow each, as in ISO 8601. */
enum TimeForm {
    YEAR_MONTH_DAY("year-month-day"),
    DAY_MONTH_YEAR("day.month.year"),
    MONTH_DAY_YEAR("month/day/year");

    private static final long MILLIS_A_DAY = 86_400_000;

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
        char separator = cursor.separator();
        int second = cursor.digits(2);
        boolean same = separator != 0 && cursor.mark(separator);
        int third = cursor.digits(4);
        int thirdLength = cursor.length;
        boolean yearFirst = this == YEAR_MONTH_DAY;
        if (!same || (yearFirst ? firstLength : thirdLength) != 4 || (yearFirst ? thirdLength : firstLength) > 2) {
            return Column.Times.MISSING;
        }
        int year = yearFirst ? first : third;
        int month = this == MONTH_DAY_YEAR ? first : second;
        int day = yearFirst ? third : this == MONTH_DAY_YEAR ? second : first;
        if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return Column.Times.MISSING;
        }
        return time(cursor, MILLIS_A_DAY * epochDay(year, month, day), zone);
    }

    private static long time(Cursor cursor, long midnight, ZoneId zone) {
        if (cursor.atEnd()) {
            return inZone(midnight, zone);
        }
        if (!cursor.mark('T') && !cursor.mark(' ') && !cursor.mark('t')) {
            return Column.Times.MISSING;
        }
        int hour = cursor.digits(2);
        boolean colon = cursor.mark(':');
        int minute = cursor.digits(2);
        if (!colon || cursor.length != 2) {
            return Column.Times.MISSING;
        }
        int second = cursor.mark(':') ? cursor.digits(2) : 0;
        int millis = cursor.mark('.') || cursor.mark(',') ? cursor.fraction() : 0;
        if (hour < 0 || hour > 23 || minute > 59 || second < 0 || second > 59) {
            return Column.Times.MISSING;
        }
        long local = midnight + 3_600_000L * hour + 60_000L * minute + 1000L * second + millis;
        if (cursor.atEnd()) {
            return inZone(local, zone);
        }
        int offset = cursor.offsetMinutes();
        return offset == Cursor.NO_OFFSET || !cursor.atEnd() ? Column.Times.MISSING : local - 60_000L * offset;
    }

    private static long inZone(long local, ZoneId zone) {
        if (zone instanceof ZoneOffset fixed) {
            return local - 1000L * fixed.getTotalSeconds();
        }
        LocalDateTime at = LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, 1000L), Math.floorMod(local, 1000) * 1_000_000, ZoneOffset.UTC);
        return at.atZone(zone).toInstant().toEpochMilli();
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    /** Days since 1970; the year is counted from March, so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        long leaps = Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400);
        return 365L * y + leaps + (153 * m + 2) / 5 + day - 1 - 719_468;
    }

    /** Reads along a text; what is not there reads as -1 or 0. */
    private static final class Cursor {
        static final int NO_OFFSET = Integer.MIN_VALUE;

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

        boolean mark(char wanted) {
            if (at < to && text[at] == wanted) {
                at++;
                return true;
            }
            return false;
        }

        /** What stands between day, month and year; 0 where it is nothing of that kind. */
        char separator() {
            return mark('-') ? '-' : mark('/') ? '/' : mark('.') ? '.' : 0;
        }

        int offsetMinutes() {
            if (mark('Z') || mark('z')) {
                return 0;
            }
            boolean minus = mark('-');
            if (!minus && !mark('+')) {
                return NO_OFFSET;
            }
            int hours = digits(2);
            mark(':');
            int minutes = Math.max(0, digits(2));
            return hours < 0 || hours > 18 || minutes > 59 ? NO_OFFSET : (minus ? -1 : 1) * (60 * hours + minutes);
        }
    }
}
