package dev.touchstone.trace;

import dev.touchstone.database.Times;
import dev.touchstone.masterdata.LocationKind;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the things that meet a filter. */
final class UnitStore {
    /** Sorts behind every text that begins with what stands before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** Where the digits or characters of a key stand in canonical identifiers. */
    private static final List<String> KEY_STARTS = List.of("https://id.gs1.org/01/", "https://id.gs1.org/00/");

    private final Connection connection;
    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final List<Object> values = new ArrayList<>();

    /**
     * @param places the filter's location with the places inside it; empty where it has none
     * @param known the places of master data, by kind
     */
    UnitStore(
            Connection connection, UnitFilter filter, Collection<String> places, Map<LocationKind, List<String>> known)
            throws SQLException {
        this.connection = connection;
        filter.kind().ifPresent(kind -> add("kind = ?", kind.ordinal()));
        filter.state().ifPresent(state -> add("state = ?", state.ordinal()));
        filter.product().ifPresent(product -> add("class = ?", product));
        filter.lot().ifPresent(lot -> add("lot = ?", lot));
        if (filter.text().isPresent()) {
            addText(filter.text().get());
        }
        if (!places.isEmpty()) {
            addPlaces(places);
        }
        if (filter.whereabouts().isPresent()) {
            addWhereabouts(filter.whereabouts().get(), known);
        }
    }

    List<Item> items(Optional<UnitPage.Place> after, int count) throws SQLException {
        String beyond = after.isPresent() ? " AND (last_event_time, epc) < (?, ?)" : "";
        String sql = "SELECT " + ItemStore.COLUMNS + " FROM item WHERE " + where() + beyond
                + " ORDER BY last_event_time DESC, epc DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = bind(statement);
            if (after.isPresent()) {
                statement.setObject(at++, Times.stored(after.get().lastEventTime()));
                statement.setString(at++, after.get().epc());
            }
            statement.setInt(at, count);
            List<Item> items = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    items.add(ItemStore.item(rows));
                }
            }
            return items;
        }
    }

    long count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM item WHERE " + where())) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /**
     * A whole identifier in any form, or the beginning of one, of a GTIN or SSCC, of the serial number of any product, or of a lot of any product; each is a
     * range of an index.
     */
    private void addText(String text) throws SQLException {
        List<String> classes = classes();
        List<String> starts = new ArrayList<>();
        starts.add(text);
        Identifier.ifAny(text).ifPresent(starts::add);
        KEY_STARTS.forEach(start -> starts.add(start + text));
        classes.forEach(productClass -> starts.add(productClass + "/21/" + text));
        conditions.add("""
                epc IN (
                    SELECT i.epc FROM unnest(?::text[]) AS start (text)
                    JOIN item i ON i.epc >= start.text COLLATE "C" AND i.epc < (start.text || ?) COLLATE "C"
                    UNION ALL
                    SELECT i.epc FROM unnest(?::text[]) AS product (class)
                    JOIN item i ON i.class = product.class AND i.lot >= ? AND i.lot < ?)""");
        values.addAll(List.of(
                ItemStore.texts(connection, starts), LAST, ItemStore.texts(connection, classes), text, text + LAST));
    }

    /** What is at these places by its own events or by those of its containers. */
    private void addPlaces(Collection<String> places) throws SQLException {
        add("epc IN (SELECT epc FROM standing WHERE location = ANY (?))", ItemStore.texts(connection, places));
    }

    /** @param known the places of master data by kind; a place that it does not know is one of the others */
    private void addWhereabouts(Whereabouts whereabouts, Map<LocationKind, List<String>> known) throws SQLException {
        String held = " AND state IN (%d, %d, %d)"
                .formatted(ItemState.OBSERVED.ordinal(), ItemState.ACTIVE.ordinal(), ItemState.RETURNED.ordinal());
        String among = "epc IN (SELECT epc FROM standing WHERE %s)" + held;
        switch (whereabouts) {
            case SOLD -> add("state = ?", ItemState.SOLD.ordinal());
            case CONSUMED -> add("state = ?", ItemState.CONSUMED.ordinal());
            case DESTROYED ->
                conditions.add("state IN (%d, %d)"
                        .formatted(ItemState.DESTROYED.ordinal(), ItemState.DECOMMISSIONED.ordinal()));
            case UNKNOWN -> conditions.add(among.formatted("location IS NULL"));
            case TRANSIT -> conditions.add(among.formatted("location IS NOT NULL AND in_transit"));
            case PLANT -> addKept(among, known, LocationKind.PLANT, LocationKind.LINE);
            case CENTRE -> addKept(among, known, LocationKind.CENTRE);
            case SHOP -> addKept(among, known, LocationKind.SHOP);
            case OTHER ->
                add(
                        among.formatted("NOT in_transit AND location <> ALL (?)"),
                        places(known, LocationKind.PLANT, LocationKind.LINE, LocationKind.CENTRE, LocationKind.SHOP));
        }
    }

    private void addKept(String among, Map<LocationKind, List<String>> known, LocationKind... kinds)
            throws SQLException {
        add(among.formatted("NOT in_transit AND location = ANY (?)"), places(known, kinds));
    }

    private Array places(Map<LocationKind, List<String>> known, LocationKind... kinds) throws SQLException {
        List<String> places = Arrays.stream(kinds)
                .flatMap(kind -> known.getOrDefault(kind, List.of()).stream())
                .toList();
        return ItemStore.texts(connection, places);
    }

    /** The classes of which there are units, by jumping from one to the next in their index. */
    private List<String> classes() throws SQLException {
        String sql = """
                WITH RECURSIVE classes AS (
                    SELECT min(class) AS class FROM item
                    UNION ALL
                    SELECT (SELECT min(class) FROM item WHERE class > c.class) FROM classes c WHERE c.class IS NOT NULL)
                SELECT class FROM classes WHERE class IS NOT NULL""";
        List<String> classes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                classes.add(rows.getString(1));
            }
        }
        return classes;
    }

    private String where() {
        return String.join(" AND ", conditions);
    }

    /** @return the place of the next value */
    private int bind(PreparedStatement statement) throws SQLException {
        int at = 1;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
        return at;
    }
}
