package dev.touchstone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-09-01T12:00:00Z"));
    private final RateLimit limit = new RateLimit(10, 2, now::get);

    @Test
    void someAtOnceThenSomeEachSecond() {
        assertThat(admitted("one", 50)).isEqualTo(10);
        pass(1);
        assertThat(admitted("one", 50)).isEqualTo(2);
        pass(3600);
        assertThat(admitted("one", 50)).isEqualTo(10);
    }

    @Test
    void eachAddressForItself() {
        assertThat(admitted("one", 50)).isEqualTo(10);
        assertThat(admitted("another", 50)).isEqualTo(10);
    }

    @Test
    void aClockThatGoesBackGivesNothing() {
        admitted("one", 50);
        pass(-60);
        assertThat(admitted("one", 50)).isZero();
    }

    private long admitted(String address, int times) {
        return IntStream.range(0, times).filter(i -> limit.admits(address)).count();
    }

    private void pass(int seconds) {
        now.set(now.get().plusSeconds(seconds));
    }
}
