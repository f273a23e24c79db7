package dev.touchstone.app;

import dev.touchstone.database.Database;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.HttpServer;
import dev.touchstone.http.Routes;
import dev.touchstone.http.StaticFiles;
import dev.touchstone.ledger.CaptureRoutes;
import dev.touchstone.ledger.EventRoutes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.masterdata.MasterDataRoutes;
import dev.touchstone.performance.Performance;
import dev.touchstone.performance.PerformanceRoutes;
import dev.touchstone.recall.RecallRoutes;
import dev.touchstone.recall.Recalls;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Projections;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A running Touchstone. */
public final class Touchstone implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;
    private final Metrics metrics;
    private final HttpServer http;

    private Touchstone(Database database, Ledger ledger, Metrics metrics, HttpServer http) {
        this.database = database;
        this.ledger = ledger;
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
        MasterData masterData = new MasterData(database.dataSource());
        Metrics metrics = new Metrics();
        Ledger ledger = null;
        try {
            ledger = open(database, masterData);
            HttpServer http =
                    HttpServer.start(config.server(), routes(database, ledger, masterData, metrics), files(), metrics);
            return new Touchstone(database, ledger, metrics, http);
        } catch (RuntimeException e) {
            if (ledger != null) {
                ledger.close();
            }
            metrics.close();
            database.close();
            throw e;
        }
    }

    /** Makes every projection of a database's log again, without answering requests. */
    public static void rebuild(Config config) {
        try (Database database = Database.open(config.database());
                Ledger ledger = open(database, new MasterData(database.dataSource()))) {
            ledger.rebuild();
        }
    }

    private static Ledger open(Database database, MasterData masterData) {
        List<Projection> projections = new ArrayList<>();
        projections.add(masterData.projection());
        projections.addAll(Projections.all());
        return Ledger.open(database, Limits.STANDARD, InstantSource.system(), projections);
    }

    /** The address to open. */
    public URI address() {
        return http.address();
    }

    /** Stops to listen, lets running requests finish, closes the log and the database. */
    @Override
    public void close() {
        http.close();
        ledger.close();
        metrics.close();
        database.close();
    }

    static List<Routes> routes(Database database, Ledger ledger, MasterData masterData, Metrics metrics) {
        Population population = new Population(database.jdbi());
        Recalls recalls = new Recalls(population, masterData, ledger, database.jdbi(), InstantSource.system());
        List<Health.Check> checks =
                List.of(new Health.Check("database", database::answers, "PostgreSQL does not answer."));
        return List.of(
                new CaptureRoutes(ledger),
                new EventRoutes(ledger),
                new MasterDataRoutes(masterData, population::unitsByGtin),
                new RecallRoutes(recalls, masterData, ledger),
                new PerformanceRoutes(new Performance(population, masterData), ledger),
                new SystemRoutes(checks, metrics));
    }

    private static List<StaticFiles> files() {
        List<StaticFiles> files = new ArrayList<>();
        files.add(new StaticFiles("/", "/console/"));
        files.addAll(SystemRoutes.files());
        return files;
    }
}
