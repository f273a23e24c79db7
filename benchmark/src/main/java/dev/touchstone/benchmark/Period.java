package dev.touchstone.benchmark;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** A stretch of the calendar, in UTC. */
public enum Period {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public static Period parse(String text) {
        for (Period period : values()) {
            if (period.name().equalsIgnoreCase(text.strip())) {
                return period;
            }
        }
        throw new BadData(
                "unknown-period", "\"" + text + "\" is not a period.", "Write day, week, month, quarter or year.");
    }

    /** Number of the period that holds a time; following periods have following numbers. */
    long index(long epochMillis) {
        LocalDate day = day(epochMillis);
        return switch (this) {
            case DAY -> day.toEpochDay();
            // 1970-01-01 was a Thursday
            case WEEK -> Math.floorDiv(day.toEpochDay() + 3, 7);
            case MONTH -> 12L * day.getYear() + day.getMonthValue() - 1;
            case QUARTER -> 4L * day.getYear() + day.get(IsoFields.QUARTER_OF_YEAR) - 1;
            case YEAR -> day.getYear();
        };
    }

    /** First day of a period. */
    LocalDate start(long index) {
        return switch (this) {
            case DAY -> LocalDate.ofEpochDay(index);
            case WEEK -> LocalDate.ofEpochDay(7 * index - 3).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> LocalDate.of((int) Math.floorDiv(index, 12), Math.floorMod(index, 12) + 1, 1);
            case QUARTER -> LocalDate.of((int) Math.floorDiv(index, 4), 3 * Math.floorMod(index, 4) + 1, 1);
            case YEAR -> LocalDate.of((int) index, 1, 1);
        };
    }

    String label(long index) {
        LocalDate start = start(index);
        return switch (this) {
            case DAY, WEEK -> start.toString();
            case MONTH -> start.toString().substring(0, 7);
            case QUARTER -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> String.valueOf(start.getYear());
        };
    }

    /** The longest period of which there are twelve or more between two times, or else the shortest. */
    static Period fitting(long from, long to) {
        long days = ChronoUnit.DAYS.between(day(from), day(to));
        if (days >= 12 * 365) {
            return YEAR;
        }
        if (days >= 12 * 92) {
            return QUARTER;
        }
        return days >= 12 * 31 - 31 ? MONTH : days >= 12 * 7 ? WEEK : DAY;
    }

    private static LocalDate day(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
