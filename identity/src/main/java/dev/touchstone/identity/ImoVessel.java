package dev.touchstone.identity;

import java.util.Optional;

/** IMO vessel number: seven digits, of which the last is the sum of the others weighted 7 to 2, modulo 10 (IMO A.1117(30)). */
public record ImoVessel(String value) implements IndustryIdentifier {

    public ImoVessel {
        Rules.text("An IMO number", value, 7, 7, Cset.NUMERIC);
        char right = checkDigitOf(value.substring(0, 6));
        if (value.charAt(6) != right) {
            throw ProblemException.of(
                    "check-digit", 6, "The check digit of IMO " + value + " is wrong.", "check digit " + right);
        }
    }

    /**
     * The check digit to be appended to six digits.
     *
     * @throws ProblemException when the text is not that
     */
    public static char checkDigitOf(String digits) {
        Rules.text("An IMO number without its check digit", digits, 6, 6, Cset.NUMERIC);
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (digits.charAt(i) - '0') * (7 - i);
        }
        return (char) ('0' + sum % 10);
    }

    /** Reads the number with or without the letters IMO before it. */
    public static ImoVessel parse(String text) {
        String digits = KeyText.digits(text);
        return new ImoVessel(digits.regionMatches(true, 0, "IMO", 0, 3) ? digits.substring(3) : digits);
    }

    @Override
    public Optional<String> epcUrn() {
        return Optional.of("urn:epc:id:imovn:" + value);
    }

    @Override
    public String toString() {
        return value;
    }
}
