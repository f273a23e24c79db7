package dev.touchstone.ledger;

import dev.touchstone.database.Database;
import dev.touchstone.epcis.CapturedEvent;
import dev.touchstone.epcis.DocumentReader;
import dev.touchstone.epcis.Limits;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The log of events: takes them in, keeps them, gives them back. Thread-safe; one server at a time has a database's log open. */
public final class Ledger implements AutoCloseable {
    /**
     * Documents of the captures together that are being read or wait to be written, and at most one more, may take this part of the
     * memory; what is made of a document takes several times its length.
     */
    private static final int PART_OF_MEMORY = 32;

    /** Of one capture, so that a server with half a gigabyte can take it: 16 MiB, 50,000 events. */
    public static final Limits LIMITS =
            new Limits(16L << 20, 50_000, Limits.STANDARD.maxDepth(), Limits.STANDARD.maxTextLength());

    private final Limits limits;
    private final InstantSource clock;
    private final Admission admission = new Admission(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    private final EventStore store;
    private final Tail tail;
    private final LogWriter writer;
    private volatile Counted counted = new Counted(-1, null);

    private record Counted(long upTo, LogCounts counts) {}

    private Ledger(Database database, Limits limits, InstantSource clock, List<Projection> projections) {
        this.limits = limits;
        this.clock = clock;
        this.store = new EventStore(database.dataSource());
        this.tail = new Tail(database.dataSource());
        this.writer = new LogWriter(database.dataSource(), projections, clock, tail);
    }

    /**
     * Opens the log of a database.
     *
     * @param limits of one capture
     * @param projections applied in this order
     * @throws dev.touchstone.database.DatabaseException when another server has it open
     */
    public static Ledger open(Database database, Limits limits, InstantSource clock, List<Projection> projections) {
        return new Ledger(database, limits, clock, projections);
    }

    /**
     * Captures an EPCIS document: all of it is on disk when this returns, or nothing of it when it throws. Events that the log has
     * already count as duplicates. Reads on the caller's thread, and waits while too much is in flight.
     *
     * @throws dev.touchstone.epcis.InvalidDocument when it is not valid
     * @throws dev.touchstone.epcis.LimitExceeded at once when it is too large; the rest is not read
     * @throws dev.touchstone.http.Refusal when it contradicts the log, or the database cannot be written to
     */
    public CaptureJob capture(InputStream document) {
        UUID id = UUID.randomUUID();
        Instant createdAt = now();
        try (Admission.Ticket ticket = admission.enter()) {
            DocumentReader reader = new DocumentReader(ticket.counted(document), limits);
            List<Entry> entries = new ArrayList<>();
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(Entry.of(next.get()));
            }
            var header = reader.header();
            var masterData = header.masterData().isEmpty()
                    ? Optional.<Batch.MasterData>empty()
                    : Optional.of(new Batch.MasterData(id, header.masterData(), header.context()));
            return store(new Capture(id, createdAt, entries, masterData, false, new CompletableFuture<>()));
        }
    }

    /**
     * Captures one event that is new.
     *
     * @return its id: the one it came with, else its hash id
     * @throws dev.touchstone.epcis.InvalidDocument when it is not valid
     * @throws dev.touchstone.http.Refusal when the log already has an event of its id, or the database cannot be written to
     */
    public String captureEvent(InputStream event) {
        Instant createdAt = now();
        try (Admission.Ticket ticket = admission.enter()) {
            CapturedEvent captured = DocumentReader.event(ticket.counted(event), limits);
            store(new Capture(
                    UUID.randomUUID(),
                    createdAt,
                    List.of(Entry.of(captured)),
                    Optional.empty(),
                    true,
                    new CompletableFuture<>()));
            return captured.id();
        }
    }

    /** Follows the log on a thread of its own, from where the listener of that name left off. */
    public void listen(Listener listener) {
        tail.follow(listener);
    }

    /** Forgets every projection and makes it again from the log; captures wait meanwhile. */
    public void rebuild() {
        await(writer.rebuild());
    }

    /** Whether captures can be stored: the writer lives. */
    public boolean isWriting() {
        return writer.isAlive();
    }

    /** The last event of the log; 0 when it is empty. */
    public long lastRecordNo() {
        return tail.lastRecordNo();
    }

    /** The ids of events, by record number. */
    public Map<Long, String> eventIDs(Collection<Long> recordNos) {
        return store.ids(recordNos);
    }

    /** The latest captures, newest first. */
    public List<CaptureJob> captures(int count) {
        return store.jobs(Optional.empty(), count);
    }

    /** What the log holds; asked of the database only when the log has grown. */
    public LogCounts counts() {
        Counted latest = counted;
        if (latest.upTo() != lastRecordNo()) {
            long upTo = lastRecordNo();
            latest = new Counted(upTo, store.counts());
            counted = latest;
        }
        return latest.counts();
    }

    Limits limits() {
        return limits;
    }

    EventStore store() {
        return store;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private CaptureJob store(Capture capture) {
        writer.store(capture);
        return await(capture.done());
    }

    private static <T> T await(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the log could not be written", e.getCause());
        }
    }

    /** Ends after the captures that were accepted. */
    @Override
    public void close() {
        writer.close();
        tail.close();
    }
}
