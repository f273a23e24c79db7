package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.epcis.Limits;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who follows the log hears of every event in its order, also over a restart. */
class ListenerTest {
    private static final int PATIENCE_SECONDS = 60;

    private final TestLedger log = new TestLedger();

    /** Hears everything; fails as often as it is told to before it hears. */
    private static final class Ear implements Listener {
        private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();
        private int failures;

        Ear(int failures) {
            this.failures = failures;
        }

        @Override
        public String name() {
            return "ear";
        }

        @Override
        public void accept(List<LoggedEvent> events) {
            if (failures-- > 0) {
                throw new IllegalStateException("not now");
            }
            events.forEach(event -> heard.add(event.recordNo()));
        }

        long next() throws InterruptedException {
            Long number = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(number).as("next event heard").isNotNull();
            return number;
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void itHearsWhatWasThereAndWhatComes() throws InterruptedException {
        capture(1);
        Ear ear = new Ear(0);
        log.ledger().listen(ear);
        assertThat(ear.next()).isEqualTo(1);
        capture(2);
        assertThat(ear.next()).isEqualTo(2);
    }

    @Test
    void whatItFailedToTakeComesAgain() throws InterruptedException {
        capture(1);
        Ear ear = new Ear(1);
        log.ledger().listen(ear);
        assertThat(ear.next()).isEqualTo(1);
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void itGoesOnWhereItLeftOff() throws InterruptedException {
        capture(1);
        Ear first = new Ear(0);
        log.ledger().listen(first);
        assertThat(first.next()).isEqualTo(1);
        capture(2);
        assertThat(first.next()).isEqualTo(2);
        log.ledger().close();

        try (Ledger again = Ledger.open(log.database(), Limits.STANDARD, InstantSource.system(), List.of())) {
            again.capture(TestEvent.documentStream(event(3)));
            Ear second = new Ear(0);
            again.listen(second);
            // The cursor is kept after the events were taken, so the last ones may come twice, but none is left out.
            long next = second.next();
            while (next < 3) {
                long following = second.next();
                assertThat(following).isEqualTo(next + 1);
                next = following;
            }
            assertThat(next).isEqualTo(3);
        }
    }

    private void capture(int serial) {
        log.capture(event(serial));
    }

    private static TestEvent event(int serial) {
        return object("ADD", "2026-01-01T10:00:00", unit(serial));
    }
}
