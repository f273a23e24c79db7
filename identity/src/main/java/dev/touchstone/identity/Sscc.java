package dev.touchstone.identity;

/** Serial Shipping Container Code, AI (00): one logistic unit. Extension digit, company prefix, serial reference, check digit. */
public record Sscc(String digits) implements Key {

    public Sscc {
        Rules.checked("An SSCC", digits, 18);
    }

    /** Reads 18 digits; spaces between them are overlooked. */
    public static Sscc parse(String text) {
        return new Sscc(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.SSCC;
    }

    @Override
    public String primary() {
        return digits;
    }

    @Override
    public boolean isInstance() {
        return true;
    }

    @Override
    public String toString() {
        return digits;
    }
}
