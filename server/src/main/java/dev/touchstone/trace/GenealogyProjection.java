package dev.touchstone.trace;

import dev.touchstone.database.CopyBuffer;
import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import dev.touchstone.ledger.Batch;
import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.Thing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Keeps the table {@code genealogy}: what was made of what. Each of its rows follows from one event alone. */
final class GenealogyProjection implements Projection {
    private static final String TARGET =
            "genealogy (transformation, epc, output, kind, event_time, event_key, quantity, uom)";
    private static final int FIELDS = 8;
    /** Steps by which a part becomes part of a thing (CBV 2.0, section 7.1). */
    private static final Set<String> BUILDING = Set.of("installing", "assembling");

    private final CopyBuffer rows = new CopyBuffer();

    @Override
    public String name() {
        return "genealogy";
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE genealogy");
        }
    }

    @Override
    public void apply(Batch batch, Connection connection) throws SQLException {
        rows.clear();
        for (LoggedEvent event : batch.added()) {
            if (event.type() == EventType.TRANSFORMATION) {
                put(event, Genealogy.Making.TRANSFORMATION);
            } else if (builds(event)) {
                put(event, Genealogy.Making.ASSOCIATION);
            }
        }
        rows.copyInto(connection, TARGET);
        remove(batch.retracted(), connection);
    }

    private static boolean builds(LoggedEvent event) {
        return event.type() == EventType.ASSOCIATION
                && event.action() == Action.ADD
                && event.bizStep() != null
                && BUILDING.contains(event.bizStep());
    }

    private void put(LoggedEvent event, Genealogy.Making kind) {
        byte[] transformation = transformation(event).bytes();
        for (Thing thing : event.things()) {
            rows.row(FIELDS)
                    .bytea(transformation)
                    .text(thing.epc())
                    .bool(thing.role() == Role.OUTPUT || thing.role() == Role.PARENT)
                    .int2(kind.ordinal())
                    .time(event.time())
                    .bytea(event.key().bytes())
                    .numeric(thing.quantity())
                    .text(thing.uom());
        }
    }

    /** Events that share a transformationID are one transformation (EPCIS 2.0, section 7.4.6). */
    private static EventKey transformation(LoggedEvent event) {
        return event.transformationId() == null
                ? event.key()
                : EventKey.digest(event.transformationId().getBytes(StandardCharsets.UTF_8));
    }

    private static void remove(List<LoggedEvent> retracted, Connection connection) throws SQLException {
        if (retracted.isEmpty()) {
            return;
        }
        String sql = "DELETE FROM genealogy WHERE transformation = ANY (?) AND event_key = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    EventKey.array(
                            connection,
                            retracted.stream()
                                    .map(GenealogyProjection::transformation)
                                    .toList()));
            statement.setArray(
                    2,
                    EventKey.array(
                            connection, retracted.stream().map(LoggedEvent::key).toList()));
            statement.executeUpdate();
        }
    }
}
