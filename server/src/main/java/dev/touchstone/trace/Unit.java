package dev.touchstone.trace;

import dev.touchstone.masterdata.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A thing as it stands, now or at a past time.
 *
 * @param disposition the last one that an event gave it, as is {@code bizStep}
 * @param location where it is: the newest place among its own and those of its containers
 * @param locatedThrough the container whose events give the place, when not its own
 * @param containers from the innermost outward
 * @param plant where it was made: the business location of the event that made it
 * @param line the read point of that event
 * @param events how many events name it; those that are declared erroneous do not count
 */
public record Unit(
        Identifier identifier,
        Optional<ProductName> product,
        ItemState state,
        Optional<String> disposition,
        List<String> persistentDispositions,
        Optional<String> bizStep,
        Optional<Location> location,
        Optional<Instant> locationSince,
        Optional<String> locatedThrough,
        List<String> containers,
        Optional<Instant> commissionedAt,
        Optional<Location> plant,
        Optional<Location> line,
        Optional<String> lot,
        Optional<LocalDate> expiry,
        Optional<Instant> lastEventTime,
        int events) {}
