package dev.touchstone.trace;

import dev.touchstone.database.Times;
import dev.touchstone.ledger.EventKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the table of what was made of what, as it was at a time. */
final class GenealogyStore {
    private static final Genealogy.Making[] KINDS = Genealogy.Making.values();

    private final Connection connection;
    private final Instant asOf;

    GenealogyStore(Connection connection, Instant asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    /** An input and an output of one transformation; the event names the output. */
    record Link(String input, String output, Instant at, EventKey event, Genealogy.Making kind) {}

    /** How much of a thing went into or came out of transformations. */
    record Amount(BigDecimal quantity, String uom) {}

    /** Up to {@code limit} links of these things with their inputs ({@code up}), or with what they were made into. */
    List<Link> links(Collection<String> epcs, boolean up, int limit) throws SQLException {
        String sql = """
                SELECT DISTINCT ON (used.epc, made.epc) used.epc, made.epc, made.event_time, made.event_key, made.kind
                FROM genealogy %s JOIN genealogy %s ON made.transformation = used.transformation
                WHERE %s.epc = ANY (?) AND made.output AND NOT used.output AND made.event_time <= ? AND used.event_time <= ?
                  AND made.epc <> used.epc
                ORDER BY used.epc, made.epc, made.event_time, made.event_key LIMIT ?""".formatted(up ? "made" : "used", up ? "used" : "made", up ? "made" : "used");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, epcs));
            statement.setObject(2, Times.stored(asOf));
            statement.setObject(3, Times.stored(asOf));
            statement.setInt(4, limit);
            List<Link> links = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    links.add(new Link(
                            rows.getString(1),
                            rows.getString(2),
                            Times.read(rows, 3),
                            EventKey.of(rows.getBytes(4)),
                            KINDS[rows.getShort(5)]));
                }
            }
            return links;
        }
    }

    /** How many different inputs ({@code up}) or outputs these things have in all, by thing. */
    Map<String, Integer> neighbours(Collection<String> epcs, boolean up) throws SQLException {
        String sql = """
                SELECT own.epc, count(DISTINCT other.epc) FROM genealogy own
                JOIN genealogy other ON other.transformation = own.transformation AND other.output <> own.output
                WHERE own.epc = ANY (?) AND own.output = ? AND own.event_time <= ? AND other.event_time <= ?
                  AND other.epc <> own.epc
                GROUP BY own.epc""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, epcs));
            statement.setBoolean(2, up);
            statement.setObject(3, Times.stored(asOf));
            statement.setObject(4, Times.stored(asOf));
            Map<String, Integer> counts = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getInt(2));
                }
            }
            return counts;
        }
    }

    /** How much of these things the events name; a thing with amounts in several units is left out. */
    Map<String, Amount> amounts(Collection<String> epcs, Collection<EventKey> events) throws SQLException {
        String sql = """
                SELECT epc, sum(quantity), min(uom) FROM genealogy
                WHERE epc = ANY (?) AND transformation IN (SELECT transformation FROM genealogy WHERE event_key = ANY (?) AND epc = ANY (?))
                  AND event_time <= ? AND quantity IS NOT NULL
                GROUP BY epc HAVING count(DISTINCT coalesce(uom, '')) = 1""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, epcs));
            statement.setArray(2, EventKey.array(connection, events));
            statement.setArray(3, ItemStore.texts(connection, epcs));
            statement.setObject(4, Times.stored(asOf));
            Map<String, Amount> amounts = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    amounts.put(rows.getString(1), new Amount(rows.getBigDecimal(2), rows.getString(3)));
                }
            }
            return amounts;
        }
    }
}
