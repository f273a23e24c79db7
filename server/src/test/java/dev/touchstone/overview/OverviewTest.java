package dev.touchstone.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.demo.Demonstration;
import dev.touchstone.http.TestServer;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.TestLedger;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Projections;
import dev.touchstone.trace.Trace;
import dev.touchstone.trace.TraceRoutes;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The counts of the first page agree with the log, with each other, and with the lists behind them. */
class OverviewTest {
    private static final Demonstration WORLD = Demonstration.of(5, 2_000);
    private static MasterData masterData;

    @RegisterExtension
    static final TestLedger ledger = new TestLedger(database -> {
        masterData = new MasterData(database.dataSource());
        List<Projection> projections = new ArrayList<>(List.of(masterData.projection()));
        projections.addAll(Projections.all());
        return projections;
    });

    @RegisterExtension
    static final TestServer server = new TestServer(() -> {
        Ledger log = ledger.ledger();
        Trace trace = new Trace(ledger.database().dataSource(), masterData, CompanyPrefixes.none());
        return List.of(
                new TraceRoutes(trace),
                new OverviewRoutes(
                        log, trace, masterData, () -> 3, () -> 1, () -> masterData.knows(Demonstration.PLACE)));
    });

    private static JsonNode overview;

    @BeforeAll
    static void capture() {
        for (int i = 0; i < WORLD.documents(); i++) {
            ledger.ledger().capture(new ByteArrayInputStream(WORLD.document(i)));
        }
        overview = server.getJson("/api/overview");
    }

    @Test
    void everyEventIsCounted() {
        assertThat(overview.get("events").asInt()).isEqualTo(WORLD.events());
        int byDay = 0;
        for (JsonNode day : overview.get("eventsByDay")) {
            byDay += day.get("events").asInt();
        }
        assertThat(byDay).isEqualTo(WORLD.events());
        assertThat(overview.get("voided").asInt()).isPositive();
        assertThat(overview.get("captures")).hasSize(5);
        assertThat(overview.get("demonstration").asBoolean()).isTrue();
    }

    @Test
    void everyUnitIsInOneStateAndAtOneKindOfPlace() {
        assertThat(overview.get("units").asInt()).isGreaterThanOrEqualTo(2_000);
        assertThat(sum("byState")).isEqualTo(overview.get("units").asInt());
        assertThat(sum("byKind")).isEqualTo(overview.get("units").asInt());
    }

    @Test
    void theListsBehindTheCountsAreAsLong() {
        assertListed("byState", "state");
        assertListed("byKind", "whereabouts");
    }

    private static void assertListed(String counts, String parameter) {
        Map<String, Integer> counted = new HashMap<>();
        Map<String, Integer> listed = new HashMap<>();
        for (JsonNode group : overview.get(counts)) {
            String value = group.get(parameter).asString();
            counted.put(value, group.get("units").asInt());
            JsonNode page = server.getJson("/api/units?kind=product&perPage=1&" + parameter + "=" + value);
            listed.put(value, page.get("total").asInt());
        }
        assertThat(listed).isEqualTo(counted).hasSizeGreaterThan(2);
    }

    private static int sum(String counts) {
        int sum = 0;
        for (JsonNode group : overview.get(counts)) {
            sum += group.get("units").asInt();
        }
        return sum;
    }
}
