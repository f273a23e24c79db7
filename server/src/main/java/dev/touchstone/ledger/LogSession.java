package dev.touchstone.ledger;

import dev.touchstone.database.DatabaseException;
import dev.touchstone.http.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The right to write to the log of one database, for as long as its connection lives, and the transactions that do so. */
final class LogSession implements AutoCloseable {
    /** Of the advisory lock that the writer holds; any number that nobody else uses. */
    private static final long LOCK = 0x746f756368L;

    private static final int REBUILD_EVENTS = 5_000;

    private final Connection connection;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final LogStore store = new LogStore();
    private LogStore.End end;

    private LogSession(Connection connection, List<Projection> projections, InstantSource clock) throws SQLException {
        this.connection = connection;
        this.projections = projections;
        this.clock = clock;
        this.end = store.end(connection);
        connection.commit();
    }

    /** What became of a capture. */
    sealed interface Outcome {
        record Stored(CaptureJob job) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    /** @throws DatabaseException when another server writes to this database */
    static LogSession open(DataSource database, List<Projection> projections, InstantSource clock) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            if (!locked(connection)) {
                throw new DatabaseException(
                        "Another Touchstone server writes to this database. Stop it first, or give this one a database of its own.");
            }
            return new LogSession(connection, projections, clock);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(" + LOCK + ")");
                ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    long lastRecordNo() {
        return end.recordNo();
    }

    /**
     * What became of some captures.
     *
     * @param events that are new in the log, in its order
     */
    record Written(Map<Capture, Outcome> outcomes, List<LoggedEvent> events) {}

    /**
     * Writes some captures in one transaction, and each outcome is final when this returns. When it throws, nothing of them has been
     * stored (unless the connection broke while it was committing: then nobody can tell).
     */
    Written write(List<Capture> group) throws SQLException {
        try {
            Map<Capture, Outcome> outcomes = new LinkedHashMap<>();
            Instant now = now();
            List<LogStore.Row> rows = sort(group, now, outcomes);
            List<LoggedEvent> events = rows.stream().map(LogStore.Row::event).toList();
            store.addEvents(rows, connection);
            store.addJobs(jobs(outcomes), connection);
            List<Batch.MasterData> masterData = outcomes.entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Outcome.Stored)
                    .flatMap(entry -> entry.getKey().masterData().stream())
                    .toList();
            if (!events.isEmpty() || !masterData.isEmpty()) {
                apply(Batch.of(end.recordNo(), events, masterData, now, connection));
            }
            connection.commit();
            end = events.isEmpty() ? end : new LogStore.End(events.getLast().recordNo(), now);
            return new Written(outcomes, events);
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    /** Clears every projection and gives it the log again, in one transaction: until it ends, others see what was before. */
    void rebuild() throws SQLException {
        try {
            for (Projection projection : projections) {
                projection.clear(connection);
            }
            long done = 0;
            for (List<LoggedEvent> page = page(done); !page.isEmpty(); page = page(done)) {
                apply(Batch.of(done, page, List.of(), page.getLast().recordTime(), connection));
                done = page.getLast().recordNo();
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private List<LoggedEvent> page(long after) throws SQLException {
        return Log.over(connection).after(after, REBUILD_EVENTS);
    }

    private void apply(Batch batch) throws SQLException {
        for (Projection projection : projections) {
            projection.apply(batch, connection);
        }
    }

    /** Record times are written with milliseconds, so they are kept no finer: who asks for events since the last one finds them. */
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(end.recordTime()) ? end.recordTime() : now;
    }

    /** Gives new events their place in the log, drops those that it has, and refuses captures that contradict it. */
    private List<LogStore.Row> sort(List<Capture> group, Instant now, Map<Capture, Outcome> outcomes)
            throws SQLException {
        List<EventKey> keys = group.stream()
                .flatMap(capture -> capture.entries().stream())
                .map(entry -> entry.event().key())
                .toList();
        Map<EventKey, EventKey> known = store.hashes(keys, connection);
        List<LogStore.Row> rows = new ArrayList<>(keys.size());
        for (Capture capture : group) {
            Map<EventKey, EventKey> own = new HashMap<>();
            List<Entry> fresh = new ArrayList<>(capture.entries().size());
            Optional<Problem> conflict = Optional.empty();
            for (Entry entry : capture.entries()) {
                EventKey key = entry.event().key();
                EventKey hash = known.getOrDefault(key, own.get(key));
                if (hash == null) {
                    own.put(key, entry.event().hash());
                    fresh.add(entry);
                } else if (capture.asNew() || !hash.equals(entry.event().hash())) {
                    conflict = Optional.of(
                            conflict(entry, hash.equals(entry.event().hash())));
                    break;
                }
            }
            if (conflict.isPresent()) {
                outcomes.put(capture, new Outcome.Refused(conflict.get()));
                continue;
            }
            known.putAll(own);
            for (Entry entry : fresh) {
                long number = end.recordNo() + rows.size() + 1;
                rows.add(new LogStore.Row(entry.event().recorded(number, now), entry, capture.id()));
            }
            int events = capture.entries().size();
            outcomes.put(
                    capture,
                    new Outcome.Stored(
                            new CaptureJob(capture.id(), capture.createdAt(), now, events, events - fresh.size())));
        }
        return rows;
    }

    private static Problem conflict(Entry entry, boolean sameContent) {
        String id = entry.event().id();
        return sameContent
                ? Problem.conflict("event-exists", "The log already has the event %s.".formatted(id))
                        .at(entry.pointer())
                        .expected("an event that is new; the document capture interface takes the same event again")
                : Problem.conflict("event-id-taken", "Another event of the id %s says something else.".formatted(id))
                        .at(entry.pointer())
                        .expected(
                                "the same event again, an id of its own, or an error declaration for the event that was wrong");
    }

    private static List<CaptureJob> jobs(Map<Capture, Outcome> outcomes) {
        List<CaptureJob> jobs = new ArrayList<>();
        for (Outcome outcome : outcomes.values()) {
            if (outcome instanceof Outcome.Stored(CaptureJob job)) {
                jobs.add(job);
            }
        }
        return jobs;
    }

    private void rollback(Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Whether the connection still works. */
    boolean isAlive() {
        try {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (Connection open = connection;
                PreparedStatement unlock = open.prepareStatement("SELECT pg_advisory_unlock(" + LOCK + ")")) {
            unlock.execute();
            open.commit();
        } catch (SQLException e) {
            // The connection is broken, and with it the lock is gone.
        }
    }
}
