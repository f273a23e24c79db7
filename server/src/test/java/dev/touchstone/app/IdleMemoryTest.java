package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IdleMemoryTest {
    private static final Duration QUIET = Duration.ofMillis(20);

    @Test
    void eachBusyTimeIsFollowedByOneCollection() throws Exception {
        Semaphore collections = new Semaphore(0);
        try (IdleMemory memory = new IdleMemory(QUIET, collections::release)) {
            assertThat(collections.tryAcquire(10, TimeUnit.SECONDS))
                    .as("after the start")
                    .isTrue();
            assertThat(collections.tryAcquire(200, TimeUnit.MILLISECONDS))
                    .as("while nothing happens")
                    .isFalse();
            memory.answered("GET", "/health", 200, Duration.ofMillis(1));
            assertThat(collections.tryAcquire(200, TimeUnit.MILLISECONDS))
                    .as("after a look at its health")
                    .isFalse();
            memory.answered("GET", "/api/trace", 200, Duration.ofMillis(1));
            assertThat(collections.tryAcquire(10, TimeUnit.SECONDS))
                    .as("after a request")
                    .isTrue();
        }
    }
}
