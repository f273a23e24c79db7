package dev.touchstone.identity;

/**
 * Health Industry Bar Code of a supplier (ANSI/HIBC 2.6): who labels it, which product, which level of packaging, and
 * what is told of the unit. One of the ways to write a UDI. Parts that are not told are empty.
 *
 * @param labeler four characters, the first a letter
 * @param product 1 to 18 digits and capital letters
 * @param packaging level of packaging, 0 (one unit) to 9
 * @param lot up to 18 characters
 * @param serial up to 18 characters
 * @param expiry YYMMDD; day 00 when the month alone is told
 * @param produced YYMMDD
 * @param quantity number of units; 0 when not told
 */
public record Hibc(
        String labeler,
        String product,
        int packaging,
        String lot,
        String serial,
        String expiry,
        String produced,
        int quantity)
        implements IndustryIdentifier {

    static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

    public Hibc {
        alphanumeric("The labeler code", labeler, 4, 4);
        if (labeler.charAt(0) <= '9') {
            throw ProblemException.of("character", 1, "The labeler code begins with a digit.", "a letter");
        }
        alphanumeric("The product number", product, 1, 18);
        if (packaging < 0 || packaging > 9 || quantity < 0 || quantity > 99_999) {
            throw ProblemException.of(
                    "range", -1, "Packaging level or quantity is out of range.", "0 to 9, and up to 99999");
        }
        data("The lot", lot);
        data("The serial", serial);
        date(expiry);
        date(produced);
    }

    private static void alphanumeric(String what, String text, int min, int max) {
        Rules.text(what, text, min, max, Cset.SET39);
        for (int i = 0; i < text.length(); i++) {
            if ("#-/".indexOf(text.charAt(i)) >= 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "%s may not hold %s.".formatted(what, Text.shown(text.charAt(i))),
                        "digits and A to Z");
            }
        }
    }

    private static void data(String what, String text) {
        if (text.length() > 18) {
            throw ProblemException.of(
                    "length", -1, "%s has %d characters.".formatted(what, text.length()), "up to 18 characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' || ALPHABET.indexOf(c) < 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "%s may not hold %s.".formatted(what, Text.shown(c)),
                        "digits, A to Z and - . $ + % or space");
            }
        }
    }

    private static void date(String digits) {
        if (!digits.isEmpty()) {
            DateRules.date(digits, 0, digits.length(), 2, true);
        }
    }

    /** Reads a symbol with primary data, or with primary and secondary data; the check character is demanded. */
    public static Hibc parse(String text) {
        return HibcReader.read(text);
    }

    /** The check character of a symbol: the sum of the characters' values modulo 43. */
    public static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "A HIBC symbol may not hold %s.".formatted(Text.shown(text.charAt(i))),
                        "digits, A to Z and - . $ / + % or space");
            }
            sum += value;
        }
        return ALPHABET.charAt(sum % 43);
    }

    /** The device identifier (UDI-DI): labeler, product and packaging level. */
    public String deviceIdentifier() {
        return labeler + product + packaging;
    }

    /** The whole symbol with primary and secondary data and the check character. */
    @Override
    public String value() {
        StringBuilder out = new StringBuilder("+").append(deviceIdentifier());
        boolean dated = !expiry.isEmpty() || quantity > 0;
        String unit = lot.isEmpty() ? serial : lot;
        if (dated || !unit.isEmpty()) {
            out.append(dated ? "/$$" : "/$").append(lot.isEmpty() && !serial.isEmpty() ? "+" : "");
            if (quantity > 0) {
                out.append(quantity < 100 ? "8%02d".formatted(quantity) : "9%05d".formatted(quantity));
            }
            if (dated) {
                out.append(expiry.isEmpty() ? "7" : "3" + expiry);
            }
            out.append(unit);
        }
        if (!lot.isEmpty() && !serial.isEmpty()) {
            out.append("/S").append(serial);
        }
        if (!produced.isEmpty()) {
            out.append("/16D20").append(produced);
        }
        return out.append(checkCharacter(out.toString())).toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
