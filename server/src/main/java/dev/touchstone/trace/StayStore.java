package dev.touchstone.trace;

import dev.touchstone.database.CopyBuffer;
import dev.touchstone.database.Times;
import dev.touchstone.ledger.EventKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes the stays of things in containers. Writing is for the one writer: its buffers are reused. */
final class StayStore {
    static final String COLUMNS = "child, parent, kind, since, since_key, until, until_key";
    private static final String IN_AT = "parent = ? AND since <= ? AND (until IS NULL OR until > ?)";
    private static final int FIELDS = 7;
    private static final ContainmentKind[] KINDS = ContainmentKind.values();

    private final CopyBuffer fresh = new CopyBuffer();
    private final CopyBuffer ended = new CopyBuffer();

    /** The stays of these things that have not ended, by thing. */
    static Map<String, List<Stay>> open(Collection<String> children, Connection connection) throws SQLException {
        Map<String, List<Stay>> open = new HashMap<>();
        if (children.isEmpty()) {
            return open;
        }
        String sql = "SELECT " + COLUMNS + " FROM containment WHERE child = ANY (?) AND until IS NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, children));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Stay stay = stay(rows);
                    open.computeIfAbsent(stay.child(), _ -> new ArrayList<>(1)).add(stay);
                }
            }
        }
        return open;
    }

    /** The stays of these things that began up to a time, as if nothing had happened after it, by thing. */
    static Map<String, List<Stay>> upTo(Instant asOf, Collection<String> children, Connection connection)
            throws SQLException {
        Map<String, List<Stay>> stays = new HashMap<>();
        String sql = "SELECT " + COLUMNS + " FROM containment WHERE child = ANY (?) AND since <= ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, children));
            statement.setObject(2, Times.stored(asOf));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Stay stay = stay(rows);
                    boolean endsLater = !stay.isOpen() && stay.until().isAfter(asOf);
                    stays.computeIfAbsent(stay.child(), _ -> new ArrayList<>(1))
                            .add(endsLater ? stay.ended(null, null) : stay);
                }
            }
        }
        return stays;
    }

    /** A row of {@link #COLUMNS}. */
    static Stay stay(ResultSet row) throws SQLException {
        byte[] untilKey = row.getBytes(7);
        return new Stay(
                row.getString(1),
                row.getString(2),
                KINDS[row.getShort(3)],
                Times.read(row, 4),
                EventKey.of(row.getBytes(5)),
                Times.read(row, 6),
                untilKey == null ? null : EventKey.of(untilKey));
    }

    /** What may have been in these containers when they were emptied, and whether it is known to have left since. */
    static Map<String, Boolean> contentsAt(Collection<Emptying> emptyings, Connection connection) throws SQLException {
        if (emptyings.isEmpty()) {
            return Map.of();
        }
        String sql = """
                SELECT c.child, bool_or(c.until IS NOT NULL) FROM unnest(?::text[], ?::timestamptz[]) AS emptied (container, at)
                JOIN containment c ON c.parent = emptied.container AND c.since <= emptied.at
                WHERE c.until IS NULL OR c.until >= emptied.at
                GROUP BY c.child""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    ItemStore.texts(
                            connection,
                            emptyings.stream().map(Emptying::container).toList()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            emptyings.stream()
                                    .map(emptying -> Times.text(emptying.at().time()))
                                    .toArray()));
            Map<String, Boolean> contents = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    contents.put(rows.getString(1), rows.getBoolean(2));
                }
            }
            return contents;
        }
    }

    /** What was taken out of these containers by events of these keys. */
    static Set<String> takenOut(Collection<String> containers, List<EventKey> by, Connection connection)
            throws SQLException {
        if (containers.isEmpty()) {
            return Set.of();
        }
        String sql = "SELECT DISTINCT child FROM containment WHERE parent = ANY (?) AND until_key = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ItemStore.texts(connection, containers));
            statement.setArray(2, EventKey.array(connection, by));
            Set<String> children = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    children.add(rows.getString(1));
                }
            }
            return children;
        }
    }

    /** What was directly in a container at a time, the first ones by identifier. */
    static List<String> contents(String container, Instant asOf, int count, Connection connection) throws SQLException {
        String sql = "SELECT DISTINCT child FROM containment WHERE " + IN_AT + " ORDER BY child LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindInAt(statement, container, asOf);
            statement.setInt(4, count);
            List<String> contents = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    contents.add(rows.getString(1));
                }
            }
            return contents;
        }
    }

    static int countContents(String container, Instant asOf, Connection connection) throws SQLException {
        String sql = "SELECT count(DISTINCT child) FROM containment WHERE " + IN_AT;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bindInAt(statement, container, asOf);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void bindInAt(PreparedStatement statement, String container, Instant asOf) throws SQLException {
        statement.setString(1, container);
        statement.setObject(2, Times.stored(asOf));
        statement.setObject(3, Times.stored(asOf));
    }

    static void delete(Collection<String> children, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM containment WHERE child = ANY (?)")) {
            statement.setArray(1, ItemStore.texts(connection, children));
            statement.executeUpdate();
        }
    }

    /** Notes a stay that is not in the table. */
    void insert(Stay stay) {
        put(stay, fresh);
    }

    /** Notes the end of a stay that is in the table. */
    void end(Stay stay) {
        put(stay, ended);
    }

    /** Writes what was noted. */
    void flush(Connection connection) throws SQLException {
        fresh.copyInto(connection, "containment (" + COLUMNS + ")");
        if (ended.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TEMPORARY TABLE IF NOT EXISTS ended_stay (LIKE containment) ON COMMIT DELETE ROWS");
            ended.copyInto(connection, "ended_stay (" + COLUMNS + ")");
            statement.execute("""
                    UPDATE containment c SET until = e.until, until_key = e.until_key FROM ended_stay e
                    WHERE c.child = e.child AND c.since = e.since AND c.since_key = e.since_key AND c.parent = e.parent""");
            statement.execute("TRUNCATE ended_stay");
        }
    }

    private static void put(Stay stay, CopyBuffer rows) {
        rows.row(FIELDS)
                .text(stay.child())
                .text(stay.parent())
                .int2(stay.kind().ordinal())
                .time(stay.since())
                .bytea(stay.sinceKey().bytes())
                .time(stay.until())
                .bytea(stay.untilKey() == null ? null : stay.untilKey().bytes());
    }
}
