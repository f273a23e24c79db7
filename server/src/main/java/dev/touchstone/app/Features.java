package dev.touchstone.app;

import dev.touchstone.database.Database;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Routes;
import dev.touchstone.ledger.CaptureRoutes;
import dev.touchstone.ledger.EventRoutes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.masterdata.MasterDataRoutes;
import dev.touchstone.serial.Secret;
import dev.touchstone.serial.SerialRoutes;
import dev.touchstone.serial.Serials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All features over one database, put together. Closing ends the log; the database stays open. */
final class Features implements AutoCloseable {
    private final Database database;
    private final Ledger ledger;
    private final MasterData masterData;
    private final Serials serials;

    Features(Database database, Path dataFolder, InstantSource clock) {
        this.database = database;
        this.masterData = new MasterData(database.dataSource());
        this.serials = new Serials(database.jdbi(), Optional.of(secret(dataFolder)), clock);
        this.ledger = Ledger.open(database, Limits.STANDARD, clock, List.of(masterData.projection()));
    }

    /** The operations of the interface. */
    List<Routes> routes() {
        return List.of(
                new CaptureRoutes(ledger),
                new EventRoutes(ledger),
                new MasterDataRoutes(masterData, Map::of),
                new SerialRoutes(serials));
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

    private static Secret secret(Path dataFolder) {
        try {
            return Secret.in(Files.createDirectories(dataFolder).resolve("serials.secret"));
        } catch (IOException | IllegalStateException e) {
            throw new ConfigException(e.getMessage());
        }
    }
}
