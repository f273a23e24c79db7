package dev.touchstone.verify;

import dev.touchstone.masterdata.Location;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One thing's part in one event or scan: it was seen at a place at a time.
 *
 * @param eventID empty for a scan
 * @param location where it was seen; empty where the event does not say
 * @param carriers the containers, from the innermost outward, of which the event is known as well: up to the one that it names instead
 *     of the thing, or the one that it names beside the thing; none where it names the thing alone
 * @param own whether the event names the thing itself
 * @param bizStep word of the CBV, or URI
 * @param destination country to which the event says it goes, ISO 3166-1 alpha-2
 */
record Passing(
        Instant at,
        Optional<String> eventID,
        Optional<Location> location,
        List<String> carriers,
        boolean own,
        Optional<String> bizStep,
        Optional<String> destination) {

    /** A scan at a place. */
    static Passing scan(Instant at, Location location) {
        return new Passing(
                at, Optional.empty(), Optional.of(location), List.of(), true, Optional.empty(), Optional.empty());
    }

    Optional<String> country() {
        return location.flatMap(Location::country);
    }

    Sighting sighting() {
        return new Sighting(at, location.orElseThrow());
    }

    /** What the event names: the outermost container it is known through, or the thing itself. */
    String carrierOf(String thing) {
        return own ? thing : carriers.getLast();
    }

    /**
     * Whether both are known of one container that the thing was in. What is odd between them is then the container's matter, and not
     * once more that of everything in it.
     */
    boolean sharedWith(Passing other) {
        return !Collections.disjoint(carriers, other.carriers);
    }
}
