package dev.touchstone.masterdata;

import java.util.Optional;

/** What a place is for. */
public enum LocationKind {
    PLANT,
    LINE,
    CENTRE,
    SHOP,
    OTHER;

    /** The kind of a word of master data, whatever its case; empty where it is none of the five. */
    static Optional<LocationKind> parse(String word) {
        for (LocationKind kind : values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
