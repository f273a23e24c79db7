package dev.touchstone.benchmark;

/** Which way of a measure is good (ISO 22400-1 "trend"). */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    NONE;

    /** The verdict for a group that certainly lies above or below its reference. */
    Verdict verdict(boolean above) {
        return switch (this) {
            case NONE -> above ? Verdict.HIGHER : Verdict.LOWER;
            case LOWER_IS_BETTER -> above ? Verdict.WORSE : Verdict.BETTER;
            case HIGHER_IS_BETTER -> above ? Verdict.BETTER : Verdict.WORSE;
        };
    }

    /** Negative where {@code a} is better than {@code b}; without a direction, where it is lower. */
    int compare(double a, double b) {
        return this == HIGHER_IS_BETTER ? Double.compare(b, a) : Double.compare(a, b);
    }
}
