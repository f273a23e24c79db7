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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** SQL of where things were seen: by events that name them, by events that name a container they were in, and by scans. */
final class PassingStore {

    private final MasterData masterData;

    PassingStore(MasterData masterData) {
        this.masterData = masterData;
    }

    private record Row(String thing, Passing passing) {}

    /**
     * A stretch of time in which what happened to {@code holder} happened to {@code thing}: the thing itself, or a container around it.
     *
     * @param since as the database writes it, so that infinity goes there and back; so is {@code until}
     * @param untilKey hexadecimal key of the event that ended it; what it says of the container is still true of the thing
     * @param carriers from the innermost container outward to the holder; none where that is the thing itself
     */
    private record Span(
            String thing, String holder, String since, String until, String untilKey, List<String> carriers) {}

    /** The passings of each of these things in order of time, equal times in the order of the log; declared errors do not count. */
    Map<String, List<Passing>> passings(Collection<String> things, Handle handle) {
        Map<String, List<Passing>> passings = new TreeMap<>();
        things.forEach(thing -> passings.put(thing, new ArrayList<>()));
        String[] given = things.toArray(String[]::new);
        events(spans(given, handle), handle)
                .forEach(row -> passings.get(row.thing()).add(row.passing()));
        scans(given, handle).forEach(row -> passings.get(row.thing()).add(row.passing()));
        passings.values().forEach(each -> each.sort(Comparator.comparing(Passing::at)));
        return passings;
    }

    private static List<Span> spans(String[] things, Handle handle) {
        return handle.createQuery("""
                        WITH RECURSIVE held AS (
                            SELECT epc AS thing, epc COLLATE "C" AS holder, '-infinity'::timestamptz AS since,
                                   'infinity'::timestamptz AS until, NULL::bytea AS until_key,
                                   '{}'::text[] COLLATE "C" AS carriers
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
                        SELECT thing, holder, since::text, until::text, encode(until_key, 'hex') AS until_key, carriers
                        FROM held
                        ORDER BY thing, cardinality(carriers), since, holder""")
                .bind("things", things)
                .map((row, context) -> new Span(
                        row.getString("thing"),
                        row.getString("holder"),
                        row.getString("since"),
                        row.getString("until"),
                        row.getString("until_key"),
                        List.of((String[]) row.getArray("carriers").getArray())))
                .list();
    }

    /** Of an event that is known in several ways, the nearest counts: of the thing itself, then of the innermost container. */
    private List<Row> events(List<Span> spans, Handle handle) {
        String sql = """
                SELECT DISTINCT ON (h.thing, e.event_time, e.record_no)
                       h.place::int AS place, e.event_time, e.read_point, e.biz_location, e.biz_step,
                       coalesce(e.event_id, 'ni:///sha-256;' || encode(e.event_hash, 'hex') || '?ver=CBV2.0') AS event_id,
                       (SELECT p.epc FROM event_epc p
                        WHERE m.role = 2 AND p.record_no = m.record_no AND p.role = 1 LIMIT 1) AS beside,
                       (SELECT array_agg(r.value ORDER BY r.type = 'location' DESC, r.value) FROM event_reference r
                        WHERE e.biz_step = 'shipping' AND r.record_no = e.record_no AND r.kind = 2) AS destinations
                FROM unnest(:things, :holders, :since, :until, :untilKeys)
                     WITH ORDINALITY AS h (thing, holder, since, until, until_key, place)
                JOIN event_epc m
                  ON m.epc = h.holder AND NOT m.is_class
                 AND m.event_time BETWEEN h.since::timestamptz AND h.until::timestamptz
                JOIN event e ON e.record_no = m.record_no
                WHERE (e.event_time < h.until::timestamptz OR e.event_key = decode(h.until_key, 'hex'))
                  AND e.voids IS NULL
                  AND NOT EXISTS (SELECT FROM event v WHERE v.voids = e.event_key)
                ORDER BY h.thing, e.event_time, e.record_no, h.place
                """;
        return handle.createQuery(sql)
                .bind("things", texts(spans, Span::thing))
                .bind("holders", texts(spans, Span::holder))
                .bind("since", texts(spans, Span::since))
                .bind("until", texts(spans, Span::until))
                .bind("untilKeys", texts(spans, Span::untilKey))
                .map((row, context) -> {
                    Span span = spans.get(row.getInt("place") - 1);
                    return new Row(span.thing(), event(span.carriers(), row));
                })
                .list();
    }

    private static String[] texts(List<Span> spans, Function<Span, String> column) {
        return spans.stream().map(column).toArray(String[]::new);
    }

    private Passing event(List<String> carriers, ResultSet row) throws SQLException {
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
