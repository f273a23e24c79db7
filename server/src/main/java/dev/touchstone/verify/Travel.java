package dev.touchstone.verify;

import dev.touchstone.masterdata.Coordinates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether one thing can have been at two places at the times at which it was seen there. It cannot where it would have had
 * to travel faster than an airliner, even if both places and both clocks are as wrong as they may be.
 */
final class Travel {

    /** Cruising speed of an airliner. */
    static final double FASTEST_KMH = 900;

    /** How far apart two places may be of which the distance says zero, and how much nearer than it says: a large city with its airport. */
    static final double PLACE_UNCERTAINTY_KM = 50;

    /** How wrong the clocks of both ends may be together. */
    static final Duration CLOCK_UNCERTAINTY = Duration.ofMinutes(15);

    private static final double MILLIS_PER_HOUR = 3_600_000;

    private Travel() {}

    /**
     * A journey that no single thing can have made.
     *
     * @param distanceKm great-circle distance between the two places
     * @param speedKmh the lowest speed that would explain both sightings, all uncertainty granted
     */
    record Jump(Passing from, Passing to, double distanceKm, double speedKmh) {}

    /** The journey from a sighting to a later one, where it is impossible; a place without coordinates proves nothing. */
    static Optional<Jump> jump(Passing from, Passing to) {
        Optional<Coordinates> start = where(from);
        Optional<Coordinates> end = where(to);
        if (start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        double distanceKm = start.get().distanceKm(end.get());
        double hours =
                Duration.between(from.at(), to.at()).plus(CLOCK_UNCERTAINTY).toMillis() / MILLIS_PER_HOUR;
        double speedKmh = (distanceKm - PLACE_UNCERTAINTY_KM) / hours;
        return speedKmh > FASTEST_KMH ? Optional.of(new Jump(from, to, distanceKm, speedKmh)) : Optional.empty();
    }

    /** The impossible journeys from each sighting to the next; {@code passings} are in order of time. */
    static List<Jump> jumps(List<Passing> passings) {
        List<Jump> jumps = new ArrayList<>();
        Passing before = null;
        for (Passing passing : passings) {
            if (where(passing).isEmpty()) {
                continue;
            }
            if (before != null) {
                jump(before, passing).ifPresent(jumps::add);
            }
            before = passing;
        }
        return jumps;
    }

    private static Optional<Coordinates> where(Passing passing) {
        return passing.location().flatMap(location -> location.coordinates());
    }
}
