package dev.touchstone.epcis;

/** A document larger than {@link Limits} allows. Reading stopped at once; what was read of it must not be stored. */
public final class LimitExceeded extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final long maximum;

    LimitExceeded(Kind kind, long maximum) {
        super(kind.sentence.formatted(maximum), null, false, false);
        this.kind = kind;
        this.maximum = maximum;
    }

    public Kind kind() {
        return kind;
    }

    public long maximum() {
        return maximum;
    }

    /** Which limit. */
    public enum Kind {
        BYTES("The document is longer than %,d bytes."),
        EVENTS("The document holds more than %,d events."),
        DEPTH("The document nests deeper than %,d levels."),
        TEXT_LENGTH("The document holds a text, name or number longer than %,d characters.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }
}
