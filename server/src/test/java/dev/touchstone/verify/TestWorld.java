package dev.touchstone.verify;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.serial.Secret;
import dev.touchstone.serial.Serials;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Projections;
import dev.touchstone.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything that verdicts need, on a fresh database, with the places of {@link TestPlaces} and a clock that tests set. */
final class TestWorld implements BeforeAllCallback, AfterAllCallback {

    static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private Path folder;
    private Database database;
    private Ledger ledger;
    private MasterData masterData;
    private Serials serials;
    private List<Routes> routes;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        InstantSource clock = now::get;
        folder = Files.createTempDirectory("touchstone-verify");
        database = TestDatabase.fresh();
        masterData = new MasterData(database.dataSource());
        Cases cases = new Cases(database.jdbi(), masterData, new Population(database.jdbi()));
        List<Projection> projections = new ArrayList<>(Projections.all());
        projections.add(masterData.projection());
        projections.add(cases.projection());
        ledger = Ledger.open(database, Limits.STANDARD, clock, projections);
        ledger.capture(TestEvent.stream(TestPlaces.document()));
        serials = new Serials(database.jdbi(), Secret.in(folder.resolve("secret")), clock);
        Trace trace = new Trace(database.dataSource(), masterData, CompanyPrefixes.none());
        Verification verification =
                new Verification(database.jdbi(), trace, masterData, serials, cases, CompanyPrefixes.none(), clock);
        LookUps lookUps = new LookUps(clock);
        routes = List.of(
                new VerifyRoutes(verification, cases, lookUps), new PublicRoutes(verification, masterData, lookUps));
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        ledger.close();
        database.close();
        Files.deleteIfExists(folder.resolve("secret"));
        Files.deleteIfExists(folder);
    }

    List<Routes> routes() {
        return routes;
    }

    Serials serials() {
        return serials;
    }

    void capture(TestEvent... events) {
        ledger.capture(TestEvent.documentStream(events));
    }

    void captureDocument(String document) {
        ledger.capture(TestEvent.stream(document));
    }

    /** Sets the clock forward, which also lets an address ask again. */
    void pass(long seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }

    Instant now() {
        return now.get();
    }

    int scans() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM scan")
                        .mapTo(Integer.class)
                        .one());
    }

    /** All that is kept of scans, as one text. */
    String scanLog() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT scan::text FROM scan ORDER BY scan_no")
                        .mapTo(String.class)
                        .list()
                        .toString());
    }
}
