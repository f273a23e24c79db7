package dev.touchstone.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.ledger.Log;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.ledger.TestLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of things follows from what happened, not from when it was told. */
class OrderTest {
    private static final int EVENTS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfCaptureDoesNotShow(long seed) throws SQLException {
        TestWorld world = TestWorld.of(seed, EVENTS);
        List<String> inOrder = tablesAfter(world.events(), 1);
        assertThat(inOrder).anyMatch(row -> row.startsWith("aggregation"));
        assertThat(tablesAfter(world.events(), EVENTS * 2)).as("in one batch").containsExactlyElementsOf(inOrder);
        for (int batch : new int[] {1, 7, EVENTS * 2}) {
            List<TestEvent> shuffled = new ArrayList<>(world.events());
            Collections.shuffle(shuffled, new Random(seed * 31 + batch));
            assertThat(tablesAfter(shuffled, batch))
                    .as("shuffled, by %d", batch)
                    .containsExactlyElementsOf(inOrder);
        }
    }

    @Test
    void theStateAsOfATimeIsThatOfALogThatEndsThere() throws SQLException {
        TestWorld world = TestWorld.of(5, EVENTS);
        try (TestLedger whole = ledger();
                Connection connection = whole.database().dataSource().getConnection()) {
            capture(whole, world.events(), 50);
            for (String time : List.of("2026-03-01T00:30:00Z", "2026-03-01T02:00:00Z", "2026-03-01T04:00:00Z")) {
                Instant asOf = Instant.parse(time);
                Map<String, Life> then = Lives.of(TestWorld.things(), Log.over(connection), asOf);
                try (TestLedger early = ledger();
                        Connection earlier = early.database().dataSource().getConnection()) {
                    capture(early, world.until(asOf), 50);
                    for (String thing : TestWorld.things()) {
                        var now = ItemStore.find(List.of(thing), earlier).get(thing);
                        assertThat(then.get(thing).item().map(OrderTest::unnumbered))
                                .as("%s as of %s", thing, time)
                                .isEqualTo(java.util.Optional.ofNullable(now).map(OrderTest::unnumbered));
                    }
                }
            }
        }
    }

    @Test
    void equalTimesAreOrderedByTheLog() throws SQLException {
        try (TestLedger ledger = ledger();
                Connection connection = ledger.database().dataSource().getConnection()) {
            String time = "2026-03-01T10:00:00";
            ledger.capture(TestEvent.object("ADD", time, TestEvent.unit(1)).at(TestEvent.place(1)));
            ledger.capture(TestEvent.object("OBSERVE", time, TestEvent.unit(1)).at(TestEvent.place(2)));
            Item item = ItemStore.find(List.of(TestEvent.unit(1)), connection).get(TestEvent.unit(1));
            assertThat(item.location()).isEqualTo(TestEvent.place(2));
            assertThat(item.state()).isEqualTo(ItemState.ACTIVE);
        }
    }

    private static TestLedger ledger() {
        return new TestLedger(new LifeProjection(), new GenealogyProjection());
    }

    private static void capture(TestLedger ledger, List<TestEvent> events, int batch) {
        for (int from = 0; from < events.size(); from += batch) {
            ledger.capture(
                    events.subList(from, Math.min(from + batch, events.size())).toArray(TestEvent[]::new));
        }
    }

    /** All tables after a capture, which must be the same when they are made again from the log. */
    private static List<String> tablesAfter(List<TestEvent> events, int batch) throws SQLException {
        try (TestLedger ledger = ledger()) {
            capture(ledger, events, batch);
            List<String> tables = tables(ledger);
            ledger.ledger().rebuild();
            assertThat(tables(ledger)).as("rebuilt").containsExactlyElementsOf(tables);
            return tables;
        }
    }

    private static Item unnumbered(Item item) {
        return new Item(
                item.epc(),
                item.kind(),
                item.productClass(),
                item.state(),
                item.disposition(),
                item.persistentDispositions(),
                item.bizStep(),
                item.location(),
                item.locatedAt(),
                item.inTransit(),
                item.parent(),
                item.made(),
                item.lot(),
                item.expiry(),
                item.firstEventTime(),
                new Moment(item.last().time(), 0),
                item.events());
    }

    /** The rows of the three tables as text, without record numbers. */
    private static List<String> tables(TestLedger ledger) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String rows : List.of(
                "SELECT to_jsonb(i) - 'last_record_no' FROM item i",
                "SELECT CASE kind WHEN 0 THEN 'aggregation' ELSE 'association' END || to_jsonb(c) FROM containment c",
                "SELECT to_jsonb(g) FROM genealogy g")) {
            String sql = "SELECT row::text FROM (%s) AS rows (row) ORDER BY row::text".formatted(rows);
            try (Connection connection = ledger.database().dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    lines.add(found.getString(1));
                }
            }
        }
        return lines;
    }
}
