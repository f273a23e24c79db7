package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.documentStream;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.database.DatabaseException;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Captures that wait together share a transaction, and none of them suffers from another. */
class GroupCommitTest {
    private static final int CAPTURES = 50;

    private final Watched watched = new Watched();
    private final TestLedger ledger = new TestLedger(watched);

    /** Holds up the writer at its first batch until it is let go, notes the batches, and cannot stand one serial number. */
    private static final class Watched implements Projection {
        private final CountDownLatch go = new CountDownLatch(1);
        private final List<Integer> batches = new ArrayList<>();

        @Override
        public String name() {
            return "watched";
        }

        @Override
        public void clear(Connection connection) {}

        @Override
        public void apply(Batch batch, Connection connection) throws SQLException {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            boolean poisoned = batch.added().stream()
                    .flatMap(event -> event.things().stream())
                    .anyMatch(thing -> thing.epc().equals(unit(666)));
            if (poisoned) {
                throw new SQLException("it cannot stand this");
            }
            batches.add(batch.added().size());
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void fiftyCapturesShareATransactionAndOneConflictIsRefusedAlone() throws InterruptedException {
        Map<Integer, Object> outcomes = captureTogether(
                13, object("ADD", "2026-01-01T10:00:00", unit(999)).id("urn:uuid:0"));

        assertThat(outcomes.get(13))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(409));
        assertThat(outcomes.values()).filteredOn(CaptureJob.class::isInstance).hasSize(CAPTURES - 1);
        // What came before the writer looked, and all the rest together: how many it found at first is up to the
        // scheduler.
        assertThat(watched.batches).hasSizeLessThanOrEqualTo(2);
        assertThat(watched.batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CAPTURES - 1);
        assertThat(ledger.number("SELECT count(*) FROM event")).isEqualTo(CAPTURES - 1);
        assertThat(ledger.number("SELECT max(record_no) FROM event")).isEqualTo(CAPTURES - 1);
    }

    @Test
    void whatFailsInCompanyIsTriedAgainAlone() throws InterruptedException {
        Map<Integer, Object> outcomes = captureTogether(13, object("ADD", "2026-01-01T10:00:00", unit(666)));

        assertThat(outcomes.get(13)).isInstanceOf(IllegalStateException.class);
        assertThat(outcomes.values()).filteredOn(CaptureJob.class::isInstance).hasSize(CAPTURES - 1);
        assertThat(ledger.number("SELECT count(*) FROM event")).isEqualTo(CAPTURES - 1);
        assertThat(ledger.number("SELECT count(*) FROM capture_job")).isEqualTo(CAPTURES - 1);
    }

    /** Captures one event each, of units 0 to 49 and with ids of those numbers; one capture holds another event instead. */
    private Map<Integer, Object> captureTogether(int odd, TestEvent oddEvent) throws InterruptedException {
        Map<Integer, Object> outcomes = new ConcurrentHashMap<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CAPTURES; i++) {
            int number = i;
            TestEvent event = object("ADD", "2026-01-01T10:00:00", unit(i)).id("urn:uuid:" + i);
            threads.add(Thread.ofPlatform()
                    .start(() -> outcomes.put(number, capture(number == odd ? oddEvent : event))));
            // The first one is at the writer before the others come.
            awaitWaiting(threads);
        }
        watched.go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return outcomes;
    }

    private Object capture(TestEvent event) {
        try {
            return ledger.ledger().capture(documentStream(event));
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static void awaitWaiting(List<Thread> threads) {
        while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void afterTheEndNothingIsTaken() {
        watched.go.countDown();
        ledger.ledger().close();
        assertThatThrownBy(() -> ledger.capture(object("ADD", "2026-01-01T10:00:00", unit(1))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
    }

    @Test
    void onlyOneServerWritesToADatabase() {
        watched.go.countDown();
        ledger.ledger();
        assertThatThrownBy(() -> Ledger.open(ledger.database(), Limits.STANDARD, InstantSource.system(), List.of()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Another Touchstone server writes to this database");
    }

    @Test
    void aLostDatabaseIsA503AndTheNextCaptureFindsItsWayBack() {
        watched.go.countDown();
        ledger.capture(object("ADD", "2026-01-01T10:00:00", unit(1)));
        ledger.number("""
                SELECT count(pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""");

        TestEvent next = object("ADD", "2026-01-01T10:00:00", unit(2));
        assertThatThrownBy(() -> ledger.capture(next))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
        assertThat(ledger.number("SELECT count(*) FROM event")).isEqualTo(1);
        assertThat(ledger.capture(next).duplicates()).isZero();
        assertThat(ledger.number("SELECT max(record_no) FROM event")).isEqualTo(2);
    }
}
