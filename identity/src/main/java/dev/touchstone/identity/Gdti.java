package dev.touchstone.identity;

/** Global Document Type Identifier, AI (253): the type in 13 digits, and the serial of one document (empty: the type alone). */
public record Gdti(String documentType, String serial) implements Key {

    public Gdti {
        Rules.checked("A GDTI", documentType, 13);
        try {
            Rules.text("The serial of a GDTI", serial, 0, 17, Cset.SET82);
        } catch (ProblemException e) {
            throw e.shifted(13);
        }
    }

    /** Reads 13 digits and the serial, if any, right after them. */
    public static Gdti parse(String text) {
        return new Gdti(KeyText.head(text, 0, 13), KeyText.tail(text, 13));
    }

    @Override
    public Scheme scheme() {
        return Scheme.GDTI;
    }

    @Override
    public String primary() {
        return documentType + serial;
    }

    @Override
    public boolean isInstance() {
        return !serial.isEmpty();
    }

    @Override
    public String toString() {
        return primary();
    }
}
