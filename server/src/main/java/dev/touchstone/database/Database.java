package dev.touchstone.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The open database with all migrations applied. Thread-safe. Features take {@link #jdbi()} for their questions and
 * {@link #dataSource()} where plain JDBC and {@code COPY} are faster.
 */
public final class Database implements AutoCloseable {
    private static final int OLDEST_VERSION = 15;
    /** More connections than cores help only while some wait for the disk or a slow reader. */
    private static final int POOL_SIZE = 16;

    private static final int IDLE_CONNECTIONS = 2;
    private static final long WAIT_FOR_CONNECTION_MILLIS = 10_000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final AutoCloseable server;

    private Database(HikariDataSource pool, AutoCloseable server) {
        this.pool = pool;
        this.server = server;
        this.jdbi = Jdbi.create(pool);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(UUID.class, "uuid");
    }

    /**
     * Opens the database: starts the embedded server or connects to the external one, and applies the migrations that are missing.
     *
     * @throws DatabaseException with a sentence for the operator when it cannot be had
     */
    public static Database open(DatabaseConfig config) {
        return switch (config) {
            case DatabaseConfig.Embedded embedded -> open(EmbeddedPostgres.start(embedded), Cluster.NAME);
            case DatabaseConfig.External external -> {
                ExternalAddress address = ExternalAddress.parse(external.url());
                HikariConfig pool = pool(address.jdbcUrl());
                address.user().ifPresent(pool::setUsername);
                address.password().ifPresent(pool::setPassword);
                yield open(pool, () -> {});
            }
        };
    }

    /** Opens one database of a running embedded server, which is stopped with it. */
    private static Database open(EmbeddedPostgres postgres, String name) {
        try {
            return open(pool(postgres, name), postgres);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    static Database open(HikariConfig config, AutoCloseable server) {
        HikariDataSource pool = connect(config);
        try {
            requireVersion(pool);
            migrate(pool);
            return new Database(pool, server);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    static HikariConfig pool(EmbeddedPostgres postgres, String database) {
        HikariConfig config = pool(postgres.jdbcUrl(database));
        config.setUsername(Cluster.NAME);
        config.setPassword(postgres.password());
        return config;
    }

    private static HikariConfig pool(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        // The driver asks for the zone of this machine; answers shall not depend on it.
        config.setConnectionInitSql("SET TIME ZONE 'UTC'");
        config.addDataSourceProperty("ApplicationName", "touchstone");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return config;
    }

    public DataSource dataSource() {
        return pool;
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Closes the pool, then stops the embedded server. */
    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new DatabaseException("the database did not stop: " + e.getMessage(), e);
        }
    }

    private static HikariDataSource connect(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DatabaseException("cannot connect to PostgreSQL: " + cause.getMessage(), e);
        }
    }

    private static void requireVersion(DataSource source) {
        try (Connection connection = source.getConnection()) {
            var about = connection.getMetaData();
            if (about.getDatabaseMajorVersion() < OLDEST_VERSION) {
                throw new DatabaseException(
                        "Touchstone needs PostgreSQL %d or newer; TOUCHSTONE_DATABASE_URL leads to %s."
                                .formatted(OLDEST_VERSION, about.getDatabaseProductVersion()));
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot ask PostgreSQL for its version: " + e.getMessage(), e);
        }
    }

    private static void migrate(DataSource source) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseException(
                    "the schema of the database cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
