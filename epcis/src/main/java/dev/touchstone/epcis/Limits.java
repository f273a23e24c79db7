package dev.touchstone.epcis;

/**
 * How much of a document is read before it is refused with {@link LimitExceeded}.
 *
 * @param maxBytes bytes of the whole document
 * @param maxEvents events in its event list
 * @param maxDepth nesting of objects and arrays inside one event or header field
 * @param maxTextLength characters of one string, and of one field name
 */
public record Limits(long maxBytes, int maxEvents, int maxDepth, int maxTextLength) {

    /** 64 MiB, 100,000 events, 32 levels, 1 MiB a string. */
    public static final Limits STANDARD = new Limits(64L << 20, 100_000, 32, 1 << 20);

    public Limits {
        if (maxBytes < 1 || maxEvents < 1 || maxDepth < 4 || maxTextLength < 64) {
            throw new IllegalArgumentException(
                    "Limits are too small to read any event: at least 1 byte, 1 event, 4 levels, 64 characters.");
        }
    }
}
