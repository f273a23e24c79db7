package dev.touchstone.verify;

import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** SQL of where things were seen: by events that name them, by events that name a container they were in, and by scans. */
final class PassingStore {

    private final MasterData masterData;

    PassingStore(MasterData masterData) {
        this.masterData = masterData;
    }

    private record Row(String thing, Passing passing) {}

    /** The passings of each of these things in order of time, equal times in the order of the log; declared errors do not count. */
    Map<String, List<Passing>> passings(Collection<String> things, Handle handle) {
        Map<String, List<Passing>> passings = new TreeMap<>();
        things.forEach(thing -> passings.put(thing, new ArrayList<>()));
        String[] given = things.toArray(String[]::new);
        events(given, handle).forEach(row -> passings.get(row.thing()).add(row.passing()));
        scans(given, handle).forEach(row -> passings.get(row.thing()).add(row.passing()));
        passings.values().forEach(each -> each.sort(Comparator.comparing(Passing::at)));
        return passings;
    }

    private List<Row> events(String[] things, Handle handle) {
        String sql = """
                WITH RECURSIVE held AS (
                    SELECT epc AS thing, epc COLLATE "C" AS holder, '-infinity'::timestamptz AS since,
                           'infinity'::timestamptz AS until, NULL::bytea AS until_key, '{}'::text[] COLLATE "C" AS carriers
                    FROM unnest(:things) AS given (epc)
                    UNION ALL
                    SELECT h.thing, c.parent, greatest(h.since, c.since), least(h.until, coalesce(c.until, 'infinity')),
                           CASE WHEN coalesce(c.until, 'infinity') <= h.until THEN c.until_key ELSE h.until_key END,
                           h.carriers || c.parent
                    FROM held h JOIN containment c
                      ON c.child = h.holder AND c.kind = 0 AND c.since < h.until
                     AND (c.until IS NULL OR c.until > h.since)
                    WHERE cardinality(h.carriers) < 16
                )
                SELECT DISTINCT ON (h.thing, e.event_time, e.record_no)
                       h.thing, e.event_time, e.record_no, e.read_point, e.biz_location, e.biz_step, h.carriers,
                       coalesce(e.event_id, 'ni:///sha-256;' || encode(e.event_hash, 'hex') || '?ver=CBV2.0') AS event_id,
                       (SELECT p.epc FROM event_epc p
                        WHERE m.role = 2 AND p.record_no = m.record_no AND p.role = 1 LIMIT 1) AS beside,
                       (SELECT array_agg(r.value ORDER BY r.type = 'location' DESC, r.value) FROM event_reference r
                        WHERE e.biz_step = 'shipping' AND r.record_no = e.record_no AND r.kind = 2) AS destinations
                FROM held h
                JOIN event_epc m ON m.epc = h.holder AND m.event_time BETWEEN h.since AND h.until AND NOT m.is_class
                JOIN event e ON e.record_no = m.record_no
                WHERE (e.event_time < h.until OR e.event_key = h.until_key)
                  AND e.voids IS NULL
                  AND NOT EXISTS (SELECT FROM event v WHERE v.voids = e.event_key)
                ORDER BY h.thing, e.event_time, e.record_no, cardinality(h.carriers)
                """;
        return handle.createQuery(sql)
                .bind("things", things)
                .map((row, context) -> new Row(row.getString("thing"), event(row)))
                .list();
    }

    private Passing event(ResultSet row) throws SQLException {
        List<String> carriers = List.of((String[]) row.getArray("carriers").getArray());
        Optional<String> beside = Optional.ofNullable(row.getString("beside"));
        boolean own = carriers.isEmpty();
        return new Passing(
                row.getObject("event_time", OffsetDateTime.class).toInstant(),
                Optional.of(row.getString("event_id")),
                place(row.getString("read_point"), row.getString("biz_location")),
                own ? beside.stream().toList() : carriers,
                own,
                Optional.ofNullable(row.getString("biz_step")),
                destination(row));
    }

    /** Where it happened: the read point, unless only the business location is known on the map. */
    private Optional<Location> place(String readPoint, String bizLocation) {
        List<Location> given = Stream.of(Optional.ofNullable(readPoint), Optional.ofNullable(bizLocation))
                .flatMap(Optional::stream)
                .map(masterData::location)
                .toList();
        return given.stream()
                .filter(location -> location.coordinates().isPresent())
                .findFirst()
                .or(() -> given.stream().findFirst());
    }

    private Optional<String> destination(ResultSet row) throws SQLException {
        var destinations = row.getArray("destinations");
        return destinations == null
                ? Optional.empty()
                : Stream.of((String[]) destinations.getArray())
                        .flatMap(id -> masterData.location(id).country().stream())
                        .findFirst();
    }

    private List<Row> scans(String[] things, Handle handle) {
        return handle.createQuery(
                        "SELECT code, scanned_at, place FROM scan WHERE code = ANY (:things) AND place IS NOT NULL")
                .bind("things", things)
                .map((row, context) -> new Row(
                        row.getString("code"),
                        Passing.scan(
                                row.getObject("scanned_at", OffsetDateTime.class)
                                        .toInstant(),
                                masterData.location(row.getString("place")))))
                .list();
    }
}
