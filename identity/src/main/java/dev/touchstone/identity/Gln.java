package dev.touchstone.identity;

/** Global Location Number of a place, AI (414), without extension; as an EPC it is an SGLN with extension 0. */
public record Gln(String digits) implements Key {

    public Gln {
        Rules.checked("A GLN", digits, 13);
    }

    /** Reads 13 digits; spaces between them are overlooked. */
    public static Gln parse(String text) {
        return new Gln(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.GLN;
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
