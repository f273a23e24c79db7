package dev.touchstone.identity;

/** Global Service Relation Number of a recipient, AI (8018). */
public record Gsrn(String digits) implements Key {

    public Gsrn {
        Rules.checked("A GSRN", digits, 18);
    }

    /** Reads 18 digits; spaces between them are overlooked. */
    public static Gsrn parse(String text) {
        return new Gsrn(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.GSRN;
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
