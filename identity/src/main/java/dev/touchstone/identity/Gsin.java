package dev.touchstone.identity;

/** Global Shipment Identification Number, AI (402): the shipment of a seller to a buyer. */
public record Gsin(String digits) implements Key {

    public Gsin {
        Rules.checked("A GSIN", digits, 17);
    }

    /** Reads 17 digits; spaces between them are overlooked. */
    public static Gsin parse(String text) {
        return new Gsin(KeyText.digits(text));
    }

    @Override
    public Scheme scheme() {
        return Scheme.GSIN;
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
