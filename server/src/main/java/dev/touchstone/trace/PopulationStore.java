package dev.touchstone.trace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** The SQL of {@link Population}. A container chain deeper than 16 is not followed: it would be a circle. */
final class PopulationStore {

    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** A sort of some 100,000 passages then stays in memory. */
    private static final String ROOM_TO_SORT = "SET LOCAL work_mem = '64MB'";

    record Descendant(String epc, List<String> ancestors) {}

    private final Jdbi jdbi;

    PopulationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Population.Passage> passages(Population.Step step) {
        String sql = """
                WITH RECURSIVE passing AS (
                    SELECT m.epc, e.event_time, e.zone_minutes, e.read_point, e.biz_location, e.record_no, e.event_key,
                           NULL::text COLLATE "C" AS through, 0 AS depth
                    FROM event e JOIN event_epc m ON m.record_no = e.record_no
                    WHERE e.biz_step = :step
                      AND (:disposition::text IS NULL OR e.disposition = :disposition)
                      AND e.event_time >= :since AND e.event_time < :until
                      AND e.voids IS NULL
                      AND NOT EXISTS (SELECT FROM event v WHERE v.voids = e.event_key)
                      AND NOT m.is_class
                    UNION ALL
                    SELECT c.child, p.event_time, p.zone_minutes, p.read_point, p.biz_location, p.record_no, p.event_key,
                           coalesce(p.through, p.epc), p.depth + 1
                    FROM passing p JOIN containment c
                      ON c.parent = p.epc AND c.kind = 0 AND c.since <= p.event_time
                     AND (c.until IS NULL OR c.until > p.event_time OR c.until_key = p.event_key)
                    WHERE p.depth < 16
                )
                SELECT DISTINCT ON (p.epc, p.event_time, p.record_no)
                       p.epc, p.event_time, p.zone_minutes, p.read_point, p.biz_location, p.record_no, p.through
                FROM passing p JOIN item i ON i.epc = p.epc AND i.kind = 0
                ORDER BY p.epc, p.event_time, p.record_no, p.depth
                """;
        return jdbi.inTransaction(handle -> {
            handle.execute(ROOM_TO_SORT);
            return handle.createQuery(sql)
                    .bind("step", step.bizStep())
                    .bind("disposition", step.disposition().orElse(null))
                    .bind("since", utc(step.since().orElse(BEGINNING)))
                    .bind("until", utc(step.until().orElse(END)))
                    .map((row, context) -> new Population.Passage(
                            row.getString(1),
                            instant(row, 2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getString(7)))
                    .list();
        });
    }

    List<Population.Made> made(Population.MadeFilter filter) {
        return made("", Optional.empty(), filter);
    }

    List<Population.Made> made(Collection<String> units, Population.MadeFilter filter) {
        return made("AND epc = ANY(:units)", Optional.of(units.toArray(String[]::new)), filter);
    }

    private List<Population.Made> made(String among, Optional<String[]> units, Population.MadeFilter filter) {
        String sql = """
                SELECT epc, class, lot, commissioned_at, commissioned_location, commissioned_read_point
                FROM item
                WHERE kind = 0 %s
                  AND (:class::text IS NULL OR class = :class)
                  AND (:lot::text IS NULL OR lot = :lot)
                  AND (:plant::text IS NULL OR commissioned_location = :plant)
                  AND (:line::text IS NULL OR commissioned_read_point = :line)
                  AND (:from::timestamptz IS NULL OR commissioned_at >= :from)
                  AND (:until::timestamptz IS NULL OR commissioned_at < :until)
                """.formatted(among);
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bind("class", filter.productClass().orElse(null))
                    .bind("lot", filter.lot().orElse(null))
                    .bind("plant", filter.plant().orElse(null))
                    .bind("line", filter.line().orElse(null))
                    .bind("from", filter.from().map(PopulationStore::utc).orElse(null))
                    .bind("until", filter.until().map(PopulationStore::utc).orElse(null));
            units.ifPresent(array -> query.bind("units", array));
            return query.map((row, context) -> new Population.Made(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            instant(row, 4),
                            row.getString(5),
                            row.getString(6)))
                    .list();
        });
    }

    List<Population.Located> locate(Collection<String> units) {
        String sql = """
                WITH RECURSIVE chain AS (
                    SELECT i.epc AS unit, i.state, i.epc AS holder, i.parent, i.location, i.located_at,
                           i.in_transit, i.last_record_no, 0 AS depth
                    FROM item i WHERE i.epc = ANY(:units)
                    UNION ALL
                    SELECT c.unit, c.state, h.epc, h.parent, h.location, h.located_at,
                           h.in_transit, h.last_record_no, c.depth + 1
                    FROM chain c JOIN item h ON h.epc = c.parent
                    WHERE c.depth < 16
                )
                SELECT unit, min(state) AS state,
                       (array_agg(location ORDER BY located_at DESC NULLS LAST, depth DESC))[1] AS location,
                       max(located_at) AS since,
                       (array_agg(in_transit ORDER BY located_at DESC NULLS LAST, depth DESC))[1] AS in_transit,
                       (array_agg(last_record_no ORDER BY located_at DESC NULLS LAST, depth DESC))[1] AS last_record_no,
                       array_agg(holder ORDER BY depth) AS holders
                FROM chain GROUP BY unit
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("units", units.toArray(String[]::new))
                .map((row, context) -> new Population.Located(
                        row.getString("unit"),
                        ItemState.values()[row.getInt("state")],
                        row.getString("location"),
                        instant(row, "since"),
                        row.getBoolean("in_transit"),
                        containers(row),
                        row.getLong("last_record_no")))
                .list());
    }

    private static List<String> containers(ResultSet row) throws SQLException {
        List<String> holders = texts(row, "holders");
        return holders.subList(1, holders.size());
    }

    List<Descendant> descendants(Collection<String> ancestors) {
        String sql = """
                WITH RECURSIVE down AS (
                    SELECT made.epc, used.epc AS ancestor
                    FROM genealogy used JOIN genealogy made
                      ON made.transformation = used.transformation AND made.output
                    WHERE used.epc = ANY(:ancestors) AND NOT used.output
                    UNION
                    SELECT made.epc, down.ancestor
                    FROM down
                    JOIN genealogy used ON used.epc = down.epc AND NOT used.output
                    JOIN genealogy made ON made.transformation = used.transformation AND made.output
                )
                SELECT epc, array_agg(ancestor ORDER BY ancestor) AS ancestors FROM down GROUP BY epc
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("ancestors", ancestors.toArray(String[]::new))
                .map((row, context) -> new Descendant(row.getString("epc"), texts(row, "ancestors")))
                .list());
    }

    Map<String, List<String>> componentLots(Collection<String> units) {
        String sql = """
                SELECT made.epc, array_agg(DISTINCT used.epc ORDER BY used.epc) AS lots
                FROM genealogy made JOIN genealogy used
                  ON used.transformation = made.transformation AND NOT used.output
                WHERE made.output AND made.epc = ANY(:units) AND used.epc LIKE '%/10/%'
                GROUP BY made.epc
                """;
        Map<String, List<String>> lots = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .bind("units", units.toArray(String[]::new))
                .map((row, context) -> Map.entry(row.getString("epc"), texts(row, "lots")))
                .forEach(entry -> lots.put(entry.getKey(), entry.getValue())));
        return lots;
    }

    Map<String, Long> unitsByGtin() {
        String sql = """
                SELECT right(class, 14) AS gtin, count(*) AS units FROM item
                WHERE kind = 0 AND class LIKE 'https://id.gs1.org/01/%'
                GROUP BY class
                """;
        Map<String, Long> units = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> Map.entry(row.getString("gtin"), row.getLong("units")))
                .forEach(entry -> units.put(entry.getKey(), entry.getValue())));
        return units;
    }

    int unitsInLotsOf(Collection<String> units) {
        String sql = """
                SELECT count(*)::int FROM item
                WHERE kind = 0 AND (class, lot) IN (SELECT class, lot FROM item WHERE epc = ANY(:units))
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("units", units.toArray(String[]::new))
                .mapTo(Integer.class)
                .one());
    }

    List<String> componentLotsNumbered(String lotNumber) {
        String sql = """
                SELECT DISTINCT epc FROM genealogy
                WHERE NOT output AND epc LIKE '%/10/%' AND substring(epc FROM '/10/(.*)$') = :number
                ORDER BY epc
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("number", lotNumber)
                .mapTo(String.class)
                .list());
    }

    int contentsCount(String container, Instant at) {
        String sql = """
                WITH RECURSIVE inside AS (
                    SELECT :container::text COLLATE "C" AS epc, 0 AS depth
                    UNION ALL
                    SELECT c.child, i.depth + 1
                    FROM inside i JOIN containment c
                      ON c.parent = i.epc AND c.kind = 0 AND c.since <= :at AND (c.until IS NULL OR c.until > :at)
                    WHERE i.depth < 16
                )
                SELECT count(DISTINCT inside.epc)::int FROM inside JOIN item ON item.epc = inside.epc AND item.kind = 0
                """;
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("container", container)
                .bind("at", utc(at))
                .mapTo(Integer.class)
                .one());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) row.getArray(column).getArray()));
    }
}
