package dev.touchstone.identity;

/** Global Coupon Number, AI (255): the offer in 13 digits, and the serial of one coupon (empty: the offer alone). */
public record Sgcn(String coupon, String serial) implements Key {

    public Sgcn {
        Rules.checked("A GCN", coupon, 13);
        try {
            Rules.text("The serial of a GCN", serial, 0, 12, Cset.NUMERIC);
        } catch (ProblemException e) {
            throw e.shifted(13);
        }
    }

    /** Reads 13 digits and the serial, if any, right after them. */
    public static Sgcn parse(String text) {
        return new Sgcn(KeyText.head(text, 0, 13), KeyText.tail(text, 13));
    }

    @Override
    public Scheme scheme() {
        return Scheme.SGCN;
    }

    @Override
    public String primary() {
        return coupon + serial;
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
