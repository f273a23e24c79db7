package dev.touchstone.identity;

/** A batch or lot of a product: GTIN and lot number, AIs (01) and (10). */
public record Lgtin(Gtin gtin, String lot) implements Key {

    public Lgtin {
        Rules.text("A lot number", lot, 1, 20, Cset.SET82);
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Lgtin parse(String text) {
        return KeyText.parse(text, Lgtin.class);
    }

    public static Lgtin of(String gtin, String lot) {
        return new Lgtin(Gtin.parse(gtin), lot);
    }

    @Override
    public Scheme scheme() {
        return Scheme.LGTIN;
    }

    @Override
    public String primary() {
        return gtin.digits();
    }

    @Override
    public String qualifier() {
        return lot;
    }

    @Override
    public boolean isInstance() {
        return false;
    }

    @Override
    public String toString() {
        return elementString();
    }
}
