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
        DateRules.date(digits, 0, 6, 2, true);
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

    @Override
    public String toString() {
        return digits;
    }
}
