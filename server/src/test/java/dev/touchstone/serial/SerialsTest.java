package dev.touchstone.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.database.TestDatabase;
import dev.touchstone.http.Refusal;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.serial.Serials.Lease;
import dev.touchstone.serial.Serials.Origin;
import dev.touchstone.serial.Serials.Wish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SerialsTest {

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private static final Secret SECRET = new Secret("0123456789abcdef0123456789abcdef".getBytes());

    private static int products;

    private final Gtin gtin = product();
    private final Serials serials = serials(SECRET);

    @Test
    void leasesFollowEachOtherAndNoSerialIsGivenOutTwice() {
        Lease one = serials.mint(wish(500));
        Lease two = serials.mint(wish(700));

        assertThat(one.first()).isZero();
        assertThat(two.first()).isEqualTo(500);
        assertThat(two.issued()).isEqualTo(1200);
        assertThat(two.capacity()).isEqualTo(Math.round(Math.floor(Math.pow(32, 12) / 10_000)));
        Set<String> all = new HashSet<>(one.serials());
        all.addAll(two.serials());
        assertThat(all).hasSize(1200).allMatch(serial -> serial.matches("[0-9A-HJKMNP-TV-Z]{12}"));
        assertThat(one.digitalLinks().getFirst())
                .isEqualTo(new Sgtin(gtin, one.serials().getFirst()).digitalLink());
    }

    @Test
    void theSameRequestGetsTheSameSerialsAgainAlsoAfterARestart() {
        Wish wish = wish(20, "line 4, 31 August");
        Lease first = serials.mint(wish);
        serials.mint(wish(5));
        Lease again = serials(SECRET).mint(wish);

        assertThat(again.leaseId()).isEqualTo(first.leaseId());
        assertThat(again.serials()).isEqualTo(first.serials());
        assertThat(again.issued()).isEqualTo(25);
    }

    @Test
    void anotherWishUnderAUsedRequestIdIsRefused() {
        serials.mint(wish(20, "once " + gtin));
        for (Wish other : List.of(
                wish(21, "once " + gtin),
                new Wish(product(), 20, Alphabet.UNAMBIGUOUS, 12, Optional.of("once " + gtin)),
                new Wish(gtin, 20, Alphabet.UNAMBIGUOUS, 13, Optional.of("once " + gtin)))) {
            assertThatThrownBy(() -> serials.mint(other)).isInstanceOfSatisfying(Refusal.class, refused -> {
                assertThat(refused.problem().status()).isEqualTo(409);
                assertThat(refused.problem().pointer()).contains("/requestId");
            });
        }
    }

    @Test
    void manyAtOnceGetSerialsOfTheirOwnAndOneRequestSentManyTimesGetsOneLease() throws Exception {
        List<Callable<Lease>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(() -> serials.mint(wish(50)));
            asked.add(() -> serials.mint(wish(30, "the same " + gtin)));
        }
        List<Lease> leases = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Lease> answer : threads.invokeAll(asked)) {
                leases.add(answer.get());
            }
        }
        assertThat(leases.stream().map(Lease::leaseId).distinct()).hasSize(41);
        Set<String> all = new HashSet<>();
        leases.forEach(lease -> all.addAll(lease.serials()));
        assertThat(all).hasSize(40 * 50 + 30);
        assertThat(serials.mint(wish(1)).issued()).isEqualTo(40 * 50 + 30 + 1);
    }

    @Test
    void noMoreAreGivenOutThanKeepAGuessUnderOneInTenThousand() {
        Wish all = new Wish(gtin, 99, Alphabet.NUMERIC, 6, Optional.empty());
        assertThat(serials.mint(all).capacity()).isEqualTo(99);
        assertThatThrownBy(() -> serials.mint(new Wish(gtin, 1, Alphabet.NUMERIC, 6, Optional.empty())))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("headroom");
                    assertThat(refused.problem().expected().orElse("")).startsWith("at most 0");
                });
    }

    @Test
    void serialsOfOneLengthHaveOneAlphabetForTwoCouldMakeTheSameOne() {
        serials.mint(wish(1));
        assertThatThrownBy(() -> serials.mint(new Wish(gtin, 1, Alphabet.NUMERIC, 12, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("other-alphabet"));
        assertThat(serials.mint(new Wish(gtin, 1, Alphabet.NUMERIC, 13, Optional.empty()))
                        .first())
                .isZero();
    }

    @Test
    void withoutTheSecretOfTheirBeginningNoFurtherSerialsAreMade() {
        serials.mint(wish(10));
        Serials other = serials(new Secret("another secret of 32 characters!".getBytes()));
        assertThatThrownBy(() -> other.mint(wish(10)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("other-secret"));
    }

    @Test
    void knowsWhichSerialsItGaveOut() {
        Lease lease = serials.mint(wish(100));
        assertThat(lease.serials()).allMatch(serial -> origin(gtin, serial) == Origin.ISSUED);
        assertThat(origin(gtin, "000000000000")).isEqualTo(Origin.NEVER_ISSUED);
        assertThat(origin(gtin, "anything")).isEqualTo(Origin.ELSEWHERE);
        assertThat(origin(gtin, "lower-case-1")).isEqualTo(Origin.ELSEWHERE);
        assertThat(origin(product(), lease.serials().getFirst())).isEqualTo(Origin.ELSEWHERE);
    }

    @Test
    void serialsOfTwoProductsHaveNothingInCommon() {
        Set<String> one = new HashSet<>(serials.mint(wish(1000)).serials());
        List<String> other = serials.mint(new Wish(product(), 1000, Alphabet.UNAMBIGUOUS, 12, Optional.empty()))
                .serials();
        assertThat(other).doesNotContainAnyElementsOf(one);
    }

    private Origin origin(Gtin product, String serial) {
        return serials.origin(new Sgtin(product, serial));
    }

    private static Serials serials(Secret secret) {
        return new Serials(database.jdbi(), secret, Clock.systemUTC());
    }

    private Wish wish(int count) {
        return new Wish(gtin, count, Alphabet.UNAMBIGUOUS, 12, Optional.empty());
    }

    private Wish wish(int count, String requestId) {
        return new Wish(gtin, count, Alphabet.UNAMBIGUOUS, 12, Optional.of(requestId));
    }

    private static synchronized Gtin product() {
        String body = "09521321%05d".formatted(++products);
        int sum = IntStream.range(0, 13)
                .map(i -> (body.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1))
                .sum();
        return new Gtin(body + (10 - sum % 10) % 10);
    }
}
