package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Touchstone;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** A server in this process that stops in order however the process is asked to end: Ctrl-C, SIGTERM, or by its own will. */
final class RunningServer implements AutoCloseable {
    private final Touchstone touchstone;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RunningServer(Touchstone touchstone) {
        this.touchstone = touchstone;
    }

    static RunningServer start(Config config) {
        RunningServer server = new RunningServer(Touchstone.start(config));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        return server;
    }

    Touchstone touchstone() {
        return touchstone;
    }

    URI address() {
        return touchstone.address();
    }

    /** Waits until the server has been stopped. */
    void await() throws InterruptedException {
        stopped.await();
    }

    @Override
    public synchronized void close() {
        if (stopped.getCount() > 0) {
            touchstone.close();
            stopped.countDown();
        }
    }
}
