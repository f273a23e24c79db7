package dev.touchstone.epcis;

/**
 * One event as it came in.
 *
 * @param json its compact JSON, every field but {@code recordTime} and {@code @context}, in the order captured
 * @param context compact JSON array of the context entries beyond the EPCIS context which {@code json} needs
 * @param pointer its place in the document, as JSON pointer
 * @param hash its event hash id by CBV 2.0, {@code ni:///sha-256;...?ver=CBV2.0}
 */
public record CapturedEvent(Event event, String json, String context, String pointer, String hash) {

    /** The id under which it is known: the one it was given, else its hash. */
    public String id() {
        return event.eventId().orElse(hash);
    }
}
