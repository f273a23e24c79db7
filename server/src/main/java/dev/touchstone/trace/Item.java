package dev.touchstone.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A thing with an identity of its own, as its events leave it. Texts and times that are not known are null.
 *
 * @param productClass canonical class, such as {@code https://id.gs1.org/01/09521321000018}
 * @param disposition the last one that an event gave it, as is {@code bizStep}
 * @param location last place from its own events: business location, else read point; canonical
 * @param inTransit whether its last event that says where or why sent it off
 * @param parent the container (aggregation) that it is in
 * @param made where and when it came into being
 * @param last the last event that names it or empties its container
 * @param events how many events name it
 */
record Item(
        String epc,
        ItemKind kind,
        String productClass,
        ItemState state,
        String disposition,
        List<String> persistentDispositions,
        String bizStep,
        String location,
        Instant locatedAt,
        boolean inTransit,
        String parent,
        Making made,
        String lot,
        LocalDate expiry,
        Instant firstEventTime,
        Moment last,
        int events) {

    /**
     * The event that made a thing.
     *
     * @param location business location: the plant; null where it has none
     * @param readPoint the line; null where it has none
     */
    record Making(Instant at, String location, String readPoint) {}
}
