package dev.touchstone.identity;

/**
 * Individual Trade Item Piece, AI (8006): one of several pieces that make up a trade item, and its serial, AI (21).
 *
 * @param piece number of the piece, from 1
 * @param total number of pieces, at most 99
 * @param serial up to 20 characters; empty: the kind of piece alone
 */
public record Itip(Gtin gtin, int piece, int total, String serial) implements Key {

    public Itip {
        if (piece < 1 || total < piece || total > 99) {
            throw ProblemException.of(
                    "piece",
                    14,
                    "Piece %d of %d is not possible.".formatted(piece, total),
                    "a piece from 1 to the total, and a total up to 99");
        }
        Rules.text("A serial number", serial, 0, 20, Cset.SET82);
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Itip parse(String text) {
        return KeyText.parse(text, Itip.class);
    }

    static Itip ofElements(String primary, String serial) {
        Rules.text("An ITIP", primary, 18, 18, Cset.NUMERIC);
        return new Itip(
                new Gtin(primary.substring(0, 14)),
                Integer.parseInt(primary, 14, 16, 10),
                Integer.parseInt(primary, 16, 18, 10),
                serial);
    }

    @Override
    public Scheme scheme() {
        return Scheme.ITIP;
    }

    @Override
    public String primary() {
        StringBuilder out = new StringBuilder(18).append(gtin.digits());
        return out.append((char) ('0' + piece / 10))
                .append((char) ('0' + piece % 10))
                .append((char) ('0' + total / 10))
                .append((char) ('0' + total % 10))
                .toString();
    }

    @Override
    public String qualifier() {
        return serial;
    }

    @Override
    public boolean isInstance() {
        return !serial.isEmpty();
    }

    @Override
    public String toString() {
        return elementString();
    }
}
