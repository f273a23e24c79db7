package dev.touchstone.identity;

import java.util.Locale;

/**
 * Vehicle identification number (ISO 3779): 17 digits and letters other than I, O, Q. The check digit at place 9 is
 * the rule in North America and China only, so it is told, not demanded (49 CFR 565.15).
 */
public record Vin(String value) implements IndustryIdentifier {

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String LETTER_VALUES = "12345678.12345.7.923456789";

    public Vin {
        Rules.text("A VIN", value, 17, 17, Cset.SET39);
        for (int i = 0; i < 17; i++) {
            if (weight(value.charAt(i)) < 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "A VIN may not hold %s.".formatted(Text.shown(value.charAt(i))),
                        "digits and letters other than I, O and Q");
            }
        }
    }

    /** Reads 17 characters; small letters and spaces between groups are overlooked. */
    public static Vin parse(String text) {
        return new Vin(KeyText.digits(text).toUpperCase(Locale.ROOT));
    }

    /** The check digit that place 9 would hold in North America and China: 0 to 9 or X. */
    public char checkDigit() {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weight(value.charAt(i)) * WEIGHTS[i];
        }
        return "0123456789X".charAt(sum % 11);
    }

    public boolean hasCheckDigit() {
        return value.charAt(8) == checkDigit();
    }

    private static int weight(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char value = c >= 'A' && c <= 'Z' ? LETTER_VALUES.charAt(c - 'A') : '.';
        return value == '.' ? -1 : value - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
