package dev.touchstone.ledger;

import dev.touchstone.database.DatabaseException;
import dev.touchstone.database.Times;
import dev.touchstone.epcis.QueryDocumentWriter;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Answers questions about events and captures. */
final class EventStore {
    private static final String NO_CONTEXT = "[]";
    private static final int BODIES_AT_ONCE = 100;

    private final DataSource database;

    EventStore(DataSource database) {
        this.database = database;
    }

    /**
     * A page of events by their record numbers, so that their bodies need not be in memory together.
     *
     * @param contexts the distinct contexts of the events
     * @param next where the next page begins; empty after the last one
     */
    record Page(List<Long> recordNos, Set<String> contexts, Optional<EventQuery.Place> next) {}

    Page page(EventQuery query, Optional<EventQuery.Place> after, int perPage) {
        boolean byTime = query.order() == EventQuery.Order.EVENT_TIME;
        String direction = query.ascending() ? "ASC" : "DESC";
        List<EventQuery.Condition> conditions = new ArrayList<>(query.conditions());
        after.ifPresent(place -> conditions.add(beyond(place, byTime, query.ascending())));
        int delivered = after.map(EventQuery.Place::delivered).orElse(0);
        int allowed = query.eventCountLimit().orElse(Integer.MAX_VALUE) - delivered;
        int rows = Math.max(0, Math.min(perPage, allowed));
        String sql =
                "SELECT v.record_no, v.event_time, v.context FROM event v WHERE " + where(conditions) + " ORDER BY "
                        + (byTime ? "v.event_time " + direction + ", " : "") + "v.record_no " + direction + " LIMIT ?";
        return ask(sql, statement -> {
            bind(statement, conditions);
            statement.setInt(parameters(conditions) + 1, rows + (rows < allowed ? 1 : 0));
            try (ResultSet found = statement.executeQuery()) {
                List<Long> numbers = new ArrayList<>();
                Set<String> contexts = new LinkedHashSet<>();
                Instant lastTime = Instant.EPOCH;
                while (numbers.size() < rows && found.next()) {
                    numbers.add(found.getLong(1));
                    lastTime = Times.read(found, 2);
                    contexts.add(context(found, 3));
                }
                Optional<EventQuery.Place> next = numbers.size() == rows && rows > 0 && found.next()
                        ? Optional.of(new EventQuery.Place(lastTime, numbers.getLast(), delivered + rows))
                        : Optional.empty();
                return new Page(numbers, contexts, next);
            }
        });
    }

