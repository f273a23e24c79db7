package dev.touchstone.identity;

/** One unit of a product: GTIN and serial number, AIs (01) and (21). Serials that differ in case or leading zeros differ. */
public record Sgtin(Gtin gtin, String serial) implements Key {

    public Sgtin {
        Rules.text("A serial number", serial, 1, 20, Cset.SET82);
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Sgtin parse(String text) {
        return KeyText.parse(text, Sgtin.class);
    }

    public static Sgtin of(String gtin, String serial) {
        return new Sgtin(Gtin.parse(gtin), serial);
    }

    @Override
    public Scheme scheme() {
        return Scheme.SGTIN;
    }

    @Override
    public String primary() {
        return gtin.digits();
    }

    @Override
    public String qualifier() {
        return serial;
    }

    @Override
    public boolean isInstance() {
        return true;
    }

    @Override
    public String toString() {
        return elementString();
    }
}
