package dev.touchstone.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * Number of a freight container (ISO 6346): owner code of three letters, category letter (U container, J equipment, Z
 * chassis), six digits, check digit.
 */
public record ContainerNumber(String value) implements IndustryIdentifier {

    public ContainerNumber {
        check(value, 11);
        char right = checkDigit(value);
        if (value.charAt(10) != right) {
            throw ProblemException.of(
                    "check-digit", 10, "The check digit of container " + value + " is wrong.", "check digit " + right);
        }
    }

    private static void check(String value, int length) {
        Rules.text("A container number", value, length, length, Cset.SET39);
        for (int i = 0; i < 4; i++) {
            char c = value.charAt(i);
            if (i < 3 ? c < 'A' || c > 'Z' : "UJZ".indexOf(c) < 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "A container number may not hold %s there.".formatted(Text.shown(c)),
                        i < 3 ? "a letter of the owner code" : "U, J or Z");
            }
        }
        int wrong = Cset.NUMERIC.firstOutside(value, 4, length);
        if (wrong >= 0) {
            throw Rules.character("The serial of a container number", value, wrong, Cset.NUMERIC);
        }
    }

    /**
     * The check digit to be appended to owner code, category letter and six digits.
     *
     * @throws ProblemException when the text is not that
     */
    public static char checkDigitOf(String text) {
        String number = KeyText.digits(text).replace("-", "").toUpperCase(Locale.ROOT);
        check(number, 10);
        return checkDigit(number);
    }

    /** Reads the number with or without spaces and the hyphen before its check digit, such as {@code CSQU 305438-3}. */
    public static ContainerNumber parse(String text) {
        return new ContainerNumber(KeyText.digits(text).replace("-", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public Optional<String> epcUrn() {
        return Optional.of("urn:epc:id:bic:" + value);
    }

    /** Letters count 10 and up, multiples of 11 left out; place i weighs 2 to the i; modulo 11, then 10. */
    private static char checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            char c = value.charAt(i);
            int skipped = (c >= 'B' ? 1 : 0) + (c >= 'L' ? 1 : 0) + (c >= 'V' ? 1 : 0);
            int number = c <= '9' ? c - '0' : c - 'A' + 10 + skipped;
            sum += number << i;
        }
        return (char) ('0' + sum % 11 % 10);
    }

    @Override
    public String toString() {
        return value;
    }
}
