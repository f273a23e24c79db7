package dev.touchstone.verify;

import dev.touchstone.verify.Evidence.Scans;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** SQL of the scan log. */
final class ScanStore {

    private ScanStore() {}

    /** @param place canonical location, or {@code geo:} URI */
    static void keep(Instant at, String code, Optional<String> place, Handle handle) {
        handle.createUpdate("INSERT INTO scan (scanned_at, code, place) VALUES (:at, :code, :place)")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("code", code)
                .bind("place", place.orElse(null))
                .execute();
    }

    /** The scans of a code up to a moment. */
    static Scans upTo(Instant at, String code, Handle handle) {
        return handle.createQuery("SELECT count(*), max(scanned_at) FROM scan WHERE code = :code AND scanned_at <= :at")
                .bind("code", code)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Scans(
                        row.getInt(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one();
    }
}
