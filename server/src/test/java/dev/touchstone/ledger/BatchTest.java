package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What projections are given of events and of the declarations that they were erroneous. */
class BatchTest {
    private final List<String> seen = new ArrayList<>();

    private final TestLedger ledger = new TestLedger(new Projection() {
        @Override
        public String name() {
            return "seen";
        }

        @Override
        public void clear(Connection connection) {
            seen.clear();
        }

        @Override
        public void apply(Batch batch, Connection connection) {
            batch.added().forEach(event -> seen.add("+" + event.id()));
            batch.retracted().forEach(event -> seen.add("-" + event.id()));
        }
    });

    private final TestEvent event =
            object("ADD", "2026-01-01T10:00:00", unit(1)).id("urn:uuid:e");
    private final TestEvent declaration = event.declaredErroneous("2026-01-02T10:00:00");

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anEventCountsUntilItIsDeclaredErroneous() {
        ledger.capture(event);
        ledger.capture(declaration);
        ledger.capture(event.declaredErroneous("2026-01-03T10:00:00"));
        assertThat(seen).containsExactly("+urn:uuid:e", "-urn:uuid:e");
    }

    @Test
    void anEventThatComesAfterItsDeclarationNeverCounts() {
        ledger.capture(declaration);
        ledger.capture(event);
        assertThat(seen).isEmpty();
    }

    @Test
    void soItIsWithinOneDocument() {
        ledger.capture(event, declaration);
        assertThat(seen).isEmpty();
    }

    @Test
    void anEventWithoutIdIsFoundByWhatItSays() {
        ledger.capture(event.without("eventID"));
        ledger.capture(declaration.without("eventID"));
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1)).isEqualTo("-" + seen.get(0).substring(1));
    }

    @Test
    void aRebuildTellsOnlyWhatStillCounts() {
        ledger.capture(event);
        ledger.capture(declaration);
        ledger.capture(object("ADD", "2026-01-01T10:00:00", unit(2)).id("urn:uuid:other"));
        ledger.ledger().rebuild();
        assertThat(seen).containsExactly("+urn:uuid:other");
    }
}
