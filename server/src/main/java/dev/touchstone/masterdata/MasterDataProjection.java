package dev.touchstone.masterdata;

import dev.touchstone.ledger.Batch;
import dev.touchstone.ledger.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Keeps the master data of each batch, and makes places and products again whenever something of it is new. */
final class MasterDataProjection implements Projection {

    private final LongConsumer changed;

    /** @param changed told the number of the newest element, still inside the transaction that adds it */
    MasterDataProjection(LongConsumer changed) {
        this.changed = changed;
    }

    @Override
    public String name() {
        return "master data";
    }

    /** Forgets places and products, and makes them again: the log is given again without the elements, which are kept here. */
    @Override
    public void clear(Connection connection) throws SQLException {
        MasterDataStore.write(new Snapshot(Map.of(), Map.of()), connection);
        project(connection);
    }

    @Override
    public void apply(Batch batch, Connection connection) throws SQLException {
        OptionalLong newest = OptionalLong.empty();
        for (Batch.MasterData document : batch.masterData()) {
            List<Captured> elements = document.elements().stream()
                    .map(element -> Captured.of(element, document.context()))
                    .toList();
            OptionalLong kept = elements.isEmpty()
                    ? OptionalLong.empty()
                    : MasterDataStore.keep(elements, document.captureId(), batch.recordTime(), connection);
            newest = kept.isPresent() ? kept : newest;
        }
        if (newest.isPresent()) {
            project(connection);
            changed.accept(newest.getAsLong());
        }
    }

    private static void project(Connection connection) throws SQLException {
        MasterDataStore.write(
                Snapshot.of(MasterDataStore.newest(connection).stream()
                        .map(Captured::element)
                        .toList()),
                connection);
    }
}
