package dev.touchstone.trace;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.association;
import static dev.touchstone.ledger.TestEvent.lot;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.pallet;
import static dev.touchstone.ledger.TestEvent.place;
import static dev.touchstone.ledger.TestEvent.transformation;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.TestServer;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.ledger.TestLedger;
import dev.touchstone.masterdata.MasterData;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One unit's life, told out of order, and what the interface answers of it. */
class TraceTest {
    private static final String PLANT = place(1);
    private static final String LINE = place(11);
    private static final String CENTRE = place(2);
    private static final String SHOP = place(3);
    private static final String CASE = pallet(1);
    private static final String PALLET = pallet(2);
    private static final String CELL = unit(900);

    private static final List<TestEvent> LIFE = List.of(
            transformation("2026-03-01T08:00:00")
                    .with("inputQuantityList", List.of(Map.of("epcClass", lot("B7"), "quantity", 1)))
                    .with("inputEPCList", List.of(CELL))
                    .with("outputEPCList", List.of(unit(1)))
                    .with("ilmd", Map.of("cbvmda:lotNumber", "P1", "cbvmda:itemExpirationDate", "2028-02-29"))
                    .step("commissioning")
                    .disposition("active")
                    .at(PLANT)
                    .readAt(LINE),
            aggregation("ADD", "2026-03-01T09:00:00", CASE, unit(1), unit(2))
                    .step("packing")
                    .at(PLANT),
            aggregation("ADD", "2026-03-01T10:00:00", PALLET, CASE)
                    .step("packing")
                    .at(PLANT),
            object("OBSERVE", "2026-03-02T10:00:00", PALLET)
                    .step("shipping")
                    .disposition("in_transit")
                    .readAt(PLANT),
            object("OBSERVE", "2026-03-03T10:00:00", PALLET).step("receiving").at(CENTRE),
            aggregation("DELETE", "2026-03-03T11:00:00", PALLET)
                    .without("childEPCs")
                    .step("unpacking")
                    .at(CENTRE),
            object("OBSERVE", "2026-03-04T10:00:00", CASE)
                    .step("receiving")
                    .at(SHOP)
                    .id("urn:uuid:receiving"),
            aggregation("DELETE", "2026-03-04T11:00:00", CASE, unit(1))
                    .step("unpacking")
                    .at(SHOP),
            object("OBSERVE", "2026-03-04T12:00:00", unit(1))
                    .step("storing")
                    .at(PLANT)
                    .id("urn:uuid:slip"),
            object("OBSERVE", "2026-03-04T12:00:00", unit(1))
                    .step("storing")
                    .at(PLANT)
                    .id("urn:uuid:slip")
                    .declaredErroneous("2026-03-05T00:00:00"),
            association("ADD", "2026-03-05T09:00:00", unit(1), unit(901))
                    .step("installing")
                    .at(SHOP),
            object("OBSERVE", "2026-03-06T10:00:00", unit(1))
                    .step("retail_selling")
                    .disposition("retail_sold")
                    .at(SHOP),
            object("OBSERVE", "2026-03-08T10:00:00", unit(1))
                    .step("retail_selling")
                    .disposition("retail_sold")
                    .at(CENTRE));

    @RegisterExtension
    static final TestLedger ledger = new TestLedger(new LifeProjection(), new GenealogyProjection());

    @RegisterExtension
    static final TestServer server = new TestServer(() -> {
        var source = ledger.database().dataSource();
        return List.of(new TraceRoutes(new Trace(source, new MasterData(source), CompanyPrefixes.none())));
    });

    @BeforeAll
    static void tellItOutOfOrder() {
        List<TestEvent> shuffled = new ArrayList<>(LIFE);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(ledger::capture);
    }

