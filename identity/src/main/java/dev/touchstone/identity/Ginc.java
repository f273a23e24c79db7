package dev.touchstone.identity;

/** Global Identification Number for Consignment, AI (401): goods that a forwarder moves together. */
public record Ginc(String value) implements Key {

    public Ginc {
        Rules.text("A GINC", value, 4, 30, Cset.SET82);
        Rules.companyPrefix("A GINC", value);
    }

    public static Ginc parse(String text) {
        return new Ginc(text);
    }

    @Override
    public Scheme scheme() {
        return Scheme.GINC;
    }

    @Override
    public String primary() {
        return value;
    }

    @Override
    public boolean isInstance() {
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
