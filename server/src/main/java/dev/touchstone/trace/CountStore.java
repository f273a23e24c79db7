package dev.touchstone.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts things. */
final class CountStore {
    private static final ItemState[] STATES = ItemState.values();

    private CountStore() {}

    static UnitCounts counts(Connection connection) throws SQLException {
        List<UnitCounts.Group> groups = groups(connection);
        Map<ItemState, Long> byState = new EnumMap<>(ItemState.class);
        groups.forEach(group -> byState.merge(group.state(), group.units(), Long::sum));
        long units = groups.stream().mapToLong(UnitCounts.Group::units).sum();
        return new UnitCounts(units, logisticUnits(connection), byState, groups);
    }

    private static long logisticUnits(Connection connection) throws SQLException {
        String sql = "SELECT count(*) FROM item WHERE kind = " + ItemKind.LOGISTIC.ordinal();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<UnitCounts.Group> groups(Connection connection) throws SQLException {
        String sql = "SELECT state, location, in_transit, count(*) FROM standing WHERE kind = %d GROUP BY 1, 2, 3"
                .formatted(ItemKind.PRODUCT.ordinal());
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<UnitCounts.Group> groups = new ArrayList<>();
            while (rows.next()) {
                groups.add(new UnitCounts.Group(
                        STATES[rows.getShort(1)],
                        Optional.ofNullable(rows.getString(2)),
                        rows.getBoolean(3),
                        rows.getLong(4)));
            }
            return groups;
        }
    }
}
