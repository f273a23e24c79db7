package dev.touchstone.trace;

import java.util.Optional;

/**
 * Conditions on things, all of which must hold.
 *
 * @param text beginning of a serial, a lot or an identifier
 * @param product canonical class of a GTIN
 * @param location canonical; the places inside it count too
 * @param whereabouts what kind of place it is at
 */
public record UnitFilter(
        Optional<String> text,
        Optional<ItemKind> kind,
        Optional<ItemState> state,
        Optional<String> product,
        Optional<String> lot,
        Optional<String> location,
        Optional<Whereabouts> whereabouts) {}
