package dev.touchstone.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Medical product of human origin as the agency ICCBBA has it labelled (ISBT 128), one of the ways to write a UDI. Parts
 * that are not told are empty.
 *
 * @param device 16 characters: processor, product of the facility, product description; 10 for a container of blood
 * @param donation 15 characters: donation identification number with its flags
 * @param serial six characters, the division of the donation
 * @param expiry YYMMDD
 * @param produced YYMMDD
 * @param lot 18 characters; 10 for a container of blood
 */
public record Isbt(String device, String donation, String serial, String expiry, String produced, String lot)
        implements IndustryIdentifier {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int CONTAINER_LENGTH = 10;

    public Isbt {
        field("The device identifier", device, device.length() == CONTAINER_LENGTH ? CONTAINER_LENGTH : 16);
        optional("The donation identification number", donation, 15);
        optional("The serial", serial, 6);
        optional("The lot", lot, device.length() == CONTAINER_LENGTH ? CONTAINER_LENGTH : 18);
        optional("The expiry date", expiry, 6);
        optional("The production date", produced, 6);
    }

    private static void optional(String what, String text, int length) {
        if (!text.isEmpty()) {
            field(what, text, length);
        }
    }

    private static void field(String what, String text, int length) {
        Rules.text(what, text, length, length, Cset.SET39);
    }

    /** Whether a text begins with the data identifier of a device. */
    static boolean looksLikeOne(String text) {
        return text.startsWith("=/") || text.startsWith("=)") || text.startsWith("=+");
    }

    /** Reads data structures one after another, each with its data identifier, in any order. */
    public static Isbt parse(String text) {
        return new Reader(text == null ? "" : text).read();
    }

    /** The data structures in their usual order. */
    @Override
    public String value() {
        boolean container = device.length() == CONTAINER_LENGTH;
        StringBuilder out = new StringBuilder(container ? "=)" : "=/").append(device);
        append(out, "=,", serial);
        append(out, "=", donation);
        append(out, "=>", expiry.isEmpty() ? "" : julian(expiry));
        append(out, "=}", produced.isEmpty() ? "" : julian(produced));
        append(out, container ? "&)" : "&,1", lot);
        return out.toString();
    }

    private static void append(StringBuilder out, String identifier, String data) {
        if (!data.isEmpty()) {
            out.append(identifier).append(data);
        }
    }

    private static String julian(String date) {
        LocalDate day = LocalDate.parse(date, SHORT);
        return "0%02d%03d".formatted(day.getYear() % 100, day.getDayOfYear());
    }

    @Override
    public String toString() {
        return value();
    }

    /** Takes the data structures off the text one after another. */
    private static final class Reader {
        private final String text;
        private String device = "";
        private String donation = "";
        private String serial = "";
        private String expiry = "";
        private String produced = "";
        private String lot = "";
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Isbt read() {
            while (at < text.length()) {
                structure();
            }
            if (device.isEmpty()) {
                throw ProblemException.of(
                        "isbt-128", 0, "No device is named.", "the data identifier =/ and 16 characters");
            }
            return new Isbt(device, donation, serial, expiry, produced, lot);
        }

        private void structure() {
            if (text.startsWith("=+", at)) {
                take(2, 5);
            } else if (text.startsWith("=/", at)) {
                device = take(2, 16);
            } else if (text.startsWith("=)", at)) {
                device = take(2, CONTAINER_LENGTH);
            } else if (text.startsWith("=,", at)) {
                serial = take(2, 6);
            } else if (text.startsWith("=>", at)) {
                expiry = date();
            } else if (text.startsWith("=}", at)) {
                produced = date();
            } else if (text.startsWith("&,1", at)) {
                lot = take(3, 18);
            } else if (text.startsWith("&)", at)) {
                lot = take(2, CONTAINER_LENGTH);
            } else if (text.charAt(at) == '=') {
                donation = take(1, 15);
            } else {
                throw ProblemException.of(
                        "isbt-128", at, "No data identifier stands there.", "such as =/ or =, or => or =} or &,1");
            }
        }

        /** So many characters after a data identifier. */
        private String take(int identifier, int length) {
            int from = at + identifier;
            int to = Math.min(text.length(), from + length);
            int wrong = Cset.SET39.firstOutside(text, from, to);
            if (wrong >= 0 || to - from < length) {
                throw ProblemException.of(
                        wrong >= 0 ? "character" : "length",
                        wrong >= 0 ? wrong : from,
                        "After %s there are not %d characters.".formatted(text.substring(at, from), length),
                        length + " digits and capital letters");
            }
            at = to;
            return text.substring(from, to);
        }

        /** Century of which 0 is the 21st, year, day of the year. */
        private String date() {
            int from = at + 2;
            String digits = take(2, 6);
            boolean numeric = Cset.NUMERIC.firstOutside(digits, 0, 6) < 0;
            int year = numeric ? 2000 + Integer.parseInt(digits, 1, 3, 10) : 0;
            int day = numeric ? Integer.parseInt(digits, 3, 6, 10) : 0;
            if (day < 1 || day > LocalDate.of(year, 12, 31).getDayOfYear() || digits.charAt(0) != '0') {
                throw ProblemException.of(
                        "date",
                        from,
                        "%s is no day of a year of this century.".formatted(digits),
                        "0, two digits of the year, 001 to 366");
            }
            return LocalDate.ofYearDay(year, day).format(SHORT);
        }
    }
}
