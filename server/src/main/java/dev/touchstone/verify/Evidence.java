package dev.touchstone.verify;

import dev.touchstone.serial.Serials.Origin;
import dev.touchstone.trace.ItemState;
import dev.touchstone.verify.Travel.Jump;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a unit whose code was scanned, at the moment of judgement.
 *
 * @param label what the code itself says
 * @param origin whether this server issued the serial number
 * @param life what the log says; empty where it names no such unit
 * @param jumps journeys that one thing cannot have made, over sightings by events and by scans
 * @param scans earlier scans of the code
 * @param now the moment of judgement
 */
record Evidence(
        Label label,
        Origin origin,
        Optional<Life> life,
        List<Jump> jumps,
        List<Diversion> diversions,
        Scans scans,
        Instant now) {

    /** Lot and expiry as the scanned code gives them. */
    record Label(Optional<String> lot, Optional<LocalDate> expiry) {
        static final Label BARE = new Label(Optional.empty(), Optional.empty());
    }

    /**
     * One thing that an event says.
     *
     * @param place city and country, or country, where it is known
     */
    record Fact(Instant at, Optional<String> place, String eventID) {}

    /** An event that does not fit what went before, and why. */
    record Contradiction(Fact event, String why, boolean soldAgain) {}

    /**
     * What the log says of the unit.
     *
     * @param since the event that led to {@code state}; empty where the unit was only ever observed
     * @param activated the event that made it
     */
    record Life(
            ItemState state,
            Optional<Fact> since,
            Optional<Fact> activated,
            Optional<Fact> recalled,
            Optional<Fact> stolen,
            Optional<Fact> expired,
            Optional<String> lot,
            Optional<LocalDate> expiry,
            List<Contradiction> contradictions) {

        /** This life, recalled by that event where no event of its own recalled it. */
        Life recalledAs(Fact recall) {
            return new Life(
                    state,
                    since,
                    activated,
                    recalled.or(() -> Optional.of(recall)),
                    stolen,
                    expired,
                    lot,
                    expiry,
                    contradictions);
        }
    }

    /** Earlier scans, and when the last one was. */
    record Scans(int count, Optional<Instant> last) {
        static final Scans NONE = new Scans(0, Optional.empty());
    }
}
