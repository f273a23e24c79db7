package dev.touchstone.masterdata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** SQL of master data: the elements as captured, and the tables of places and products that follow from them. */
final class MasterDataStore {

    private MasterDataStore() {}

    /**
     * Keeps the elements of one capture, but for those that equal the newest one of their vocabulary and identifier.
     *
     * @return the number of the newest element that was kept; empty where none was
     */
    static OptionalLong keep(List<Captured> elements, UUID captureId, Instant recordTime, Connection connection)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO master_data (record_time, capture_id, vocabulary, id, text, attributes, prefixes, children)
                SELECT ?, ?, vocabulary, id, text, attributes, prefixes, children
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    WITH ORDINALITY AS given (vocabulary, id, text, attributes, prefixes, children, place)
                WHERE NOT EXISTS (
                    SELECT FROM (
                        SELECT newest.*
                        FROM master_data newest
                        WHERE newest.id = given.id AND newest.vocabulary = given.vocabulary
                        ORDER BY newest.element_no DESC
                        LIMIT 1) newest
                    WHERE newest.text = given.text AND newest.attributes = given.attributes
                        AND newest.prefixes = given.prefixes AND newest.children = given.children)
                ORDER BY place
                RETURNING element_no""")) {
            statement.setObject(1, recordTime.atOffset(ZoneOffset.UTC));
            statement.setObject(2, captureId);
            List<Function<Captured, String>> columns = List.of(
                    Captured::vocabulary,
                    Captured::id,
                    Captured::text,
                    Captured::attributes,
                    Captured::prefixes,
                    Captured::children);
            for (int i = 0; i < columns.size(); i++) {
                Object[] values = elements.stream().map(columns.get(i)).toArray();
                statement.setArray(3 + i, connection.createArrayOf("text", values));
            }
            OptionalLong newest = OptionalLong.empty();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    newest = OptionalLong.of(Math.max(rows.getLong(1), newest.orElse(0)));
                }
            }
            return newest;
        }
    }

    /** The newest element of each vocabulary and identifier, in the order of capture. */
    static List<Captured> newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT vocabulary, id, text, attributes, prefixes, children
                        FROM (
                            SELECT DISTINCT ON (id, vocabulary) *
                            FROM master_data
                            ORDER BY id, vocabulary, element_no DESC) newest
                        ORDER BY element_no""");
                ResultSet rows = statement.executeQuery()) {
            List<Captured> elements = new ArrayList<>();
            while (rows.next()) {
                elements.add(new Captured(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
            return elements;
        }
    }

    /** The number of the newest element; 0 where there is none. */
    static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT coalesce(max(element_no), 0) FROM master_data");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static Snapshot read(Connection connection) throws SQLException {
        return new Snapshot(locations(connection), products(connection));
    }

    private static Map<String, Location> locations(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT id, name, kind, parent, city, country, latitude, longitude FROM location");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Location> locations = new HashMap<>();
            while (rows.next()) {
                Location location = new Location(
                        rows.getString(1),
                        rows.getString(2),
                        LocationKind.values()[rows.getInt(3)],
                        Optional.ofNullable(rows.getString(4)),
                        Optional.ofNullable(rows.getString(5)),
                        Optional.ofNullable(rows.getString(6)),
                        Optional.ofNullable(rows.getObject(7, Double.class)),
                        Optional.ofNullable(rows.getObject(8, Double.class)));
                locations.put(location.id(), location);
            }
            return locations;
        }
    }

    private static Map<String, Product> products(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT gtin, name, brand, description FROM product");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Product> products = new HashMap<>();
            while (rows.next()) {
                Product product = new Product(
                        rows.getString(1),
                        rows.getString(2),
                        Optional.ofNullable(rows.getString(3)),
                        Optional.ofNullable(rows.getString(4)));
                products.put(product.gtin(), product);
            }
            return products;
        }
    }

    /** Makes the tables of places and products say what {@code wanted} says; rows that already do are left alone. */
    static void write(Snapshot wanted, Connection connection) throws SQLException {
        Snapshot present = read(connection);
        delete("DELETE FROM location WHERE id = ANY (?)", gone(present.locations(), wanted.locations()), connection);
        delete("DELETE FROM product WHERE gtin = ANY (?)", gone(present.products(), wanted.products()), connection);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO location (id, name, kind, parent, city, country, latitude, longitude)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                SET name = excluded.name, kind = excluded.kind, parent = excluded.parent, city = excluded.city,
                    country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude""")) {
            for (Location location : changed(present.locations(), wanted.locations())) {
                statement.setString(1, location.id());
                statement.setString(2, location.name());
                statement.setInt(3, location.kind().ordinal());
                statement.setString(4, location.parent().orElse(null));
                statement.setString(5, location.city().orElse(null));
                statement.setString(6, location.country().orElse(null));
                statement.setObject(7, location.latitude().orElse(null), Types.DOUBLE);
                statement.setObject(8, location.longitude().orElse(null), Types.DOUBLE);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO product (gtin, name, brand, description)
                VALUES (?, ?, ?, ?)
                ON CONFLICT (gtin) DO UPDATE
                SET name = excluded.name, brand = excluded.brand, description = excluded.description""")) {
            for (Product product : changed(present.products(), wanted.products())) {
                statement.setString(1, product.gtin());
                statement.setString(2, product.name());
                statement.setString(3, product.brand().orElse(null));
                statement.setString(4, product.description().orElse(null));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static <T> List<String> gone(Map<String, T> present, Map<String, T> wanted) {
        return present.keySet().stream().filter(id -> !wanted.containsKey(id)).toList();
    }

    private static <T> List<T> changed(Map<String, T> present, Map<String, T> wanted) {
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(present.get(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void delete(String sql, List<String> ids, Connection connection) throws SQLException {
        if (!ids.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
                statement.executeUpdate();
            }
        }
    }
}
