package dev.touchstone.identity;

/**
 * Component/Part Identifier, AI (8010), and the serial of one such part, AI (8011).
 *
 * @param part company prefix and part reference, up to 30 of digits, A to Z, # - /
 * @param serial up to 12 digits without leading zero; empty: the type of part alone
 */
public record Cpid(String part, String serial) implements Key {

    public Cpid {
        Rules.text("A CPID", part, 4, 30, Cset.SET39);
        Rules.companyPrefix("A CPID", part);
        Rules.text("A CPID serial", serial, 0, 12, Cset.NUMERIC);
        ContentRules.noLeadingZero(serial, 0, serial.length());
    }

    /** Reads an element string, a Digital Link or an EPC URN. */
    public static Cpid parse(String text) {
        return KeyText.parse(text, Cpid.class);
    }

    @Override
    public Scheme scheme() {
        return Scheme.CPID;
    }

    @Override
    public String primary() {
        return part;
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
