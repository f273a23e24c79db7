package dev.touchstone.verify;

/** What does not fit in the journey of a thing. */
public enum CaseKind {
    /** Seen in two places too far apart for the time between. */
    IMPOSSIBLE_TRAVEL,
    /** Sent to one country, arrived in another. */
    DIVERSION
}
