package dev.touchstone.identity;

/** A lot of trade item pieces: ITIP and lot number, AIs (8006) and (10). Has a Digital Link but no EPC URN. */
public record ItipLot(Itip itip, String lot) implements Key {

    public ItipLot {
        if (itip.isInstance()) {
            throw ProblemException.of("serial", -1, "A lot of pieces has no serial.", "an ITIP without serial");
        }
        Rules.text("A lot number", lot, 1, 20, Cset.SET82);
    }

    static ItipLot ofElements(String primary, String lot) {
        return new ItipLot(Itip.ofElements(primary, ""), lot);
    }

    @Override
    public Scheme scheme() {
        return Scheme.ITIP_LOT;
    }

    @Override
    public String primary() {
        return itip.primary();
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
