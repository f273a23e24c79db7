package dev.touchstone.bench;

import dev.touchstone.database.Database;
import dev.touchstone.database.DatabaseConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * What the database could do at most: the rows that the captures left, by bare binary {@code COPY} into empty tables with the same
 * indexes, under the same settings, a thousand events a transaction.
 */
final class CaptureLoadCeiling {
    private static final int EVENTS_A_TRANSACTION = 1_000;
    private static final int MOST_EVENTS = 100_000;

    /** A table, and the condition by which its rows belong to a stretch of the log. */
    private record Table(String name, String rows) {
        static final List<Table> LOG = List.of(
                new Table("event", "record_no BETWEEN %d AND %d"),
                new Table("event_epc", "record_no BETWEEN %d AND %d"),
                new Table("event_reference", "record_no BETWEEN %d AND %d"));
        static final List<Table> LOG_AND_STATE = Stream.concat(
                        LOG.stream(), Stream.of(new Table("item", "last_record_no BETWEEN %d AND %d")))
                .toList();
    }

    private final DataSource database;
    private final int events;

    private CaptureLoadCeiling(DataSource database) throws SQLException {
        this.database = database;
        this.events = Math.min(MOST_EVENTS, (int) number("SELECT max(record_no) FROM event"));
    }

    static void run(Path folder) throws Exception {
        var config = new DatabaseConfig.Embedded(CaptureLoadServer.data(folder), CaptureLoadServer.cache(folder));
        try (Database database = Database.open(config)) {
            CaptureLoadCeiling ceiling = new CaptureLoadCeiling(database.dataSource());
            ceiling.settings();
            for (int connections : new int[] {1, 2}) {
                ceiling.measure("bare COPY, log", Table.LOG, connections);
                ceiling.measure("bare COPY, log and state", Table.LOG_AND_STATE, connections);
            }
        }
    }

    private void settings() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
                        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers', 'max_wal_size')""")) {
            row.next();
            System.out.println("database               " + row.getString(1));
        }
    }

    private void measure(String what, List<Table> tables, int connections)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        List<List<byte[]>> transactions = transactions(tables);
        makeEmpty(tables);
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                done.add(threads.submit(() -> {
                    copyIn(tables, transactions, next);
                    return null;
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-26s %,9.0f events/s   (%d connection%s, %,d events in %.2f s)%n",
                what,
                events / seconds,
                connections,
                connections == 1 ? "" : "s",
                events,
                seconds);
    }

    /** The rows of each transaction, as one COPY stream a table. */
    private List<List<byte[]>> transactions(List<Table> tables) throws SQLException, IOException {
        List<List<byte[]>> transactions = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int from = 1; from <= events; from += EVENTS_A_TRANSACTION) {
                List<byte[]> streams = new ArrayList<>();
                for (Table table : tables) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    String rows = table.rows().formatted(from, Math.min(from + EVENTS_A_TRANSACTION - 1, events));
                    copy.copyOut(
                            "COPY (SELECT * FROM public.%s WHERE %s) TO STDOUT (FORMAT binary)"
                                    .formatted(table.name(), rows),
                            out);
                    streams.add(out.toByteArray());
                }
                transactions.add(streams);
            }
        }
        return transactions;
    }

    private void makeEmpty(List<Table> tables) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS ceiling CASCADE");
            statement.execute("CREATE SCHEMA ceiling");
            for (Table table : tables) {
                statement.execute("CREATE TABLE ceiling.%1$s (LIKE public.%1$s INCLUDING ALL)".formatted(table.name()));
            }
            statement.execute("CHECKPOINT");
        }
    }

    private void copyIn(List<Table> tables, List<List<byte[]>> transactions, AtomicInteger next) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (int i = next.getAndIncrement(); i < transactions.size(); i = next.getAndIncrement()) {
                for (int t = 0; t < tables.size(); t++) {
                    CopyIn into = copy.copyIn("COPY ceiling.%s FROM STDIN (FORMAT binary)"
                            .formatted(tables.get(t).name()));
                    byte[] rows = transactions.get(i).get(t);
                    into.writeToCopy(rows, 0, rows.length);
                    into.endCopy();
                }
                connection.commit();
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
