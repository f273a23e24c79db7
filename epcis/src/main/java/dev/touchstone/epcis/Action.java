package dev.touchstone.epcis;

/** How an event relates to the life of what it names. */
public enum Action {
    /** Comes into being, or is joined. */
    ADD,
    /** Is seen, unchanged. */
    OBSERVE,
    /** Ceases to be, or is parted. */
    DELETE
}
