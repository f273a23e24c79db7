package dev.touchstone.identity;

/**
 * Pharmacy Product Number of the agency IFA, one of the ways to write a UDI, and what a symbol tells of the unit beside it
 * (IFA Coding System, PPN-Code). Parts that are not told are empty.
 *
 * @param number code of the registering agency (two characters, 11 for Germany), national product number, two check
 *     digits; up to 22 characters
 * @param lot up to 20 characters
 * @param serial up to 20 characters
 * @param expiry YYMMDD; day 00 when the month alone is told
 */
public record Ppn(String number, String lot, String serial, String expiry) implements IndustryIdentifier {

    private static final String GERMANY = "11";
    private static final int PZN_LENGTH = 8;

    public Ppn {
        Rules.text("A PPN", number, 5, 22, Cset.SET39);
        for (int i = 0; i < number.length(); i++) {
            if ("#/-".indexOf(number.charAt(i)) >= 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "A PPN may not hold %s.".formatted(Text.shown(number.charAt(i))),
                        "digits and A to Z");
            }
        }
        CheckDigit.requireMod97("PPN", number);
        if (number.startsWith(GERMANY)) {
            checkPzn(number.substring(2, number.length() - 2));
        }
        Rules.text("The lot", lot, 0, 20, Cset.SET82);
        Rules.text("The serial", serial, 0, 20, Cset.SET82);
        if (!expiry.isEmpty()) {
            DateRules.date(expiry, 0, expiry.length(), 2, true);
        }
    }

    /** Reads the number alone; spaces between its parts are overlooked. */
    public static Ppn parse(String text) {
        return new Ppn(KeyText.digits(text), "", "", "");
    }

    /** The number in a message of ISO/IEC 15434: data identifiers 9N, 1T lot, S serial, D expiry. */
    static Ppn of(DataMessage message) {
        return new Ppn(
                message.value("9N").orElse(""),
                message.value("1T").orElse(""),
                message.value("S").orElse(""),
                message.value("D").orElse(""));
    }

    /** Pharmazentralnummer: seven digits weighted 1 to 7, modulo 11. */
    private static void checkPzn(String pzn) {
        int wrong = Cset.NUMERIC.firstOutside(pzn, 0, pzn.length());
        if (pzn.length() != PZN_LENGTH || wrong >= 0) {
            throw ProblemException.of(
                    "length",
                    2,
                    "The PZN in the PPN is not a number of 8 digits.",
                    "8 digits between 11 and the check");
        }
        int sum = 0;
        for (int i = 0; i < PZN_LENGTH - 1; i++) {
            sum += (pzn.charAt(i) - '0') * (i + 1);
        }
        if (sum % 11 != pzn.charAt(PZN_LENGTH - 1) - '0') {
            throw ProblemException.of(
                    "check-digit",
                    PZN_LENGTH + 1,
                    "The check digit of PZN %s is wrong.".formatted(pzn),
                    sum % 11 == 10 ? "another number: this one is never given" : "check digit " + sum % 11);
        }
    }

    /** The number with its data identifier. */
    @Override
    public String value() {
        return "9N" + number;
    }

    @Override
    public String toString() {
        return number;
    }
}
