package dev.touchstone.identity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date of six digits, YYMMDD, as element strings carry it. Day 00 means the last day of the month. The century is
 * left open: it follows from the year in which the date is read (GS1 General Specifications 7.12).
 */
public record Gs1Date(String digits) {

    public Gs1Date {
        Rules.text("A date", digits, 6, 6, Cset.NUMERIC);
        check(digits, 0, true);
    }

    /** The calendar day, with the century that lies nearest to {@code referenceYear}: 49 years back to 50 ahead. */
    public LocalDate near(int referenceYear) {
        int year = Integer.parseInt(digits, 0, 2, 10);
        int month = Integer.parseInt(digits, 2, 4, 10);
        int day = Integer.parseInt(digits, 4, 6, 10);
        int ahead = year - referenceYear % 100;
        int century = referenceYear / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
        YearMonth at = YearMonth.of(century * 100 + year, month);
        return at.atDay(day == 0 ? at.lengthOfMonth() : Math.min(day, at.lengthOfMonth()));
    }

    /** Whether a day is given, rather than the month as a whole. */
    public boolean hasDay() {
        return !digits.endsWith("00");
    }

    static void check(String text, int from, boolean zeroDayAllowed) {
        int month = (text.charAt(from + 2) - '0') * 10 + text.charAt(from + 3) - '0';
        int day = (text.charAt(from + 4) - '0') * 10 + text.charAt(from + 5) - '0';
        if (month < 1 || month > 12) {
            throw ProblemException.of(
                    "date", from + 2, "Month %02d does not exist.".formatted(month), "a month from 01 to 12");
        }
        int year = (text.charAt(from) - '0') * 10 + text.charAt(from + 1) - '0';
        int last = month == 2
                ? (year % 4 == 0 ? 29 : 28)
                : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        if (day > last || day == 0 && !zeroDayAllowed) {
            throw ProblemException.of(
                    "date",
                    from + 4,
                    "Day %02d does not exist in that month.".formatted(day),
                    "a day from %s to %d".formatted(zeroDayAllowed ? "00" : "01", last));
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
