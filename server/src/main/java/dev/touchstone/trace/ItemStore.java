package dev.touchstone.trace;

import dev.touchstone.database.CopyBuffer;
import dev.touchstone.database.Times;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Reads and writes the state of things. Writing is for the one writer: its buffers are reused. */
final class ItemStore {
    static final String COLUMNS = """
            epc, class, kind, state, disposition, persistent_dispositions, biz_step, location, located_at, in_transit, parent,
            commissioned_at, commissioned_location, commissioned_read_point, lot, expiry, first_event_time,
            last_event_time, last_record_no, events""";
    private static final int FIELDS = 20;
    private static final ItemKind[] KINDS = ItemKind.values();
    private static final ItemState[] STATES = ItemState.values();

    private final CopyBuffer fresh = new CopyBuffer();
    private final CopyBuffer changed = new CopyBuffer();

    /** The things of these identifiers that are known. */
    static Map<String, Item> find(Collection<String> epcs, Connection connection) throws SQLException {
        Map<String, Item> items = new HashMap<>();
        if (epcs.isEmpty()) {
            return items;
        }
        String sql = "SELECT " + COLUMNS + " FROM item WHERE epc = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, texts(connection, epcs));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Item item = item(rows);
                    items.put(item.epc(), item);
                }
            }
        }
        return items;
    }

    /** A row of {@link #COLUMNS}. */
    static Item item(ResultSet row) throws SQLException {
        Instant madeAt = Times.read(row, 12);
        return new Item(
                row.getString(1),
                KINDS[row.getShort(3)],
                row.getString(2),
                STATES[row.getShort(4)],
                row.getString(5),
                Arrays.asList((String[]) row.getArray(6).getArray()),
                row.getString(7),
                row.getString(8),
                Times.read(row, 9),
                row.getBoolean(10),
                row.getString(11),
                madeAt == null ? null : new Item.Making(madeAt, row.getString(13), row.getString(14)),
                row.getString(15),
                row.getObject(16, LocalDate.class),
                Times.read(row, 17),
                new Moment(Times.read(row, 18), row.getLong(19)),
                row.getInt(20));
    }

    /** Notes a thing that is not in the table. */
    void insert(Item item) {
        put(item, fresh);
    }

    /** Notes a thing that may be in the table. */
    void upsert(Item item) {
        put(item, changed);
    }

    /** Writes what was noted. */
    void flush(Connection connection) throws SQLException {
        fresh.copyInto(connection, "item (" + COLUMNS + ")");
        if (changed.isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS changed_item (LIKE item) ON COMMIT DELETE ROWS");
            changed.copyInto(connection, "changed_item (" + COLUMNS + ")");
            statement.execute("""
                    INSERT INTO item (%1$s) SELECT %1$s FROM changed_item
                    ON CONFLICT (epc) DO UPDATE SET (%2$s) = (SELECT %3$s)""".formatted(COLUMNS, ASSIGNED, EXCLUDED));
            statement.execute("TRUNCATE changed_item");
        }
    }

    private static final String ASSIGNED = COLUMNS.substring(COLUMNS.indexOf("state"));
    private static final String EXCLUDED = "excluded." + ASSIGNED.replaceAll(",\\s+", ", excluded.");

    static void delete(Collection<String> epcs, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM item WHERE epc = ANY (?)")) {
            statement.setArray(1, texts(connection, epcs));
            statement.executeUpdate();
        }
    }

    private static void put(Item item, CopyBuffer rows) {
        Item.Making made = item.made();
        rows.row(FIELDS)
                .text(item.epc())
                .text(item.productClass())
                .int2(item.kind().ordinal())
                .int2(item.state().ordinal())
                .text(item.disposition())
                .texts(item.persistentDispositions())
                .text(item.bizStep())
                .text(item.location())
                .time(item.locatedAt())
                .bool(item.inTransit())
                .text(item.parent())
                .time(made == null ? null : made.at())
                .text(made == null ? null : made.location())
                .text(made == null ? null : made.readPoint())
                .text(item.lot())
                .date(item.expiry())
                .time(item.firstEventTime())
                .time(item.last().time())
                .int8(item.last().recordNo())
                .int4(item.events());
    }

    static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }
}
