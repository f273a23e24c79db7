package dev.touchstone.trace;

import dev.touchstone.masterdata.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the log says of one thing.
 *
 * @param timeline newest first
 * @param containment in the order in which the stays began
 * @param contents what is directly in it, the first 100
 * @param sightings places in the order of event time
 */
public record UnitTrace(
        Optional<Instant> asOf,
        Unit unit,
        List<TimelineEntry> timeline,
        List<ContainmentInterval> containment,
        List<String> contents,
        int contentsCount,
        Genealogy genealogy,
        List<Sighting> sightings) {

    /**
     * An event of the thing, or of a container while it was inside.
     *
     * @param eventTimeZoneOffset such as {@code +01:00}
     * @param type such as {@code ObjectEvent}
     * @param role the part that the thing plays; {@code container} when the event names a container that it was in
     * @param through that container
     * @param persistentDispositions those that the event sets
     * @param late recorded after an event of this timeline that happened later
     * @param voided declared erroneous
     * @param contradiction why the event does not fit what went before
     * @param parent the parent that the event names, where that is another thing
     * @param children how many children the event names
     */
    public record TimelineEntry(
            String eventID,
            Instant eventTime,
            String eventTimeZoneOffset,
            Instant recordTime,
            String type,
            Optional<String> action,
            Part role,
            Optional<String> through,
            Optional<String> bizStep,
            Optional<String> disposition,
            List<String> persistentDispositions,
            Optional<Location> readPoint,
            Optional<Location> bizLocation,
            boolean late,
            boolean voided,
            Optional<String> contradiction,
            Optional<String> parent,
            int children) {}

    /** The part that a thing plays in an event. */
    public enum Part {
        EPC,
        PARENT,
        CHILD,
        INPUT,
        OUTPUT,
        CONTAINER
    }

    /**
     * When the thing was in a container.
     *
     * @param until half-open; absent while it is in
     * @param depth 1: directly; 2: in a container that is in it; and so on
     */
    public record ContainmentInterval(
            String container, Instant since, Optional<Instant> until, ContainmentKind kind, int depth) {}

    /**
     * A place where the thing was.
     *
     * @param through the container that was seen there, when not the thing itself
     */
    public record Sighting(Instant at, Location location, Optional<String> bizStep, Optional<String> through) {}
}
