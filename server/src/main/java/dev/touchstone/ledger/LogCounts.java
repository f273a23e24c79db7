package dev.touchstone.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the log holds, in one look.
 *
 * @param voided events that are declared erroneous
 * @param byDay events by the UTC day of their event time, over the 60 days up to the last one
 */
public record LogCounts(
        long events,
        long voided,
        Optional<Instant> firstEventTime,
        Optional<Instant> lastEventTime,
        Optional<Instant> lastRecordTime,
        List<Day> byDay) {

    /** Events of one day. */
    public record Day(LocalDate day, long events) {}
}
