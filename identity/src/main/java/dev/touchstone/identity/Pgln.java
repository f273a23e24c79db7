package dev.touchstone.identity;

/** Global Location Number of a party, AI (417). */
public record Pgln(String digits) implements Key {

    public Pgln {
        Rules.checked("A party GLN", digits, 13);
    }

    /** Reads 13 digits; spaces between them are overlooked. */
    public static Pgln parse(String text) {
        return new Pgln(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.PGLN;
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
