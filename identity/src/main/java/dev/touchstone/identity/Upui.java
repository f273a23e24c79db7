package dev.touchstone.identity;

/** Unit pack identifier of tobacco products: GTIN and the serial a third party controls, AIs (01) and (235). */
public record Upui(Gtin gtin, String serial) implements Key {

    public Upui {
        Rules.text("A third-party serial", serial, 1, 28, Cset.SET82);
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Upui parse(String text) {
        return KeyText.parse(text, Upui.class);
    }

    public static Upui of(String gtin, String serial) {
        return new Upui(Gtin.parse(gtin), serial);
    }

    @Override
    public Scheme scheme() {
        return Scheme.UPUI;
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
