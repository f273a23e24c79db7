package dev.touchstone.masterdata;

import dev.touchstone.ledger.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * What is known of products and places. Thread-safe. Answers come from memory, which follows the log: what a capture brought is
 * seen as soon as the capture is acknowledged. Meant for up to some 100,000 places and as many products.
 */
public final class MasterData {

    private record Cached(long version, Snapshot snapshot) {}

    private final DataSource database;
    private final Projection projection = new MasterDataProjection(newest -> pending = newest);
    private final ReentrantLock loading = new ReentrantLock();
    /** Number of the newest element that a transaction added, committed or not. */
    private volatile long pending;

    private volatile Cached cached = new Cached(-1, new Snapshot(Map.of(), Map.of()));

    public MasterData(DataSource database) {
        this.database = database;
    }

    /** The projection that feeds it; the ledger runs it. */
    public Projection projection() {
        return projection;
    }

    /** The place of a canonical identifier; one that master data does not know is named by its identifier. */
    public Location location(String id) {
        Location known = snapshot().locations().get(id);
        return known == null ? Location.unknown(id) : known;
    }

    /** Whether master data names a place. */
    public boolean knows(String locationId) {
        return snapshot().locations().containsKey(locationId);
    }

    /** The places of master data, by name; of one kind where it is given. */
    public List<Location> locations(Optional<LocationKind> kind) {
        return snapshot().locations().values().stream()
                .filter(location -> kind.isEmpty() || kind.get() == location.kind())
                .sorted(Comparator.comparing(Location::name).thenComparing(Location::id))
                .toList();
    }

    /** The product of a GTIN of 14 digits; one that master data does not know is named by its GTIN. */
    public Product product(String gtin) {
        Product known = snapshot().products().get(gtin);
        return known == null ? Product.unknown(gtin) : known;
    }

    /** The products of master data, in no order. */
    public Collection<Product> products() {
        return snapshot().products().values();
    }

    /** A number that changes whenever products or places may have changed. */
    public long version() {
        return current().version;
    }

    private Snapshot snapshot() {
        return current().snapshot;
    }

    /**
     * As long as the newest element is not seen in the database, its transaction is under way or was rolled back; the database is then
     * asked each time, until a later element is seen.
     */
    private Cached current() {
        Cached held = cached;
        return held.version >= pending && held.version >= 0 ? held : load();
    }

    private Cached load() {
        loading.lock();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                long version = MasterDataStore.version(connection);
                if (version != cached.version) {
                    cached = new Cached(version, MasterDataStore.read(connection));
                }
                return cached;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("master data cannot be read", e);
        } finally {
            loading.unlock();
        }
    }
}