    /** Whether a query has more answers than that. */
    boolean hasMoreThan(int count, EventQuery query) {
        String sql =
                "SELECT count(*) FROM (SELECT FROM event v WHERE " + where(query.conditions()) + " LIMIT ?) AS found";
        return ask(sql, statement -> {
            bind(statement, query.conditions());
            statement.setLong(parameters(query.conditions()) + 1, count + 1L);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) > count;
            }
        });
    }

    /** The event of an id, and the error declarations that share it, in the order of the log. */
    Page named(String id) {
        List<EventKey> keys = EventIdentity.keysOf(id);
        EventQuery query = new EventQuery(
                List.of(new EventQuery.Condition("(v.event_key = ANY (?) OR v.voids = ANY (?))", List.of(keys, keys))),
                EventQuery.Order.RECORD_TIME,
                true,
                Optional.empty(),
                Optional.empty());
        return page(query, Optional.empty(), Integer.MAX_VALUE - 1);
    }

    /** The ids of events: as their clients gave them, else their hash ids. */
    Map<Long, String> ids(Collection<Long> recordNos) {
        String sql = "SELECT record_no, event_id, event_hash FROM event WHERE record_no = ANY (?)";
        return ask(sql, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", recordNos.toArray()));
            Map<Long, String> ids = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String given = rows.getString(2);
                    ids.put(
                            rows.getLong(1),
                            given == null ? EventIdentity.hashId(EventKey.of(rows.getBytes(3))) : given);
                }
            }
            return ids;
        });
    }

    /** Writes the events of a page as a query document. */
    void write(Page page, Instant now, OutputStream out) {
        String sql = """
                SELECT v.body, v.context, v.record_time, v.event_hash, v.event_id
                FROM unnest(?::bigint[]) WITH ORDINALITY AS wanted (record_no, place) JOIN event v USING (record_no)
                ORDER BY wanted.place""";
        QueryDocumentWriter writer =
                new QueryDocumentWriter(out, now, "SimpleEventQuery", Optional.empty(), page.contexts());
        ask(sql, statement -> {
            Connection connection = statement.getConnection();
            connection.setAutoCommit(false);
            statement.setFetchSize(BODIES_AT_ONCE);
            statement.setArray(
                    1, connection.createArrayOf("bigint", page.recordNos().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional<String> addedId = rows.getString(5) == null
                            ? Optional.of(EventIdentity.hashId(EventKey.of(rows.getBytes(4))))
                            : Optional.empty();
                    writer.event(rows.getString(1), context(rows, 2), Times.read(rows, 3), addedId);
                }
            }
            connection.commit();
            return null;
        });
        // Only a document that is whole gets its end.
        writer.close();
    }

    /** Captures, newest first, after one. */
    List<CaptureJob> jobs(Optional<CaptureJob> after, int count) {
        String sql = """
                SELECT capture_id, created_at, finished_at, events, duplicates FROM capture_job
                WHERE ?::timestamptz IS NULL OR (created_at, capture_id) < (?, ?)
                ORDER BY created_at DESC, capture_id DESC LIMIT ?""";
        return ask(sql, statement -> {
            var time =
                    after.map(job -> job.createdAt().atOffset(ZoneOffset.UTC)).orElse(null);
            statement.setObject(1, time);
            statement.setObject(2, time);
            statement.setObject(3, after.map(CaptureJob::captureId).orElse(null));
            statement.setInt(4, count);
            return jobs(statement);
        });
    }

    Optional<CaptureJob> job(UUID id) {
        String sql =
                "SELECT capture_id, created_at, finished_at, events, duplicates FROM capture_job WHERE capture_id = ?";
        return ask(sql, statement -> {
            statement.setObject(1, id);
            return jobs(statement).stream().findFirst();
        });
    }

    /** Record numbers have no gaps, so the last one is the number of events. */
    LogCounts counts() {
        String sql = """
                SELECT (SELECT coalesce(max(record_no), 0) FROM event),
                       (SELECT count(*) FROM event v
                        WHERE event_key IN (SELECT voids FROM event WHERE voids IS NOT NULL)),
                       (SELECT min(event_time) FROM event),
                       (SELECT max(event_time) FROM event),
                       (SELECT record_time FROM event ORDER BY record_no DESC LIMIT 1)""";
        List<LogCounts.Day> days = days();
        return ask(sql, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new LogCounts(
                        rows.getLong(1),
                        rows.getLong(2),
                        Optional.ofNullable(Times.read(rows, 3)),
                        Optional.ofNullable(Times.read(rows, 4)),
                        Optional.ofNullable(Times.read(rows, 5)),
                        days);
            }
        });
    }

    private List<LogCounts.Day> days() {
        String sql = """
                SELECT (event_time AT TIME ZONE 'UTC')::date AS day, count(*) FROM event
                WHERE event_time > (SELECT max(event_time) FROM event) - interval '60 days'
                GROUP BY day ORDER BY day""";
        return ask(sql, statement -> {
            List<LogCounts.Day> days = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    days.add(new LogCounts.Day(rows.getObject(1, LocalDate.class), rows.getLong(2)));
                }
            }
            return days;
        });
    }

    private static List<CaptureJob> jobs(PreparedStatement statement) throws SQLException {
        List<CaptureJob> jobs = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                jobs.add(new CaptureJob(
                        rows.getObject(1, UUID.class),
                        Times.read(rows, 2),
                        Times.read(rows, 3),
                        rows.getInt(4),
                        rows.getInt(5)));
            }
        }
        return jobs;
    }

    private static EventQuery.Condition beyond(EventQuery.Place place, boolean byTime, boolean ascending) {
        String than = ascending ? ">" : "<";
        return byTime
                ? new EventQuery.Condition(
                        "(v.event_time, v.record_no) " + than + " (?, ?)", List.of(place.eventTime(), place.recordNo()))
                : new EventQuery.Condition("v.record_no " + than + " ?", List.of(place.recordNo()));
    }

    private static String where(List<EventQuery.Condition> conditions) {
        return conditions.isEmpty()
                ? "TRUE"
                : String.join(
                        " AND ",
                        conditions.stream().map(EventQuery.Condition::sql).toList());
    }

    private static int parameters(List<EventQuery.Condition> conditions) {
        return conditions.stream()
                .mapToInt(condition -> condition.values().size())
                .sum();
    }

    private static void bind(PreparedStatement statement, List<EventQuery.Condition> conditions) throws SQLException {
        int at = 1;
        for (EventQuery.Condition condition : conditions) {
            for (Object value : condition.values()) {
                switch (value) {
                    case List<?> list -> statement.setArray(at++, array(statement.getConnection(), list));
                    case Instant time -> statement.setObject(at++, Times.stored(time));
                    default -> statement.setObject(at++, value);
                }
            }
        }
    }

    private static Array array(Connection connection, List<?> values) throws SQLException {
        Object first = values.isEmpty() ? "" : values.getFirst();
        return switch (first) {
            case EventKey _ ->
                EventKey.array(
                        connection, values.stream().map(EventKey.class::cast).toList());
            case Integer _ -> connection.createArrayOf("int2", values.toArray());
            default -> connection.createArrayOf("text", values.toArray());
        };
    }

    private static String context(ResultSet row, int column) throws SQLException {
        String context = row.getString(column);
        return context == null ? NO_CONTEXT : context;
    }

    private interface Question<T> {
        T ask(PreparedStatement statement) throws SQLException;
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return question.ask(statement);
        } catch (SQLException e) {
            throw new DatabaseException("the log cannot be read: " + e.getMessage(), e);
        }
    }
}
