package dev.touchstone.ledger;

import dev.touchstone.database.DatabaseException;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/**
 * The one thread that writes to the log. Captures that wait together share a transaction, and each is answered after the commit.
 * What fails in company is tried again alone, so that no capture suffers from another's fault.
 */
final class LogWriter implements AutoCloseable {
    /** So many events fill a transaction; more would make the first of them wait for the last. */
    private static final int GROUP_EVENTS = 10_000;

    private final DataSource database;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final Tail tail;
    private final LinkedBlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private LogSession session;

    private sealed interface Work {
        record Store(Capture capture) implements Work {}

        record Rebuild(CompletableFuture<Void> done) implements Work {}

        record Stop() implements Work {}
    }

    /**
     * @param tail told of each commit
     * @throws DatabaseException when another server writes to this database, or the database cannot be had
     */
    LogWriter(DataSource database, List<Projection> projections, InstantSource clock, Tail tail) {
        this.database = database;
        this.projections = List.copyOf(projections);
        this.clock = clock;
        this.tail = tail;
        try {
            session = LogSession.open(database, projections, clock);
        } catch (SQLException e) {
            throw new DatabaseException("the log cannot be opened: " + e.getMessage(), e);
        }
        tail.opened(session.lastRecordNo());
        thread = Thread.ofPlatform().name("log-writer").start(this::run);
    }

    /** The capture's future tells when it is on disk, or why not. */
    void store(Capture capture) {
        queue.add(new Work.Store(capture));
        if (!thread.isAlive()) {
            refuseQueued();
        }
    }

    CompletableFuture<Void> rebuild() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.add(new Work.Rebuild(done));
        return done;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends after what is queued. */
    @Override
    public void close() {
        queue.add(new Work.Stop());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean open = true;
        while (open) {
            List<Capture> group = new ArrayList<>();
            Work other = gather(group);
            if (!group.isEmpty()) {
                write(group);
            }
            switch (other) {
                case Work.Rebuild(CompletableFuture<Void> done) -> rebuild(done);
                case Work.Stop _ -> open = false;
                case Work.Store _ -> throw new IllegalStateException("captures are gathered");
                case null -> {}
            }
        }
        dropSession();
        refuseQueued();
    }

    /** Nobody writes any more what is still queued. */
    private void refuseQueued() {
        for (Work work = queue.poll(); work != null; work = queue.poll()) {
            switch (work) {
                case Work.Store(Capture capture) -> capture.done().completeExceptionally(new Refusal(unavailable()));
                case Work.Rebuild(CompletableFuture<Void> done) ->
                    done.completeExceptionally(new IllegalStateException("the log is closed"));
                case Work.Stop _ -> {}
            }
        }
    }

    /** Waits for work and takes the captures that are there, up to the first work of another kind, which is returned. */
    private Work gather(List<Capture> group) {
        int events = 0;
        Work next = take();
        while (next instanceof Work.Store(Capture capture)) {
            group.add(capture);
            events += capture.entries().size();
            next = events < GROUP_EVENTS ? queue.poll() : null;
        }
        return next;
    }

    private Work take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            return new Work.Stop();
        }
    }

    private void write(List<Capture> group) {
        LogSession.Written written;
        try {
            written = session().write(group);
        } catch (SQLException | RuntimeException e) {
            failed(group, e);
            return;
        }
        tail.grew(written.events());
        written.outcomes().forEach((capture, outcome) -> {
            switch (outcome) {
                case LogSession.Outcome.Stored(CaptureJob job) -> capture.done().complete(job);
                case LogSession.Outcome.Refused(Problem problem) ->
                    capture.done().completeExceptionally(new Refusal(problem));
            }
        });
    }

    private void failed(List<Capture> group, Exception failure) {
        boolean connected = session != null && session.isAlive();
        if (connected && group.size() > 1) {
            group.forEach(capture -> write(List.of(capture)));
            return;
        }
        if (!connected) {
            dropSession();
        }
        Throwable answer = connected ? blame(failure) : new Refusal(unavailable());
        group.forEach(capture -> capture.done().completeExceptionally(answer));
    }

    private LogSession session() throws SQLException {
        if (session == null) {
            session = LogSession.open(database, projections, clock);
            tail.opened(session.lastRecordNo());
        }
        return session;
    }

    private void dropSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void rebuild(CompletableFuture<Void> done) {
        try {
            session().rebuild();
            done.complete(null);
        } catch (SQLException | RuntimeException e) {
            if (session != null && !session.isAlive()) {
                dropSession();
            }
            done.completeExceptionally(e);
        }
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                        "log-unavailable", "The database cannot be written to, so the capture is not acknowledged.")
                .expected("the same capture again, later: what should be on disk after all counts as duplicate");
    }

    /** Data that the database refuses is the document's fault; anything else is ours. */
    private static Throwable blame(Exception failure) {
        boolean data = failure instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("54"));
        return data
                ? new Refusal(Problem.malformed(
                                "not-storable", "The database cannot hold this document: " + failure.getMessage())
                        .expected("texts and numbers of ordinary size"))
                : failure;
    }
}
