package dev.touchstone.serial;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** SQL of policies and leases. */
final class SerialStore {

    private SerialStore() {}

    /** A lease with its policy as it stands after it. */
    record Leased(UUID leaseId, Optional<String> requestId, long first, int count, Policy policy) {}

    /** The lease of a request. Until the transaction ends, no other one gives that request a lease. */
    static Optional<Leased> leased(String requestId, Handle handle) {
        handle.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('serial request ' || :id, 0))::text")
                .bind("id", requestId)
                .mapTo(String.class)
                .findFirst();
        return handle.createQuery("""
                        SELECT l.lease_id, l.request_id, l.first, l.count, p.*
                        FROM serial_lease l JOIN serial_policy p USING (policy_id)
                        WHERE l.request_id = :id""")
                .bind("id", requestId)
                .map((row, context) -> new Leased(
                        row.getObject("lease_id", UUID.class),
                        Optional.of(row.getString("request_id")),
                        row.getLong("first"),
                        row.getInt("count"),
                        policy(row)))
                .findFirst();
    }

    static Optional<Policy> policy(String gtin, int length, Handle handle) {
        return handle.createQuery("SELECT * FROM serial_policy WHERE gtin = :gtin AND length = :length")
                .bind("gtin", gtin)
                .bind("length", length)
                .map((row, context) -> policy(row))
                .findFirst();
    }

    /** The policy of a wish, made where there is none. Until the transaction ends, no other one changes it. */
    static Policy policyForUpdate(Serials.Wish wish, int version, String secretId, Instant now, Handle handle) {
        handle.createUpdate("""
                        INSERT INTO serial_policy (gtin, length, alphabet, version, secret_id, created_at)
                        VALUES (:gtin, :length, :alphabet, :version, :secret, :now)
                        ON CONFLICT (gtin, length) DO NOTHING""")
                .bind("gtin", wish.gtin().digits())
                .bind("length", wish.length())
                .bind("alphabet", wish.alphabet().name())
                .bind("version", version)
                .bind("secret", secretId)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        return handle.createQuery("SELECT * FROM serial_policy WHERE gtin = :gtin AND length = :length FOR UPDATE")
                .bind("gtin", wish.gtin().digits())
                .bind("length", wish.length())
                .map((row, context) -> policy(row))
                .one();
    }

    /** Takes the next stretch of the counter. */
    static Leased lease(Policy policy, Serials.Wish wish, Instant now, Handle handle) {
        Policy after = handle.createQuery(
                        "UPDATE serial_policy SET issued = issued + :count WHERE policy_id = :id RETURNING *")
                .bind("count", wish.count())
                .bind("id", policy.id())
                .map((row, context) -> policy(row))
                .one();
        UUID leaseId = UUID.randomUUID();
        long first = after.issued() - wish.count();
        handle.createUpdate("""
                        INSERT INTO serial_lease (lease_id, request_id, policy_id, first, count, created_at)
                        VALUES (:lease, :request, :policy, :first, :count, :now)""")
                .bind("lease", leaseId)
                .bind("request", wish.requestId().orElse(null))
                .bind("policy", policy.id())
                .bind("first", first)
                .bind("count", wish.count())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute();
        return new Leased(leaseId, wish.requestId(), first, wish.count(), after);
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                row.getLong("policy_id"),
                row.getString("gtin"),
                Alphabet.valueOf(row.getString("alphabet")),
                row.getInt("length"),
                row.getInt("version"),
                row.getString("secret_id"),
                row.getLong("issued"));
    }
}
