package dev.touchstone.identity;

/** Global Returnable Asset Identifier, AI (8003): the type of a crate, keg or pallet in 13 digits, and its serial (empty: the type alone). */
public record Grai(String assetType, String serial) implements Key {

    public Grai {
        Rules.checked("A GRAI", assetType, 13);
        try {
            Rules.text("The serial of a GRAI", serial, 0, 16, Cset.SET82);
        } catch (ProblemException e) {
            throw e.shifted(13);
        }
    }

    /** Reads a filler zero, 13 digits and the serial, if any, right after them. */
    public static Grai parse(String text) {
        if (text != null && !text.isEmpty() && text.charAt(0) != '0') {
            throw ProblemException.of("filler", 0, "A GRAI begins with a filler digit.", "0 before the 13 digits");
        }
        try {
            return new Grai(KeyText.head(text, 1, 14), KeyText.tail(text, 14));
        } catch (ProblemException e) {
            throw e.shifted(1);
        }
    }

    @Override
    public Scheme scheme() {
        return Scheme.GRAI;
    }

    @Override
    public String primary() {
        return "0" + assetType + serial;
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
