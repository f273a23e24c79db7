package dev.touchstone.identity;

/** International mobile equipment identity: 14 digits and a Luhn check digit (3GPP TS 23.003). */
public record Imei(String value) implements IndustryIdentifier {

    public Imei {
        Rules.text("An IMEI", value, 15, 15, Cset.NUMERIC);
        char right = CheckDigit.luhn(value.substring(0, 14));
        if (value.charAt(14) != right) {
            throw ProblemException.of(
                    "check-digit", 14, "The check digit of IMEI " + value + " is wrong.", "check digit " + right);
        }
    }

    /** Reads 15 digits; spaces and hyphens between groups are overlooked. */
    public static Imei parse(String text) {
        return new Imei(KeyText.digits(text).replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
