package dev.touchstone.identity;

/** Global Trade Item Number, AI (01): a kind of product, always held as 14 digits. */
public record Gtin(String digits) implements Key {

    private static final String ZEROS = "000000";

    public Gtin {
        Rules.checked("A GTIN", digits, 14);
    }

    /** Reads a GTIN of 8, 12, 13 or 14 digits; spaces between them are overlooked. */
    public static Gtin parse(String text) {
        String digits = KeyText.digits(text);
        return switch (digits.length()) {
            case 8, 12, 13 -> {
                int zeros = 14 - digits.length();
                try {
                    yield new Gtin(ZEROS.substring(0, zeros) + digits);
                } catch (ProblemException e) {
                    throw e.shifted(-zeros);
                }
            }
            case 14 -> new Gtin(digits);
            default ->
                throw ProblemException.of(
                        "length", -1, "A GTIN has %d characters.".formatted(digits.length()), "8, 12, 13 or 14 digits");
        };
    }

    @Override
    public Scheme scheme() {
        return Scheme.GTIN;
    }

    @Override
    public String primary() {
        return digits;
    }

    @Override
    public boolean isInstance() {
        return false;
    }

    /** The shortest form: GTIN-8, 12, 13 or 14, by the number of leading zeros. */
    public String shortForm() {
        if (digits.startsWith(ZEROS)) {
            return digits.substring(6);
        }
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    @Override
    public String toString() {
        return digits;
    }
}
