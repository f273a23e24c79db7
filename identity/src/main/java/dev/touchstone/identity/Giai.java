package dev.touchstone.identity;

/** Global Individual Asset Identifier, AI (8004): company prefix and a reference of up to 30 characters together. */
public record Giai(String value) implements Key {

    public Giai {
        Rules.text("A GIAI", value, 4, 30, Cset.SET82);
        Rules.companyPrefix("A GIAI", value);
    }

    public static Giai parse(String text) {
        return new Giai(text);
    }

    @Override
    public Scheme scheme() {
        return Scheme.GIAI;
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
