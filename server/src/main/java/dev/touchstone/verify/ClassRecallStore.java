package dev.touchstone.verify;

import dev.touchstone.identity.Lgtin;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.verify.Evidence.Fact;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** SQL of recalls of a whole lot or product: events that name the class, not the unit. What is above a unit overrides the unit. */
final class ClassRecallStore {

    private ClassRecallStore() {}

    /** The event that recalled the lot or the product of a unit, unless a later one lifted it. */
    static Optional<Fact> of(Sgtin unit, Optional<String> lot, Optional<Instant> asOf, Handle handle) {
        List<String> classes = new ArrayList<>(List.of(unit.gtin().digitalLink()));
        lot.flatMap(number -> lot(unit, number)).ifPresent(classes::add);
        record Said(boolean recalls, Fact fact) {}
        return handle.createQuery("""
                        SELECT e.event_time, 'recalled' = ANY (e.persistent_set) OR e.disposition = 'recalled' AS recalls,
                               coalesce(e.event_id, 'ni:///sha-256;' || encode(e.event_hash, 'hex') || '?ver=CBV2.0') AS event_id
                        FROM event_epc m JOIN event e ON e.record_no = m.record_no
                        WHERE m.epc = ANY (:classes) AND m.is_class
                          AND (:asOf::timestamptz IS NULL OR m.event_time <= :asOf)
                          AND (e.disposition = 'recalled' OR 'recalled' = ANY (e.persistent_set || e.persistent_unset))
                          AND e.voids IS NULL
                          AND NOT EXISTS (SELECT FROM event v WHERE v.voids = e.event_key)
                        ORDER BY e.event_time DESC, e.record_no DESC
                        LIMIT 1""")
                .bind("classes", classes.toArray(String[]::new))
                .bind("asOf", asOf.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null))
                .map((row, context) -> new Said(
                        row.getBoolean("recalls"),
                        new Fact(
                                row.getObject("event_time", OffsetDateTime.class)
                                        .toInstant(),
                                Optional.empty(),
                                row.getString("event_id"))))
                .findFirst()
                .filter(Said::recalls)
                .map(Said::fact);
    }

    private static Optional<String> lot(Sgtin unit, String number) {
        try {
            return Optional.of(new Lgtin(unit.gtin(), number).digitalLink());
        } catch (ProblemException notOfGs1) {
            return Optional.empty();
        }
    }
}
