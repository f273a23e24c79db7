package dev.touchstone.verify;

import java.util.List;
import java.util.Optional;

/**
 * Something that does not fit in the journey of a thing, with what it is made of.
 *
 * @param epc the thing: where several were in one container, that container
 * @param text its human-readable form
 * @param sentence what happened, for people
 * @param from the sighting at which it begins
 * @param to the sighting at which it ends
 * @param speedKmh the lowest speed that would explain both sightings; of impossible travel only
 * @param units product units concerned, the contents of a container counted
 * @param eventIDs the events that prove it
 */
public record Case(
        CaseKind kind,
        String epc,
        String text,
        String sentence,
        Sighting from,
        Sighting to,
        Optional<Double> distanceKm,
        Optional<Double> speedKmh,
        int units,
        List<String> eventIDs) {}
