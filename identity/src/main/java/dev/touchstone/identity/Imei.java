package dev.touchstone.identity;

/** International mobile equipment identity: 14 digits and a Luhn check digit (3GPP TS 23.003). */
public record Imei(String value) implements IndustryIdentifier {

    public Imei {
        Rules.text("An IMEI", value, 15, 15, Cset.NUMERIC);
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int digit = (value.charAt(i) - '0') << (i & 1);
            sum += digit / 10 + digit % 10;
        }
        char right = (char) ('0' + (10 - sum % 10) % 10);
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
