package dev.touchstone.identity;

/** Dates and times of day inside element strings. */
final class DateRules {

    private DateRules() {}

    /** A year of so many digits, a month and a day; day 00, where allowed, means the month as a whole. */
    static void date(String text, int from, int to, int yearDigits, boolean zeroDayAllowed) {
        ContentRules.digits(text, from, to, yearDigits + 4);
        int month = two(text, from + yearDigits);
        if (month < 1 || month > 12) {
            throw ProblemException.of(
                    "date", from + yearDigits, "Month %02d does not exist.".formatted(month), "a month from 01 to 12");
        }
        int day = two(text, from + yearDigits + 2);
        int year = yearDigits == 2 ? two(text, from) : two(text, from) * 100 + two(text, from + 2);
        int last = lastDay(year, month, yearDigits == 2);
        if (day > last || day == 0 && !zeroDayAllowed) {
            throw ProblemException.of(
                    "date",
                    from + yearDigits + 2,
                    "Day %02d does not exist in that month.".formatted(day),
                    "a day from %s to %d".formatted(zeroDayAllowed ? "00" : "01", last));
        }
    }

    /** A year of two digits lies within 50 years of now, where every fourth year is a leap year. */
    private static int lastDay(int year, int month, boolean shortYear) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (shortYear || year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    static void hourAndMinute(String text, int from, int to) {
        ContentRules.digits(text, from, to, 4);
        hour(text, from, from + 2);
        sixty(text, from + 2, to, "Minute");
    }

    static void hour(String text, int from, int to) {
        ContentRules.digits(text, from, to, 2);
        if (two(text, from) > 23) {
            throw ProblemException.of(
                    "time", from, "Hour %02d does not exist.".formatted(two(text, from)), "an hour from 00 to 23");
        }
    }

    static void sixty(String text, int from, int to, String what) {
        ContentRules.digits(text, from, to, 2);
        if (two(text, from) > 59) {
            throw ProblemException.of(
                    "time", from, "%s %02d does not exist.".formatted(what, two(text, from)), "00 to 59");
        }
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
