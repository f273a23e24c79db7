package dev.touchstone.epcis;

/**
 * A value from a vocabulary.
 *
 * @param text as captured: a bare word, a prefixed name, a URN or a web URI
 * @param value what it means: the bare word of the standard vocabulary such as {@code shipping}, else the full URI
 */
public record Term(String text, String value) {

    /** Whether the value is a word of the standard vocabulary. */
    public boolean isStandard() {
        return value.indexOf(':') < 0;
    }
}
