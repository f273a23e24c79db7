package dev.touchstone.recall;

import dev.touchstone.http.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The SQL of {@link Recalls}. */
final class RecallStore {

    private static final String SELECT = """
            SELECT r.id, r.name, r.reason, r.condition, r.started_at,
                   (SELECT count(*) FROM recall_unit u WHERE u.recall_id = r.id)::int AS units
            FROM recall r
            """;

    private final Jdbi jdbi;

    RecallStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(Recall recall, Map<String, List<String>> units) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO recall (id, name, reason, condition, started_at)
                            VALUES (:id, :name, :reason, :condition, :startedAt)""")
                    .bind("id", recall.id())
                    .bind("name", recall.name())
                    .bind("reason", recall.reason())
                    .bind("condition", Json.MAPPER.writeValueAsString(recall.condition()))
                    .bind("startedAt", recall.startedAt().atOffset(ZoneOffset.UTC))
                    .execute();
            var batch = handle.prepareBatch(
                    "INSERT INTO recall_unit (recall_id, epc, component_lots) VALUES (:id, :epc, :lots)");
            units.forEach((unit, lots) -> batch.bind("id", recall.id())
                    .bind("epc", unit)
                    .bind("lots", lots.toArray(String[]::new))
                    .add());
            batch.execute();
        });
    }

    List<Recall> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY r.started_at DESC, r.id")
                .map((row, context) -> recall(row))
                .list());
    }

    int count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*)::int FROM recall")
                .mapTo(Integer.class)
                .one());
    }

    Optional<Recall> recall(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE r.id = :id")
                .bind("id", id)
                .map((row, context) -> recall(row))
                .findOne());
    }

    Map<String, List<String>> units(UUID recall) {
        Map<String, List<String>> units = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT epc, component_lots FROM recall_unit WHERE recall_id = :id")
                .bind("id", recall)
                .map((row, context) -> Map.entry(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray())))
                .forEach(entry -> units.put(entry.getKey(), entry.getValue())));
        return units;
    }

    private static Recall recall(ResultSet row) throws SQLException {
        return new Recall(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("reason"),
                Json.MAPPER.readValue(row.getString("condition"), RecallCondition.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("units"));
    }
}
