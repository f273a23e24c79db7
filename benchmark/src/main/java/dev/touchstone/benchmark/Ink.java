package dev.touchstone.benchmark;

/** Colours of drawings by what they mean; the page has them for light, dark and paper. */
enum Ink {
    TEXT,
    MUTED,
    /** Grid and axes. */
    LINE,
    /** Peers, and all that has no meaning of its own. */
    MARK,
    /** The benchmark, or the selected thing. */
    GOLD,
    GOOD,
    BAD,
    ATTENTION,
    /** The area of an interval. */
    BAND,
    /** The ground of the drawing. */
    CARD;

    String fill() {
        return "f-" + word();
    }

    String stroke() {
        return "s-" + word();
    }

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Ink of(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> GOOD;
            case WORSE -> BAD;
            case HIGHER, LOWER -> ATTENTION;
            case NOT_DISTINGUISHABLE, NOT_RANKED -> MARK;
        };
    }
}
