package dev.touchstone.ledger;

import dev.touchstone.epcis.Context;
import dev.touchstone.epcis.VocabularyElement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction adds to the log, in the order of the log. Error declarations are already accounted for: they are in
 * neither list, and an event that is declared erroneous counts in no projection.
 *
 * @param added events that count from now on
 * @param retracted events of earlier batches that counted until now
 * @param masterData of the captures of this batch; empty when the log is read again, for the log does not keep it
 * @param lastRecordNo the last event of the log that this batch and those before it know of
 */
public record Batch(
        List<LoggedEvent> added,
        List<LoggedEvent> retracted,
        List<MasterData> masterData,
        Instant recordTime,
        long lastRecordNo) {

    /**
     * The master data in the header of one capture.
     *
     * @param context what the prefixes in it stand for
     */
    public record MasterData(UUID captureId, List<VocabularyElement> elements, Context context) {}

    /**
     * The batch of some events that follow each other in the log.
     *
     * @param before the last event of the log before them
     * @param events whose rows are in the log already
     */
    static Batch of(
            long before,
            List<LoggedEvent> events,
            List<MasterData> masterData,
            Instant recordTime,
            Connection connection)
            throws SQLException {
        if (events.isEmpty()) {
            return new Batch(List.of(), List.of(), masterData, recordTime, before);
        }
        long last = events.getLast().recordNo();
        Set<EventKey> erroneous = Log.upTo(last, connection)
                .voided(events.stream().map(LoggedEvent::key).toList());
        List<LoggedEvent> added = events.stream()
                .filter(event -> event.voids() == null && !erroneous.contains(event.key()))
                .toList();
        return new Batch(added, retracted(before, events, connection), masterData, recordTime, last);
    }

    private static List<LoggedEvent> retracted(long before, List<LoggedEvent> events, Connection connection)
            throws SQLException {
        List<EventKey> declared = events.stream()
                .map(LoggedEvent::voids)
                .filter(key -> key != null)
                .distinct()
                .toList();
        if (declared.isEmpty()) {
            return List.of();
        }
        Log earlier = Log.upTo(before, connection);
        Set<EventKey> alreadyErroneous = earlier.voided(declared);
        return earlier.withKeys(declared).stream()
                .filter(event -> !alreadyErroneous.contains(event.key()))
                .toList();
    }
}
