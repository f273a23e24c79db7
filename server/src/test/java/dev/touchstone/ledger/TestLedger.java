package dev.touchstone.ledger;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Routes;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A ledger on a fresh database, open from the first use to the end of the test class (or until closed). */
public final class TestLedger implements AfterAllCallback, AutoCloseable {
    private final Limits limits;
    private final Function<Database, List<Projection>> projections;
    private Database database;
    private Ledger ledger;

    public TestLedger(Projection... projections) {
        this(Limits.STANDARD, projections);
    }

    public TestLedger(Limits limits, Projection... projections) {
        this(limits, _ -> List.of(projections));
    }

    /** @param projections that need the database */
    public TestLedger(Function<Database, List<Projection>> projections) {
        this(Limits.STANDARD, projections);
    }

    private TestLedger(Limits limits, Function<Database, List<Projection>> projections) {
        this.limits = limits;
        this.projections = projections;
    }

    public synchronized Ledger ledger() {
        if (ledger == null) {
            ledger = Ledger.open(database(), limits, InstantSource.system(), projections.apply(database()));
        }
        return ledger;
    }

    public synchronized Database database() {
        if (database == null) {
            try {
                database = TestDatabase.fresh();
            } catch (IOException | SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return database;
    }

    public List<Routes> routes() {
        return List.of(new CaptureRoutes(ledger()), new EventRoutes(ledger()));
    }

    public CaptureJob capture(TestEvent... events) {
        return ledger().capture(TestEvent.documentStream(events));
    }

    /** How many rows the tables of the log have together. */
    public long rows() {
        return number("""
                SELECT (SELECT count(*) FROM event) + (SELECT count(*) FROM event_epc)
                     + (SELECT count(*) FROM event_reference) + (SELECT count(*) FROM capture_job)""");
    }

    /** The one number that a query gives. */
    public long number(String sql) {
        try (Connection connection = database().dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public synchronized void close() {
        if (ledger != null) {
            ledger.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
