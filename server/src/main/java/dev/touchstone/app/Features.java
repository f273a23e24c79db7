package dev.touchstone.app;

import dev.touchstone.database.Database;
import dev.touchstone.demo.Demonstration;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.CaptureRoutes;
import dev.touchstone.ledger.EventRoutes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.masterdata.MasterDataRoutes;
import dev.touchstone.overview.OverviewRoutes;
import dev.touchstone.performance.Performance;
import dev.touchstone.performance.PerformanceRoutes;
import dev.touchstone.recall.RecallRoutes;
import dev.touchstone.recall.Recalls;
import dev.touchstone.serial.LabelRoutes;
import dev.touchstone.serial.Secret;
import dev.touchstone.serial.SerialRoutes;
import dev.touchstone.serial.Serials;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Projections;
import dev.touchstone.trace.Trace;
import dev.touchstone.trace.TraceRoutes;
import dev.touchstone.verify.Cases;
import dev.touchstone.verify.LookUps;
import dev.touchstone.verify.PublicRoutes;
import dev.touchstone.verify.Verification;
import dev.touchstone.verify.VerifyRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** All features over one database, put together. Closing ends the log; the database stays open. */
final class Features implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;
    private final MasterData masterData;
    private final Serials serials;
    private final Trace trace;
    private final Population population;
    private final Recalls recalls;
    private final Cases cases;
    private final Verification verification;
    private final LookUps lookUps;

    Features(Database database, Path dataFolder, InstantSource clock) {
        this.database = database;
        this.masterData = new MasterData(database.dataSource());
        this.serials = new Serials(database.jdbi(), secret(dataFolder), clock);
        this.trace = new Trace(database.dataSource(), masterData, CompanyPrefixes.none());
        this.population = new Population(database.jdbi());
        this.cases = new Cases(database.jdbi(), masterData, population);
        this.verification =
                new Verification(database.jdbi(), trace, masterData, serials, cases, CompanyPrefixes.none(), clock);
        this.lookUps = new LookUps(clock);
        this.ledger = Ledger.open(database, Ledger.LIMITS, clock, projections());
        this.recalls = new Recalls(population, masterData, ledger, database.jdbi(), clock);
        ledger.listen(cases.listener(ledger::lastRecordNo));
    }

    /** The operations of the interface. */
    List<Routes> routes() {
        return List.of(
                new CaptureRoutes(ledger),
                new EventRoutes(ledger),
                new TraceRoutes(trace),
                new OverviewRoutes(
                        ledger,
                        trace,
                        masterData,
                        cases::count,
                        recalls::count,
                        () -> masterData.knows(Demonstration.PLACE)),
                new MasterDataRoutes(masterData, population::unitsByGtin),
                new SerialRoutes(serials),
                new LabelRoutes(trace, masterData),
                new VerifyRoutes(verification, cases, lookUps),
                new PublicRoutes(verification, masterData, lookUps),
                new RecallRoutes(recalls, masterData, ledger),
                new PerformanceRoutes(new Performance(population, masterData), ledger));
    }

    /** What must work for the server to be up. */
    List<Health.Check> checks() {
        return List.of(
                new Health.Check("database", database::answers, "PostgreSQL does not answer."),
                new Health.Check("writer", ledger::isWriting, "The writer of the log has stopped."));
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        ledger.close();
    }

    private List<Projection> projections() {
        List<Projection> projections = new ArrayList<>();
        projections.add(masterData.projection());
        projections.addAll(Projections.all());
        projections.add(cases.projection());
        return projections;
    }

    private static Secret secret(Path dataFolder) {
        try {
            return Secret.in(Files.createDirectories(dataFolder).resolve("serials.secret"));
        } catch (IOException | IllegalStateException e) {
            throw new ConfigException(e.getMessage());
        }
    }
}
