package dev.touchstone.ledger;

import dev.touchstone.database.CopyBuffer;
import dev.touchstone.database.Times;
import dev.touchstone.epcis.Reference;
import dev.touchstone.epcis.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds to the log. For the one writer: its buffer is reused. */
final class LogStore {
    private static final String EVENT = """
            event (event_key, record_no, record_time, event_hash, event_id, voids, event_type, action, event_time,
            zone_minutes, biz_step, disposition, persistent_set, persistent_unset, read_point, biz_location,
            transformation_id, lot, expiry, capture_id, body, context)""";
    private static final int EVENT_FIELDS = 22;
    private static final String EVENT_EPC = "event_epc (epc, event_time, record_no, role, is_class, quantity, uom)";
    private static final String EVENT_REFERENCE = "event_reference (record_no, kind, type, value)";

    private final CopyBuffer buffer = new CopyBuffer();

    /** An event to be written: what it is, and the capture that brought it. */
    record Row(LoggedEvent event, Entry entry, UUID captureId) {}

    /** The hashes of the events that the log has, of these keys. */
    Map<EventKey, EventKey> hashes(Collection<EventKey> keys, Connection connection) throws SQLException {
        Map<EventKey, EventKey> hashes = new HashMap<>();
        String sql = "SELECT event_key, event_hash FROM event WHERE event_key = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, EventKey.array(connection, keys));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    hashes.put(EventKey.of(rows.getBytes(1)), EventKey.of(rows.getBytes(2)));
                }
            }
        }
        return hashes;
    }

    void addEvents(List<Row> rows, Connection connection) throws SQLException {
        buffer.copyInto(connection, EVENT, rows, LogStore::putEvent);
        buffer.copyInto(connection, EVENT_EPC, rows, LogStore::putThings);
        if (rows.stream().anyMatch(row -> !row.entry().references().isEmpty())) {
            buffer.copyInto(connection, EVENT_REFERENCE, rows, LogStore::putReferences);
        }
    }

    private static void putEvent(CopyBuffer into, Row row) {
        LoggedEvent event = row.event();
        into.row(EVENT_FIELDS)
                .bytea(event.key().bytes())
                .int8(event.recordNo())
                .time(event.recordTime())
                .bytea(event.hash().bytes())
                .text(event.givenId())
                .bytea(event.voids() == null ? null : event.voids().bytes())
                .int2(event.type().ordinal());
        if (event.action() == null) {
            into.absent();
        } else {
            into.int2(event.action().ordinal());
        }
        into.time(event.time())
                .int2(event.zoneMinutes())
                .text(event.bizStep())
                .text(event.disposition())
                .texts(event.persistentSet().isEmpty() ? null : event.persistentSet())
                .texts(event.persistentUnset().isEmpty() ? null : event.persistentUnset())
                .text(event.readPoint())
                .text(event.bizLocation())
                .text(event.transformationId())
                .text(event.lot())
                .date(event.expiry())
                .uuid(row.captureId())
                .text(row.entry().body())
                .text(row.entry().context());
    }

    private static void putThings(CopyBuffer into, Row row) {
        LoggedEvent event = row.event();
        for (Thing thing : event.things()) {
            into.row(7)
                    .text(thing.epc())
                    .time(event.time())
                    .int8(event.recordNo())
                    .int2(thing.role().ordinal())
                    .bool(thing.isClass())
                    .numeric(thing.quantity())
                    .text(thing.uom());
        }
    }

    private static void putReferences(CopyBuffer into, Row row) {
        for (Reference reference : row.entry().references()) {
            into.row(4)
                    .int8(row.event().recordNo())
                    .int2(reference.kind().ordinal())
                    .text(reference.type().map(Term::value).orElse(null))
                    .text(reference.id().canonical());
        }
    }

    void addJobs(Collection<CaptureJob> jobs, Connection connection) throws SQLException {
        String sql =
                "INSERT INTO capture_job (capture_id, created_at, finished_at, events, duplicates) VALUES (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (CaptureJob job : jobs) {
                statement.setObject(1, job.captureId());
                statement.setObject(2, job.createdAt().atOffset(ZoneOffset.UTC));
                statement.setObject(3, job.finishedAt().atOffset(ZoneOffset.UTC));
                statement.setInt(4, job.events());
                statement.setInt(5, job.duplicates());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The end of the log: its last event's number and time; 0 and the epoch when it is empty. */
    record End(long recordNo, Instant recordTime) {}

    End end(Connection connection) throws SQLException {
        String sql = "SELECT record_no, record_time FROM event ORDER BY record_no DESC LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? new End(rows.getLong(1), Times.read(rows, 2)) : new End(0, Instant.EPOCH);
        }
    }
}
