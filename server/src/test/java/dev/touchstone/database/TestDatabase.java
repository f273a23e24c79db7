package dev.touchstone.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated database for a test class, all on one embedded PostgreSQL of the test run.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final TestDatabase database = new TestDatabase();
 * </pre>
 *
 * <p>The database is copied from a migrated template, which takes some 30 ms. The server of the test run does not wait for the disk
 * (fsync off): tests of durability start real processes instead.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private static final String TEMPLATE = "template_touchstone";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private Database database;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        database = fresh();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    public Database database() {
        return database;
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** One more fresh database, for a test that needs several; the caller closes it. */
    public static Database fresh() throws IOException, SQLException {
        String name = "test_" + COUNT.incrementAndGet();
        EmbeddedPostgres running = server();
        execute(running, "CREATE DATABASE %s TEMPLATE %s".formatted(name, TEMPLATE));
        return Database.open(Database.pool(running, name), () -> {});
    }

    private static synchronized EmbeddedPostgres server() throws IOException, SQLException {
        if (server == null) {
            Path folder = Files.createTempDirectory("touchstone-test");
            var config = new DatabaseConfig.Embedded(folder, TestFolders.cache());
            server = EmbeddedPostgres.start(config, List.of("fsync = off", "max_connections = 200"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                deleteQuietly(folder);
            }));
            execute(server, "CREATE DATABASE " + TEMPLATE);
            Database.open(Database.pool(server, TEMPLATE), () -> {}).close();
        }
        return server;
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var pool = new HikariDataSource(Database.pool(server, "postgres"));
                var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            PostgresBinaries.deleteTree(folder);
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
