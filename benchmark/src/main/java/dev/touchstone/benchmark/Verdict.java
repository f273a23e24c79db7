package dev.touchstone.benchmark;

/** What can be said of a group against its reference once chance is allowed for. */
public enum Verdict {
    BETTER("better"),
    WORSE("worse"),
    /** Above the reference, for a measure without a good direction. */
    HIGHER("higher"),
    /** Below the reference, for a measure without a good direction. */
    LOWER("lower"),
    NOT_DISTINGUISHABLE("not distinguishable"),
    /** Too little data to take part; the note of the row says why. */
    NOT_RANKED("not ranked");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
