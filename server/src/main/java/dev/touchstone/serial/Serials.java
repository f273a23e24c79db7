package dev.touchstone.serial;

import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.SerialFormat;
import dev.touchstone.identity.SerialMint;
import dev.touchstone.identity.Sgtin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives out serial numbers, and knows which ones it gave out. Thread-safe. */
public final class Serials {

    private static final int VERSION = 1;

    private final Jdbi jdbi;
    private final Secret secret;
    private final InstantSource clock;

    public Serials(Jdbi jdbi, Secret secret, InstantSource clock) {
        this.jdbi = jdbi;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * A wish for serials.
     *
     * @param requestId under which the same wish gets the same serials again
     */
    public record Wish(Gtin gtin, int count, Alphabet alphabet, int length, Optional<String> requestId) {
        SerialFormat format() {
            return alphabet.format(length);
        }
    }

    /**
     * Serials given out together.
     *
     * @param first count of the first of them, from 0
     * @param issued serials of this product and policy given out so far
     * @param capacity most that may be given out while a guess stays under 1 in 10,000
     */
    public record Lease(
            UUID leaseId,
            Optional<String> requestId,
            String gtin,
            long first,
            int count,
            Alphabet alphabet,
            int length,
            long issued,
            long capacity,
            List<String> serials,
            List<String> digitalLinks) {}

    /** Whether a serial is one that was given out here. */
    public enum Origin {
        /** No serials of the product and of that form are given out here, so that nothing follows. */
        ELSEWHERE,
        ISSUED,
        /** Serials of the product and of that form are given out here, and this is none of them. */
        NEVER_ISSUED
    }

    /**
     * Gives out serials. They are given out for good once this returns.
     *
     * @throws Refusal when the request id stands for another wish, when serials could be guessed, when the product's serials of that
     *     length have another alphabet, or were begun with another secret
     */
    public Lease mint(Wish wish) {
        return jdbi.inTransaction(handle -> {
            Optional<SerialStore.Leased> earlier = wish.requestId().flatMap(id -> SerialStore.leased(id, handle));
            return earlier.map(leased -> again(wish, leased)).orElseGet(() -> lease(wish, handle));
        });
    }

    /** Whether the serial was given out here. */
    public Origin origin(Sgtin unit) {
        Optional<Policy> policy = jdbi.withHandle(
                handle -> SerialStore.policy(unit.gtin().digits(), unit.serial().length(), handle));
        return policy.filter(made -> made.secretId().equals(secret.id()))
                .filter(made -> made.alphabet().spells(unit.serial()))
                .map(made -> {
                    OptionalLong count = made.mint(secret).index(unit.serial());
                    boolean issued = count.isPresent() && count.getAsLong() < made.issued();
                    return issued ? Origin.ISSUED : Origin.NEVER_ISSUED;
                })
                .orElse(Origin.ELSEWHERE);
    }

    private Lease again(Wish wish, SerialStore.Leased leased) {
        Policy policy = leased.policy();
        boolean same = policy.gtin().equals(wish.gtin().digits())
                && policy.alphabet() == wish.alphabet()
                && policy.length() == wish.length()
                && leased.count() == wish.count();
        if (!same) {
            throw new Refusal(Problem.conflict(
                            "request-id-used",
                            "The requestId \"%s\" already stands for %d serials of %d characters of %s."
                                    .formatted(
                                            wish.requestId().orElseThrow(),
                                            leased.count(),
                                            policy.length(),
                                            policy.gtin()))
                    .at("/requestId")
                    .expected("the same request again, or another requestId"));
        }
        requireSecret(policy);
        return lease(policy, leased);
    }

    private Lease lease(Wish wish, Handle handle) {
        Instant now = clock.instant();
        Policy policy = SerialStore.policyForUpdate(wish, VERSION, secret.id(), now, handle);
        requireAlphabet(policy, wish);
        requireSecret(policy);
        if (wish.count() > policy.capacity() - policy.issued()) {
            throw new Refusal(Problem.unprocessable(
                            "headroom",
                            "%d more serials on top of %d of this product would let one guess in 10,000 hit."
                                    .formatted(wish.count(), policy.issued()))
                    .at("/count")
                    .expected("at most %d, or longer serials, or a larger alphabet"
                            .formatted(policy.capacity() - policy.issued())));
        }
        return lease(policy, SerialStore.lease(policy, wish, now, handle));
    }

    private static void requireAlphabet(Policy policy, Wish wish) {
        if (policy.alphabet() != wish.alphabet()) {
            throw new Refusal(Problem.conflict(
                            "other-alphabet",
                            "Serials of %d characters of this product are made of another alphabet, and both could make the same one."
                                    .formatted(policy.length()))
                    .at("/alphabet")
                    .expected("the alphabet %s, or another length"
                            .formatted(policy.alphabet().name().toLowerCase(Locale.ROOT))));
        }
    }

    private void requireSecret(Policy policy) {
        if (!policy.secretId().equals(secret.id())) {
            throw new Refusal(Problem.unavailable(
                            "other-secret",
                            "The serials of this product were begun with another master secret; going on with this one could make one twice.")
                    .expected("the file of that secret in place of this one, or another length"));
        }
    }

    private Lease lease(Policy policy, SerialStore.Leased leased) {
        SerialMint mint = policy.mint(secret);
        Gtin gtin = new Gtin(policy.gtin());
        List<String> serials = LongStream.range(leased.first(), leased.first() + leased.count())
                .mapToObj(mint::serial)
                .toList();
        return new Lease(
                leased.leaseId(),
                leased.requestId(),
                policy.gtin(),
                leased.first(),
                leased.count(),
                policy.alphabet(),
                policy.length(),
                leased.policy().issued(),
                policy.capacity(),
                serials,
                serials.stream()
                        .map(serial -> new Sgtin(gtin, serial).digitalLink())
                        .toList());
    }
}
