package dev.touchstone.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of things.
 *
 * @param total all that meet the conditions
 * @param next where the next page begins; empty after the last one
 */
public record UnitPage(List<Unit> units, long total, Optional<Place> next) {

    /** The last thing of the page before. */
    public record Place(Instant lastEventTime, String epc) {}
}
