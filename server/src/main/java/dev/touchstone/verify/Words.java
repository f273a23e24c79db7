package dev.touchstone.verify;

import dev.touchstone.masterdata.Location;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How dates, places and numbers are written for people. Times are in UTC, which the texts say. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu, HH:mm\u00a0'UTC'", Locale.ENGLISH);

    private Words() {}

    static String day(Instant at) {
        return DAY.format(at.atOffset(ZoneOffset.UTC));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** The English name of a country; the code itself where it is none. */
    static String country(String code) {
        String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }

    /** City and country, or country: as much of a place as everybody may know. */
    static Optional<String> place(Location location) {
        Optional<String> country = location.country().map(Words::country);
        return country.map(
                name -> location.city().map(city -> city + ", " + name).orElse(name));
    }

    static String in(Optional<String> place) {
        return place.map(name -> " in " + name).orElse("");
    }

    /** A whole number with its thousands apart. */
    static String number(double value) {
        return String.format(Locale.ENGLISH, "%,.0f", value).replace(',', '\u202f');
    }

    /** A length of time as a person would say it. */
    static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        return minutes < 120
                ? count((int) minutes, "minute", "minutes")
                : minutes < 48 * 60
                        ? count((int) (minutes / 60), "hour", "hours")
                        : count((int) (minutes / 1440), "day", "days");
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    static String count(int n, String one, String many) {
        return n == 1 ? "one " + one : (n == 0 ? "no" : number(n)) + " " + many;
    }
}
