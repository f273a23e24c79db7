package dev.touchstone.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** SQL of what does not fit in the journeys of things. */
final class OddityStore {

    /** Names the lock that whoever changes oddities holds until the end of the transaction. */
    private static final long LOCK = 0x0dd17L;

    private OddityStore() {}

    /** That a thing was seen; {@code eventID} is empty for a scan. */
    record Seen(Instant at, String place, Optional<String> eventID) {}

    /** A row of the table; {@code sentTo}, {@code distanceKm} and {@code speedKmh} by kind. */
    record Oddity(
            CaseKind kind,
            String thing,
            String carrier,
            Seen from,
            Seen to,
            Optional<String> sentTo,
            Optional<Double> distanceKm,
            Optional<Double> speedKmh) {}

    /** Up to where oddities have been looked for. */
    record Cursor(long recordNo, long masterData) {}

    /** Lets nobody else change oddities before this transaction ends. */
    static void lock(Handle handle) {
        handle.createQuery("SELECT pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(String.class)
                .one();
    }

    static Cursor cursor(Handle handle) {
        return handle.createQuery("SELECT record_no, master_data FROM oddity_cursor")
                .map((row, context) -> new Cursor(row.getLong(1), row.getLong(2)))
                .one();
    }

    static void move(Cursor cursor, Handle handle) {
        handle.createUpdate("UPDATE oddity_cursor SET record_no = :record, master_data = :masterData")
                .bind("record", cursor.recordNo())
                .bind("masterData", cursor.masterData())
                .execute();
    }

    static void clear(Handle handle) {
        handle.execute("DELETE FROM oddity");
    }

    /** The last of the next {@code limit} events of the log; empty where there are none. */
    static Optional<Long> lastOfNext(long recordNo, int limit, Handle handle) {
        return handle.createQuery("""
                        SELECT max(record_no)
                        FROM (SELECT record_no FROM event WHERE record_no > :after ORDER BY record_no LIMIT :limit) next""")
                .bind("after", recordNo)
                .bind("limit", limit)
                .mapTo(Long.class)
                .findFirst();
    }

    /**
     * The things whose journeys may look different after these events: those that they name, those that an event named which one of
     * them declares erroneous, and what was in one of these at that time or later. Of what was in a container, only that matters
     * which has a story apart from it: a scan, an event of its own after it was packed, or a journey on which it was sent by itself.
     */
    static List<String> affected(long after, long upTo, Handle handle) {
        return handle.createQuery("""
                        WITH RECURSIVE named AS (
                            SELECT m.epc, m.event_time
                            FROM event_epc m
                            WHERE m.record_no > :after AND m.record_no <= :upTo AND NOT m.is_class
                            UNION ALL
                            SELECT m.epc, m.event_time
                            FROM event declaration
                            JOIN event declared ON declared.event_key = declaration.voids
                            JOIN event_epc m ON m.record_no = declared.record_no AND NOT m.is_class
                            WHERE declaration.record_no > :after AND declaration.record_no <= :upTo
                              AND declaration.voids IS NOT NULL
                        ), inside AS (
                            SELECT epc, min(event_time) AS since, NULL::timestamptz AS packed, 0 AS depth
                            FROM named GROUP BY epc
                            UNION
                            SELECT c.child, i.since, c.since, i.depth + 1
                            FROM inside i JOIN containment c
                              ON c.parent = i.epc AND c.kind = 0 AND (c.until IS NULL OR c.until >= i.since)
                            WHERE i.depth < 16
                        )
                        SELECT DISTINCT epc
                        FROM inside i
                        WHERE depth = 0
                           OR EXISTS (SELECT FROM scan WHERE scan.code = i.epc AND scan.place IS NOT NULL)
                           OR (SELECT count(*) FROM (
                                   SELECT FROM event_epc m
                                   WHERE m.epc = i.epc AND m.event_time >= i.packed LIMIT 2) own) > 1
                           OR EXISTS (
                               SELECT FROM event_epc m JOIN event e ON e.record_no = m.record_no
                               WHERE m.epc = i.epc AND e.biz_step = 'shipping')""")
                .bind("after", after)
                .bind("upTo", upTo)
                .mapTo(String.class)
                .list();
    }

    /** Puts what was found in place of what was known of these things. */
    static void replace(Collection<String> things, List<Oddity> found, Handle handle) {
        handle.createUpdate("DELETE FROM oddity WHERE thing = ANY (:things)")
                .bind("things", things.toArray(String[]::new))
                .execute();
        if (found.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO oddity (kind, thing, carrier, from_at, from_place, from_event, to_at, to_place, to_event,
                                    sent_to, distance_km, speed_kmh)
                VALUES (:kind, :thing, :carrier, :fromAt, :fromPlace, :fromEvent, :toAt, :toPlace, :toEvent,
                        :sentTo, :distanceKm, :speedKmh)""");
        for (Oddity oddity : found) {
            batch.bind("kind", oddity.kind().ordinal())
                    .bind("thing", oddity.thing())
                    .bind("carrier", oddity.carrier())
                    .bind("fromAt", utc(oddity.from().at()))
                    .bind("fromPlace", oddity.from().place())
                    .bind("fromEvent", oddity.from().eventID().orElse(null))
                    .bind("toAt", utc(oddity.to().at()))
                    .bind("toPlace", oddity.to().place())
                    .bind("toEvent", oddity.to().eventID().orElse(null))
                    .bind("sentTo", oddity.sentTo().orElse(null))
                    .bind("distanceKm", oddity.distanceKm().orElse(null))
                    .bind("speedKmh", oddity.speedKmh().orElse(null))
                    .add();
        }
        batch.execute();
    }

    /** Whether anything is known of the thing. */
    static boolean knows(String thing, Handle handle) {
        return handle.createQuery("SELECT EXISTS (SELECT FROM oddity WHERE thing = :thing)")
                .bind("thing", thing)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * What ended within a half-open span of time, newest first. Things that were sent or seen together in one container are one group,
     * and so is all impossible travel of one thing.
     */
    static List<List<Oddity>> groups(
            Optional<CaseKind> kind, Optional<Instant> since, Optional<Instant> until, int limit, Handle handle) {
        List<Oddity> rows = handle.createQuery("""
                        WITH wanted AS (
                            SELECT *, CASE kind WHEN 0 THEN thing ELSE concat_ws(' ', carrier, from_event, to_event) END AS grouped
                            FROM oddity
                            WHERE (:kind::smallint IS NULL OR kind = :kind)
                              AND (:since::timestamptz IS NULL OR to_at >= :since)
                              AND (:until::timestamptz IS NULL OR to_at < :until)
                        ), newest AS (
                            SELECT kind, grouped, max(to_at) AS newest
                            FROM wanted
                            GROUP BY kind, grouped
                            ORDER BY newest DESC, kind, grouped
                            LIMIT :limit
                        )
                        SELECT wanted.*, newest.newest
                        FROM newest JOIN wanted USING (kind, grouped)
                        ORDER BY newest.newest DESC, kind, grouped, to_at DESC, thing""")
                .bind("kind", kind.map(Enum::ordinal).orElse(null))
                .bind("since", since.map(OddityStore::utc).orElse(null))
                .bind("until", until.map(OddityStore::utc).orElse(null))
                .bind("limit", limit)
                .map((row, context) -> oddity(row))
                .list();
        List<List<Oddity>> groups = new ArrayList<>();
        for (Oddity row : rows) {
            if (groups.isEmpty() || !together(groups.getLast().getFirst(), row)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(row);
        }
        return groups;
    }

    private static boolean together(Oddity one, Oddity other) {
        return one.kind() == other.kind()
                && switch (one.kind()) {
                    case IMPOSSIBLE_TRAVEL -> one.thing().equals(other.thing());
                    case DIVERSION ->
                        one.carrier().equals(other.carrier())
                                && one.from().eventID().equals(other.from().eventID())
                                && one.to().eventID().equals(other.to().eventID());
                };
    }

    /** How many groups there are. */
    static int count(Handle handle) {
        return handle.createQuery("""
                        SELECT count(DISTINCT (kind, CASE kind WHEN 0 THEN thing ELSE concat_ws(' ', carrier, from_event, to_event) END))
                        FROM oddity""").mapTo(Integer.class).one();
    }

    private static Oddity oddity(ResultSet row) throws SQLException {
        return new Oddity(
                CaseKind.values()[row.getInt("kind")],
                row.getString("thing"),
                row.getString("carrier"),
                seen(row, "from"),
                seen(row, "to"),
                Optional.ofNullable(row.getString("sent_to")),
                Optional.ofNullable(row.getObject("distance_km", Double.class)),
                Optional.ofNullable(row.getObject("speed_kmh", Double.class)));
    }

    private static Seen seen(ResultSet row, String end) throws SQLException {
        return new Seen(
                row.getObject(end + "_at", OffsetDateTime.class).toInstant(),
                row.getString(end + "_place"),
                Optional.ofNullable(row.getString(end + "_event")));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
