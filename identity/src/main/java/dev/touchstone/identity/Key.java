package dev.touchstone.identity;

/**
 * A GS1 identification key. A value that exists is valid: every constructor checks lengths, character sets and check
 * digits, and throws {@link ProblemException} otherwise.
 */
public sealed interface Key extends Identifier
        permits Gtin,
                Sgtin,
                Lgtin,
                Upui,
                Itip,
                ItipLot,
                Sscc,
                Gln,
                Sgln,
                Pgln,
                Grai,
                Giai,
                Gsrn,
                Gsrnp,
                Gdti,
                Sgcn,
                Cpid,
                Ginc,
                Gsin,
                Gmn {

    Scheme scheme();

    /** The value of the scheme's Application Identifier, such as the 14 digits of a GTIN. */
    String primary();

    /** The value of the scheme's qualifying Application Identifier (serial, lot, extension); empty when there is none. */
    default String qualifier() {
        return "";
    }

    /** Whether the key names one thing (a unit, a place, a party, a shipment) rather than a class or a lot of things. */
    boolean isInstance();

    /** The canonical text: the GS1 Digital Link at id.gs1.org, such as {@code https://id.gs1.org/01/09506000134352/21/a1}. */
    default String digitalLink() {
        StringBuilder out = new StringBuilder(80).append("https://id.gs1.org/");
        appendPath(out);
        return out.toString();
    }

    @Override
    default String canonical() {
        return digitalLink();
    }

    /** The canonical text without its domain, such as {@code 01/09506000134352/21/a1}. */
    default String path() {
        StringBuilder out = new StringBuilder(60);
        appendPath(out);
        return out.toString();
    }

    /** The bracketed element string, such as {@code (01)09506000134352(21)a1}; an opening bracket in a value is escaped. */
    default String elementString() {
        Scheme scheme = scheme();
        StringBuilder out = new StringBuilder(60);
        Element.appendBracketed(out, scheme.ai(), primary());
        if (!qualifier().isEmpty()) {
            Element.appendBracketed(out, scheme.qualifierAi(), qualifier());
        }
        return out.toString();
    }

    private void appendPath(StringBuilder out) {
        Scheme scheme = scheme();
        out.append(scheme.ai()).append('/');
        Text.escape(out, primary());
        if (!qualifier().isEmpty()) {
            out.append('/').append(scheme.qualifierAi()).append('/');
            Text.escape(out, qualifier());
        }
    }
}
