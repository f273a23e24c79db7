package dev.touchstone.ledger;

import dev.touchstone.database.Times;
import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the log over a connection. What is asked <em>up to</em> a record number is answered as if the log ended there. An event
 * <em>counts</em> when it is no error declaration and none declares it erroneous.
 */
public final class Log {
    private static final String COLUMNS = """
            v.record_no, v.record_time, v.event_key, v.event_hash, v.event_id, v.voids, v.event_type, v.action,
            v.event_time, v.zone_minutes, v.biz_step, v.disposition, v.persistent_set, v.persistent_unset,
            v.read_point, v.biz_location, v.transformation_id, v.lot, v.expiry""";

    private static final EventType[] TYPES = EventType.values();
    private static final Action[] ACTIONS = Action.values();
    private static final Role[] ROLES = Role.values();

    private final Connection connection;
    private final long lastRecordNo;

    private Log(Connection connection, long lastRecordNo) {
        this.connection = connection;
        this.lastRecordNo = lastRecordNo;
    }

    /** The whole log. */
    public static Log over(Connection connection) {
        return new Log(connection, Long.MAX_VALUE);
    }

    /** The log as if it ended with that event. */
    public static Log upTo(long recordNo, Connection connection) {
        return new Log(connection, recordNo);
    }

    /** Events that count and name any of these things. */
    public List<LoggedEvent> naming(Collection<String> epcs) throws SQLException {
        return counted("""
                v.record_no IN (SELECT record_no FROM event_epc WHERE epc = ANY (?))""", connection.createArrayOf("text", epcs.toArray()));
    }

    /** Events that count and empty any of these containers. */
    public List<LoggedEvent> emptying(Collection<String> containers) throws SQLException {
        return counted(
                """
                v.record_no IN (SELECT record_no FROM event_epc WHERE epc = ANY (?) AND role = %d)
                AND v.event_type IN (%d, %d) AND v.action = %d
                AND NOT EXISTS (SELECT FROM event_epc c WHERE c.record_no = v.record_no AND c.role = %d)""".formatted(
                                Role.PARENT.ordinal(),
                                EventType.AGGREGATION.ordinal(),
                                EventType.ASSOCIATION.ordinal(),
                                Action.DELETE.ordinal(),
                                Role.CHILD.ordinal()),
                connection.createArrayOf("text", containers.toArray()));
    }

    /** A stretch of event time in the life of a thing, both ends included. */
    public record Span(String epc, Instant from, Instant to) {}

    /** Events that name a thing within a span, whether they count or not. */
    public List<LoggedEvent> within(Collection<Span> spans) throws SQLException {
        return select(
                """
                v.record_no IN (
                    SELECT m.record_no FROM unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) AS s (epc, since, until)
                    JOIN event_epc m ON m.epc = s.epc AND m.event_time BETWEEN s.since AND s.until)""",
                connection.createArrayOf("text", spans.stream().map(Span::epc).toArray()),
                times(spans, Span::from),
                times(spans, Span::to));
    }

    private Array times(Collection<Span> spans, Function<Span, Instant> end) throws SQLException {
        return connection.createArrayOf(
                "timestamptz",
                spans.stream().map(span -> Times.text(end.apply(span))).toArray());
    }

    /** Events of these keys, whether they count or not. */
    public List<LoggedEvent> withKeys(Collection<EventKey> keys) throws SQLException {
        return select("v.event_key = ANY (?)", EventKey.array(connection, keys));
    }

    /** Up to {@code limit} events after one, whether they count or not, in the order of the log. */
    List<LoggedEvent> after(long recordNo, int limit) throws SQLException {
        return select("v.record_no > ? ORDER BY v.record_no LIMIT " + limit, recordNo);
    }

    /** Which of these keys an event declares erroneous. */
    public Set<EventKey> voided(Collection<EventKey> keys) throws SQLException {
        Set<EventKey> voided = new HashSet<>();
        String sql = "SELECT voids FROM event WHERE voids = ANY (?) AND record_no <= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, EventKey.array(connection, keys));
            statement.setLong(2, lastRecordNo);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    voided.add(EventKey.of(rows.getBytes(1)));
                }
            }
        }
        return voided;
    }

    private List<LoggedEvent> counted(String condition, Object parameter) throws SQLException {
        return select(
                condition
                        + " AND v.voids IS NULL AND NOT EXISTS (SELECT FROM event d WHERE d.voids = v.event_key AND d.record_no <= %d)"
                                .formatted(lastRecordNo),
                parameter);
    }

    private List<LoggedEvent> select(String condition, Object... parameters) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM event v WHERE v.record_no <= ? AND " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, lastRecordNo);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(2 + i, parameters[i]);
            }
            List<LoggedEvent> events = new ArrayList<>();
            Map<Long, List<Thing>> things = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<Thing> own = new ArrayList<>(1);
                    things.put(rows.getLong(1), own);
                    events.add(event(rows, own));
                }
            }
            readThings(things);
            return events;
        }
    }

    private void readThings(Map<Long, List<Thing>> byEvent) throws SQLException {
        if (byEvent.isEmpty()) {
            return;
        }
        String sql = "SELECT record_no, epc, role, is_class, quantity, uom FROM event_epc WHERE record_no = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", byEvent.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    byEvent.get(rows.getLong(1))
                            .add(new Thing(
                                    rows.getString(2),
                                    ROLES[rows.getShort(3)],
                                    rows.getBoolean(4),
                                    rows.getBigDecimal(5),
                                    rows.getString(6)));
                }
            }
        }
    }

    private static LoggedEvent event(ResultSet row, List<Thing> things) throws SQLException {
        short action = row.getShort(8);
        return new LoggedEvent(
                row.getLong(1),
                Times.read(row, 2),
                EventKey.of(row.getBytes(3)),
                EventKey.of(row.getBytes(4)),
                row.getString(5),
                row.getBytes(6) == null ? null : EventKey.of(row.getBytes(6)),
                TYPES[row.getShort(7)],
                row.getObject(8) == null ? null : ACTIONS[action],
                Times.read(row, 9),
                row.getShort(10),
                row.getString(11),
                row.getString(12),
                texts(row, 13),
                texts(row, 14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getObject(19, LocalDate.class),
                things);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
