package dev.touchstone.app;

import dev.touchstone.http.RequestObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives memory back to the system when the server has become quiet. The collector that fits a small heap best (Serial) works only when
 * memory is asked for, and so would keep what a busy time needed until the next one.
 */
final class IdleMemory implements RequestObserver, AutoCloseable {
    /** Routes that are asked at intervals for ever, which is no use of the server. */
    private static final Set<String> WATCHING = Set.of("/health", "/metrics");

    private final long quietNanos;
    private final Runnable collect;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idle-memory").daemon().factory());
    private volatile long lastAnswered = System.nanoTime();
    private volatile boolean busySince = true;

    /** @param quiet how long nobody must have asked anything */
    IdleMemory(Duration quiet) {
        this(quiet, System::gc);
    }

    IdleMemory(Duration quiet, Runnable collect) {
        this.quietNanos = quiet.toNanos();
        this.collect = collect;
        watch.scheduleWithFixedDelay(this::look, quietNanos, quietNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void answered(String method, String route, int status, Duration took) {
        if (!WATCHING.contains(route)) {
            lastAnswered = System.nanoTime();
            busySince = true;
        }
    }

    private void look() {
        if (busySince && System.nanoTime() - lastAnswered >= quietNanos) {
            busySince = false;
            collect.run();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