    @Test
    void aUnitStandsWhereItsLastEventLeftIt() {
        JsonNode unit = trace(unit(1), "").get("unit");
        assertThat(unit.get("identifier").get("kind").asString()).isEqualTo("sgtin");
        assertThat(unit.get("identifier").get("text").asString()).isEqualTo("(01)09506000134352(21)1");
        assertThat(unit.get("identifier").get("serial").asString()).isEqualTo("1");
        assertThat(unit.get("state").asString()).isEqualTo("sold");
        assertThat(unit.get("location").get("id").asString()).isEqualTo(CENTRE);
        assertThat(unit.get("containers")).isEmpty();
        assertThat(unit.get("commissionedAt").asString()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(unit.get("plant").get("id").asString()).isEqualTo(PLANT);
        assertThat(unit.get("line").get("id").asString()).isEqualTo(LINE);
        assertThat(unit.get("lot").asString()).isEqualTo("P1");
        assertThat(unit.get("expiry").asString()).isEqualTo("2028-02-29");
        assertThat(unit.get("events").asInt()).isEqualTo(6);
    }

    @ParameterizedTest(name = "as of {0}")
    @CsvSource({
        "2026-03-01T08:30:00Z, active, 1,  0, own",
        "2026-03-01T09:30:00Z, active, 1,  1, container",
        "2026-03-01T10:30:00Z, active, 1,  2, container",
        "2026-03-03T10:30:00Z, active, 2,  2, container",
        "2026-03-03T11:30:00Z, active, 2,  1, container",
        "2026-03-04T10:30:00Z, active, 3,  1, container",
        "2026-03-04T12:30:00Z, active, 3,  0, own",
        "2026-03-06T10:00:00Z, sold,   3,  0, own"
    })
    void aUnitStoodWhereItsContainersWere(String time, String state, int place, int containers, String through) {
        JsonNode unit = trace(unit(1), "&asOf=" + time).get("unit");
        assertThat(unit.get("state").asString()).isEqualTo(state);
        assertThat(unit.get("location").get("id").asString()).isEqualTo(place(place));
        assertThat(texts(unit.get("containers")))
                .isEqualTo(List.of(CASE, PALLET).subList(0, containers));
        assertThat(unit.has("locatedThrough")).isEqualTo(through.equals("container"));
    }

    @Test
    void theTimelineHoldsWhatHappenedToItsContainersWhileItWasInside() {
        List<String> steps = StreamSupport.stream(
                        trace(unit(1), "").get("timeline").spliterator(), false)
                .map(entry -> entry.get("eventTime").asString().substring(0, 13) + " "
                        + entry.get("bizStep").asString() + " "
                        + entry.get("role").asString()
                        + (entry.get("voided").asBoolean() ? " voided" : "")
                        + (entry.has("contradiction") ? " !" : ""))
                .toList();
        assertThat(steps)
                .containsExactly(
                        "2026-03-08T10 retail_selling epc !",
                        "2026-03-06T10 retail_selling epc",
                        "2026-03-05T09 installing parent",
                        "2026-03-04T12 storing epc voided",
                        "2026-03-04T11 unpacking child",
                        "2026-03-04T10 receiving container",
                        "2026-03-03T11 unpacking container",
                        "2026-03-03T10 receiving container",
                        "2026-03-02T10 shipping container",
                        "2026-03-01T10 packing container",
                        "2026-03-01T09 packing child",
                        "2026-03-01T08 commissioning output");
    }

    @Test
    void anEventOfWhichOnlyItsDeclarationHasComeStandsInTheTimelineAsErroneous() {
        TestEvent sale = object("OBSERVE", "2026-03-09T10:00:00", unit(77)).step("retail_selling");
        ledger.capture(sale.declaredErroneous("2026-03-10T00:00:00"));
        JsonNode before = trace(unit(77), "");
        assertThat(before.get("unit").get("events").asInt()).isZero();
        assertThat(before.get("timeline")).hasSize(1);
        assertThat(before.get("timeline").get(0).get("voided").asBoolean()).isTrue();
        ledger.capture(sale);
        assertThat(trace(unit(77), "").get("timeline"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.get("voided").asBoolean()).isTrue());
    }

    @Test
    void aSecondSaleIsToldAsAContradiction() {
        assertThat(trace(unit(1), "")
                        .get("timeline")
                        .get(0)
                        .get("contradiction")
                        .asString())
                .isEqualTo("It was sold a second time.");
    }

    @Test
    void staysAreIntervals() {
        JsonNode stays = trace(unit(1), "").get("containment");
        assertThat(stays).hasSize(2);
        assertThat(stays.get(0).get("container").asString()).isEqualTo(CASE);
        assertThat(stays.get(0).get("since").asString()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(stays.get(0).get("until").asString()).isEqualTo("2026-03-04T11:00:00Z");
        assertThat(stays.get(0).get("depth").asInt()).isEqualTo(1);
        assertThat(stays.get(1).get("container").asString()).isEqualTo(PALLET);
        assertThat(stays.get(1).get("until").asString()).isEqualTo("2026-03-03T11:00:00Z");
        assertThat(stays.get(1).get("depth").asInt()).isEqualTo(2);
    }

    @Test
    void sightingsAreInTheOrderOfTimeAndSayThroughWhat() {
        JsonNode sightings = trace(unit(1), "&asOf=2026-03-04T10:30:00Z").get("sightings");
        assertThat(StreamSupport.stream(sightings.spliterator(), false)
                        .map(sighting -> sighting.get("location").get("id").asString()))
                .containsExactly(PLANT, PLANT, PLANT, PLANT, CENTRE, CENTRE, SHOP);
        assertThat(sightings.get(4).get("through").asString()).isEqualTo(PALLET);
    }

    @Test
    void aContainerHasContents() {
        JsonNode then = trace(CASE, "&asOf=2026-03-02T00:00:00Z");
        assertThat(texts(then.get("contents"))).containsExactly(unit(1), unit(2));
        assertThat(then.get("contentsCount").asInt()).isEqualTo(2);
        assertThat(texts(trace(CASE, "").get("contents"))).containsExactly(unit(2));
    }

    @Test
    void genealogyGoesUpToLotsAndDownToWhatWasMade() {
        JsonNode up = server.getJson("/api/genealogy?direction=up&epc=" + encoded(unit(1)));
        assertThat(edges(up))
                .containsExactlyInAnyOrder(
                        lot("B7") + " > " + unit(1), CELL + " > " + unit(1), unit(901) + " > " + unit(1));
        assertThat(up.get("complete").asBoolean()).isTrue();

        JsonNode down = server.getJson("/api/genealogy?direction=down&epc=" + encoded(lot("B7")));
        assertThat(edges(down)).containsExactly(lot("B7") + " > " + unit(1));
        assertThat(down.get("nodes").get(0).get("quantity").asInt()).isEqualTo(1);
    }

    @Test
    void aGenealogyThatIsCutSaysSo() {
        JsonNode one = server.getJson("/api/genealogy?limit=2&direction=up&epc=" + encoded(unit(1)));
        assertThat(one.get("nodes")).hasSize(2);
        assertThat(one.get("complete").asBoolean()).isFalse();
        assertThat(one.get("nodes").get(0).get("hidden").asInt()).isEqualTo(2);
    }

    @Test
    void everyFormOfAnIdentifierIsUnderstood() {
        for (String form : List.of(
                "(01)09506000134352(21)1",
                "urn:epc:id:sgtin:9506000.013435.1",
                "https://example.com/01/09506000134352/21/1?10=P1",
                "010950600013435221" + "1")) {
            assertThat(trace(form, "").get("unit").get("identifier").get("epc").asString())
                    .as(form)
                    .isEqualTo(unit(1));
        }
    }

    @ParameterizedTest(name = "{0}: {1} units")
    @CsvSource({
        "'', 6",
        "kind=product, 4",
        "kind=logistic, 2",
        "state=sold, 1",
        "state=consumed, 1",
        "product=9506000134352, 4",
        "lot=P1, 1",
        "text=90, 2",
        "text=P, 1",
        "text=(01)09506000134352(21)1, 1",
        "text=zzz, 0",
        "whereabouts=sold, 1",
        "whereabouts=consumed, 1",
        "whereabouts=other, 4",
        "whereabouts=shop, 0",
        "whereabouts=transit, 0"
    })
    void unitsAreListedByWhatIsKnownOfThem(String query, int total) {
        JsonNode page = server.getJson("/api/units?" + query.replace("(", "%28").replace(")", "%29"));
        assertThat(page.get("total").asInt()).isEqualTo(total);
        assertThat(page.get("units")).hasSize(total);
    }

    @Test
    void unitsAreFoundWhereTheirContainersAre() {
        assertThat(epcs(server.getJson("/api/units?kind=product&location=" + encoded(SHOP))))
                .containsExactlyInAnyOrder(unit(2), unit(901));
        assertThat(epcs(server.getJson("/api/units?location=" + encoded(CENTRE))))
                .containsExactlyInAnyOrder(unit(1), PALLET);
    }

    @Test
    void unitsArePagedWithoutGaps() {
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            JsonNode page = server.getJson("/api/units?perPage=2" + token);
            seen.addAll(epcs(page));
            token = page.has("nextPageToken")
                    ? "&nextPageToken=" + page.get("nextPageToken").asString()
                    : null;
        } while (token != null);
        assertThat(seen).hasSize(6).doesNotHaveDuplicates().startsWith(unit(1));
    }

    @Test
    void whatNoEventNamesIsNotFound() {
        assertThat(server.get("/api/trace?epc=" + encoded(unit(77))).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/trace?asOf=2026-01-01T00:00:00Z&epc=" + encoded(unit(1)))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/trace",
                "/api/trace?epc=",
                "/api/trace?epc=%00",
                "/api/trace?epc=hello%20world",
                "/api/trace?epc=(01)09506000134353(21)1",
                "/api/trace?epc=urn:epc:id:sgtin:9506000.013435.1&asOf=yesterday",
                "/api/units?kind=animal",
                "/api/units?state=lost",
                "/api/units?product=12345",
                "/api/units?perPage=0",
                "/api/units?nextPageToken=x",
                "/api/units?nextPageToken=eyJrZXlzIjpbIngiLCJ5Il19",
                "/api/units?text=%00",
                "/api/genealogy?epc=urn:epc:id:sgtin:9506000.013435.1&depth=21",
                "/api/genealogy?epc=urn:epc:id:sgtin:9506000.013435.1&direction=sideways"
            })
    void whatCannotBeUnderstoodIsRefusedWithAReason(String path) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"detail\":", "\"parameter\":", "\"expected\":");
    }

    private static JsonNode trace(String epc, String more) {
        return server.getJson("/api/trace?epc=" + encoded(epc) + more);
    }

    private static List<String> edges(JsonNode genealogy) {
        return StreamSupport.stream(genealogy.get("edges").spliterator(), false)
                .map(edge ->
                        edge.get("from").asString() + " > " + edge.get("to").asString())
                .toList();
    }

    private static List<String> epcs(JsonNode page) {
        return StreamSupport.stream(page.get("units").spliterator(), false)
                .map(unit -> unit.get("identifier").get("epc").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
