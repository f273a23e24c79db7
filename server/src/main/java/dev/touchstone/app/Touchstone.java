package dev.touchstone.app;

import dev.touchstone.database.Database;
import dev.touchstone.http.HttpServer;
import dev.touchstone.http.Routes;
import dev.touchstone.http.StaticFiles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A running Touchstone. */
public final class Touchstone implements AutoCloseable {
    private final Database database;
    private final Metrics metrics;
    private final HttpServer http;

    private Touchstone(Database database, Metrics metrics, HttpServer http) {
        this.database = database;
        this.metrics = metrics;
        this.http = http;
    }

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws dev.touchstone.database.DatabaseException when the database cannot be had
     * @throws dev.touchstone.http.ListenException when the address cannot be had
     */
    public static Touchstone start(Config config) {
        Database database = Database.open(config.database());
        Metrics metrics = new Metrics();
        try {
            HttpServer http = HttpServer.start(config.server(), routes(database, metrics), files(), metrics);
            return new Touchstone(database, metrics, http);
        } catch (RuntimeException e) {
            metrics.close();
            database.close();
            throw e;
        }
    }

    /** The address to open. */
    public URI address() {
        return http.address();
    }

    /** Stops to listen, lets running requests finish, closes the log and the database. */
    @Override
    public void close() {
        http.close();
        metrics.close();
        database.close();
    }

    static List<Routes> routes(Database database, Metrics metrics) {
        List<Health.Check> checks =
                List.of(new Health.Check("database", database::answers, "PostgreSQL does not answer."));
        return List.of(new SystemRoutes(checks, metrics));
    }

    private static List<StaticFiles> files() {
        List<StaticFiles> files = new ArrayList<>();
        files.add(new StaticFiles("/", "/console/"));
        files.addAll(SystemRoutes.files());
        return files;
    }
}
