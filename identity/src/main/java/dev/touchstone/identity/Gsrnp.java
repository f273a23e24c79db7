package dev.touchstone.identity;

/** Global Service Relation Number of a provider, AI (8017). */
public record Gsrnp(String digits) implements Key {

    public Gsrnp {
        Rules.checked("A GSRNP", digits, 18);
    }

    /** Reads 18 digits; spaces between them are overlooked. */
    public static Gsrnp parse(String text) {
        return new Gsrnp(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.GSRNP;
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
