package dev.touchstone.app;

import dev.touchstone.database.Database;
import dev.touchstone.http.HttpServer;
import dev.touchstone.http.Routes;
import dev.touchstone.http.StaticFiles;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A running Touchstone. */
public final class Touchstone implements AutoCloseable {
    private final List<AutoCloseable> parts;
    private final HttpServer http;

    private Touchstone(List<AutoCloseable> parts, HttpServer http) {
        this.parts = parts;
        this.http = http;
    }

    /**
     * Starts everything and returns when requests are answered.
     *
     * @throws dev.touchstone.database.DatabaseException when the database cannot be had
     * @throws dev.touchstone.http.ListenException when the address cannot be had
     * @throws ConfigException when a setting cannot be used
     */
    public static Touchstone start(Config config) {
        List<AutoCloseable> parts = new ArrayList<>();
        try {
            Database database = Database.open(config.database());
            parts.add(database);
            Features features = new Features(database, config.dataFolder(), InstantSource.system());
            parts.add(features);
            Metrics metrics = metrics(features);
            parts.add(metrics);
            HttpServer http = HttpServer.start(config.server(), routes(features, metrics), files(), metrics);
            parts.add(http);
            return new Touchstone(parts, http);
        } catch (RuntimeException e) {
            stop(parts);
            throw e;
        }
    }

    /** Makes all projections again from the log, without serving meanwhile; returns the number of events that were read. */
    public static long rebuild(Config config) {
        try (Database database = Database.open(config.database());
                Features features = new Features(database, config.dataFolder(), InstantSource.system())) {
            features.ledger().rebuild();
            return features.ledger().lastRecordNo();
        }
    }

    /** The address to open. */
    public URI address() {
        return http.address();
    }

    /** Stops to listen, lets running requests finish, closes the log and the database. */
    @Override
    public void close() {
        stop(parts);
    }

    /** All operations of the interface. */
    static List<Routes> routes(Features features, Metrics metrics) {
        List<Routes> routes = new ArrayList<>(features.routes());
        routes.add(new SystemRoutes(features.checks(), metrics));
        return routes;
    }

    private static Metrics metrics(Features features) {
        Metrics metrics = new Metrics();
        metrics.counter("touchstone.events", "Events in the log", features.ledger()::lastRecordNo);
        return metrics;
    }

    private static List<StaticFiles> files() {
        List<StaticFiles> files = new ArrayList<>();
        files.add(new StaticFiles("/", "/console/"));
        files.add(new StaticFiles("/public/", "/public/"));
        files.addAll(SystemRoutes.files());
        return files;
    }

    /** The last one started goes first. A part that does not stop keeps none of the others running. */
    private static void stop(List<AutoCloseable> parts) {
        RuntimeException failure = null;
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("could not stop in order", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
