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

    /** The place of each container is found once, for all that is in it. */
    private static List<UnitCounts.Group> groups(Connection connection) throws SQLException {
        String sql = """
                WITH RECURSIVE chain AS (
                    SELECT i.epc AS container, i.parent, i.location, i.located_at, i.biz_step, i.disposition, 0 AS depth
                    FROM (SELECT DISTINCT parent FROM item WHERE parent IS NOT NULL) AS p JOIN item i ON i.epc = p.parent
                    UNION ALL
                    SELECT c.container, i.parent, i.location, i.located_at, i.biz_step, i.disposition, c.depth + 1
                    FROM chain c JOIN item i ON i.epc = c.parent WHERE c.depth < 8),
                placed AS (
                    SELECT DISTINCT ON (container) container, location, located_at,
                           biz_step = 'shipping' OR disposition = 'in_transit' AS in_transit
                    FROM chain WHERE located_at IS NOT NULL ORDER BY container, located_at DESC, depth DESC)
                SELECT i.state,
                       CASE WHEN newer THEN p.location ELSE i.location END AS place,
                       coalesce(CASE WHEN newer THEN p.in_transit
                                     ELSE i.biz_step = 'shipping' OR i.disposition = 'in_transit' END, FALSE) AS transit,
                       count(*)
                FROM item i LEFT JOIN placed p ON p.container = i.parent
                CROSS JOIN LATERAL (SELECT p.located_at IS NOT NULL
                                       AND (i.located_at IS NULL OR p.located_at >= i.located_at)) AS by (newer)
                WHERE i.kind = %d
                GROUP BY i.state, place, transit""".formatted(ItemKind.PRODUCT.ordinal());
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
