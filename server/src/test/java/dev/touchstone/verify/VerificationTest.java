package dev.touchstone.verify;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.pallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.serial.Alphabet;
import dev.touchstone.serial.Serials.Wish;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What happened to a unit, captured as events, and the verdict on its code. */
class VerificationTest {

    @Order(1)
    @RegisterExtension
    static final TestWorld world = new TestWorld();

    @Order(2)
    @RegisterExtension
    static final TestServer server = new TestServer(world::routes);

    private static final Gtin PRODUCT = Gtin.parse("09506000134352");
    private static int units;

    /** A life: its name in the test's report, its events, and the outcome and gravest reason that the code then has. */
    record Life(String name, List<TestEvent> events, String outcome, String gravest) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void aMinutePasses() {
        world.pass(60);
    }

    static Stream<Life> lives() {
        String unit = "unit";
        TestEvent made = object("ADD", "2026-09-01T08:00:00", unit)
                .step("commissioning")
                .at(TestPlaces.DRESDEN)
                .with("ilmd", Map.of("cbvmda:lotNumber", "L1", "cbvmda:itemExpirationDate", "2028-09-30"));
        TestEvent madeOld = made.with("ilmd", Map.of("cbvmda:itemExpirationDate", "2026-09-30"));
        TestEvent sold = object("OBSERVE", "2026-09-10T08:00:00", unit)
                .step("retail_selling")
                .disposition("retail_sold")
                .at(TestPlaces.LYON);
        TestEvent soldAgain = sold.with("eventTime", "2026-09-20T08:00:00Z");
        TestEvent returned = object("OBSERVE", "2026-09-12T08:00:00", unit)
                .step("receiving")
                .disposition("returned")
                .at(TestPlaces.LYON);
        TestEvent seen = object("OBSERVE", "2026-09-05T08:00:00", unit)
                .step("inspecting")
                .at(TestPlaces.LYON);
        TestEvent destroyed = object("OBSERVE", "2026-09-15T08:00:00", unit)
                .step("destroying")
                .disposition("destroyed")
                .at(TestPlaces.LYON);
        TestEvent retired = object("DELETE", "2026-09-15T08:00:00", unit)
                .step("decommissioning")
                .at(TestPlaces.LYON);
        TestEvent recalled = object("OBSERVE", "2026-09-25T08:00:00", unit)
                .with("persistentDisposition", Map.of("set", List.of("recalled")));
        TestEvent lifted = object("OBSERVE", "2026-09-28T08:00:00", unit)
                .with("persistentDisposition", Map.of("unset", List.of("recalled")));
        TestEvent stolen = object("OBSERVE", "2026-09-25T08:00:00", unit)
                .disposition("stolen")
                .at(TestPlaces.LYON);
        TestEvent far = object("OBSERVE", "2026-09-10T08:40:00", unit)
                .step("inspecting")
                .at(TestPlaces.WARSAW);
        TestEvent usedUp = TestEvent.transformation("2026-09-15T08:00:00")
                .with("inputEPCList", List.of(unit))
                .with("outputEPCList", List.of("https://id.gs1.org/01/09506000134376/21/whole"))
                .step("assembling");
        return Stream.of(
                new Life("nothing", List.of(), "unknown", "unknownCode"),
                new Life("made", List.of(made), "valid", "activated"),
                new Life("seen, never made", List.of(seen), "notCommissioned", "neverActivated"),
                new Life("made and seen", List.of(made, seen), "valid", "activated"),
                new Life("sold", List.of(made, sold), "alreadySold", "sold"),
                new Life("sold and returned", List.of(made, sold, returned), "valid", "returned"),
                new Life("sold, returned, sold", List.of(made, sold, returned, soldAgain), "alreadySold", "sold"),
                new Life("sold twice", List.of(made, sold, soldAgain), "suspicious", "soldAgain"),
                new Life("sold and seen far away", List.of(made, sold, far), "suspicious", "impossibleTravel"),
                new Life("destroyed", List.of(made, destroyed), "decommissioned", "destroyed"),
                new Life("decommissioned", List.of(made, retired), "decommissioned", "decommissioned"),
                new Life("built in", List.of(made, usedUp), "decommissioned", "consumed"),
                new Life("past its date", List.of(madeOld), "expired", "expired"),
                new Life("past its date and sold", List.of(madeOld, sold), "expired", "expired"),
                new Life("recalled", List.of(made, recalled), "recalled", "recalled"),
                new Life("recalled after its sale", List.of(made, sold, recalled), "recalled", "recalled"),
                new Life("recalled and seen far away", List.of(made, sold, far, recalled), "recalled", "recalled"),
                new Life("recall lifted", List.of(made, recalled, lifted), "valid", "activated"),
                new Life("stolen", List.of(made, stolen), "suspicious", "stolen"),
                new Life(
                        "sale declared erroneous",
                        List.of(
                                made,
                                sold.id("urn:slip"),
                                sold.id("urn:slip").declaredErroneous("2026-09-11T08:00:00")),
                        "valid",
                        "activated"),
                new Life("late news of its making", List.of(sold, made), "alreadySold", "sold"));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aLifeHasItsVerdict(Life life) {
        String unit = unit();
        for (TestEvent event : life.events()) {
            world.capture(of(event, unit));
        }

        JsonNode verdict = verify(unit);
        assertThat(verdict.get("verdict").asString()).as("%s", verdict).isEqualTo(life.outcome());
        JsonNode gravest = verdict.get("reasons").get(0);
        assertThat(gravest.get("code").asString()).isEqualTo(life.gravest());
        assertThat(gravest.get("eventIDs").isEmpty())
                .isEqualTo(life.outcome().equals("unknown") || life.gravest().equals("neverActivated"));
        assertThat(verdict.get("sentence").asString()).endsWith(".");
        assertThat(verdict.get("identifier").get("epc").asString()).isEqualTo(unit);
        assertThat(verdict.has("unit")).isEqualTo(!life.events().isEmpty());
    }

    @Test
    void theVerdictAsOfATimeKnowsNothingOfWhatCameLater() {
        String unit = unit();
        world.capture(
                object("ADD", "2026-09-01T08:00:00", unit).step("commissioning").at(TestPlaces.DRESDEN),
                object("OBSERVE", "2026-09-10T08:00:00", unit)
                        .step("retail_selling")
                        .at(TestPlaces.LYON),
                object("OBSERVE", "2026-09-10T08:40:00", unit)
                        .step("inspecting")
                        .at(TestPlaces.WARSAW));

        assertThat(outcomeAsOf(unit, "2026-08-01T00:00:00Z")).isEqualTo("unknown");
        assertThat(outcomeAsOf(unit, "2026-09-05T00:00:00Z")).isEqualTo("valid");
        assertThat(outcomeAsOf(unit, "2026-09-10T08:30:00Z")).isEqualTo("alreadySold");
        assertThat(outcomeAsOf(unit, "2026-09-11T00:00:00Z")).isEqualTo("suspicious");
    }

    @ParameterizedTest
    @CsvSource({
        "(17)280930(10)L1, valid",
        "(17)280930, valid",
        "(10)L2, suspicious",
        "(17)290930, suspicious",
        "(17)280900, valid",
        "(17)260131, suspicious"
    })
    void whatTheLabelSaysBesideIsComparedWithTheLog(String attributes, String outcome) {
        String unit = unit();
        world.capture(object("ADD", "2026-09-01T08:00:00", unit)
                .step("commissioning")
                .with("ilmd", Map.of("cbvmda:lotNumber", "L1", "cbvmda:itemExpirationDate", "2028-09-30")));
        String serial = unit.substring(unit.lastIndexOf('/') + 1);
        JsonNode verdict = verify("(01)09506000134352(21)%s%s".formatted(serial, attributes));
        assertThat(verdict.get("verdict").asString()).as("%s", verdict).isEqualTo(outcome);
    }

    @Test
    void aRecallOfTheLotOrTheProductIsARecallOfTheUnitUntilItIsLifted() {
        String gtin = "https://id.gs1.org/01/09506000134390";
        String unit = gtin + "/21/1";
        world.capture(object("ADD", "2026-09-01T08:00:00", unit)
                .step("commissioning")
                .with("ilmd", Map.of("cbvmda:lotNumber", "L7")));
        world.capture(recall("urn:other-lot", gtin + "/10/L8", "set", "2026-09-02T08:00:00"));
        assertThat(verify(unit).get("verdict").asString()).isEqualTo("valid");

        world.capture(recall("urn:lot", gtin + "/10/L7", "set", "2026-09-03T08:00:00"));
        JsonNode recalled = verify(unit);
        assertThat(recalled.get("verdict").asString()).isEqualTo("recalled");
        assertThat(recalled.get("reasons").get(0).get("eventIDs").get(0).asString())
                .isEqualTo("urn:lot");

        world.capture(recall("urn:lifted", gtin + "/10/L7", "unset", "2026-09-04T08:00:00"));
        assertThat(verify(unit).get("verdict").asString()).isEqualTo("valid");
        world.capture(recall("urn:product", gtin, "set", "2026-09-05T08:00:00"));
        assertThat(verify(unit).get("verdict").asString()).isEqualTo("recalled");
    }

    private static TestEvent recall(String id, String epcClass, String change, String time) {
        return TestEvent.event("ObjectEvent", time)
                .id(id)
                .with("action", "OBSERVE")
                .with("quantityList", List.of(Map.of("epcClass", epcClass)))
                .with("persistentDisposition", Map.of(change, List.of("recalled")));
    }

    @Test
    void allFormsOfACodeAreOne() {
        String unit = unit();
        world.capture(object("ADD", "2026-09-01T08:00:00", unit).step("commissioning"));
        String serial = unit.substring(unit.lastIndexOf('/') + 1);
        for (String form : List.of(
                unit,
                "(01)09506000134352(21)" + serial,
                "]d2010950600013435221" + serial,
                "https://shop.example.com/a/01/09506000134352/21/%s?17=300101".formatted(serial),
                "urn:epc:id:sgtin:9506000.013435." + serial)) {
            assertThat(verify(form).get("verdict").asString()).as(form).isEqualTo("valid");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hello world, unreadable, unreadable",
        "(01)09506000134353(21)1, unreadable, unreadable",
        "(01)09506000134352(21), unreadable, unreadable",
        "https://id.gs1.org/01/1/21/1, unreadable, unreadable",
        "09506000134352, unreadable, noSerial",
        "(01)09506000134352(10)L1, unreadable, noSerial",
        "https://id.gs1.org/01/09506000134352, unreadable, noSerial"
    })
    void aCodeThatNamesNoUnitIsUnreadableAndSaysWhy(String scan, String outcome, String code) {
        JsonNode verdict = verify(scan);
        assertThat(verdict.get("verdict").asString()).isEqualTo(outcome);
        assertThat(verdict.get("reasons").get(0).get("code").asString()).isEqualTo(code);
        if (code.equals("unreadable")) {
            assertThat(verdict.get("problem").get("expected").asString()).isNotBlank();
        }
    }

    @Test
    void whereSerialsAreMintedHereAnInventedOneIsKnownToBeFalse() {
        var lease = world.serials().mint(new Wish(PRODUCT, 5, Alphabet.UNAMBIGUOUS, 14, Optional.empty()));
        String issued = lease.digitalLinks().getFirst();
        String invented = new Sgtin(PRODUCT, "00000000000000").digitalLink();

        assertThat(verify(issued).get("verdict").asString()).isEqualTo("notCommissioned");
        assertThat(verify(invented).get("reasons").get(0).get("code").asString())
                .isEqualTo("neverIssued");
        world.capture(object("ADD", "2026-09-01T08:00:00", issued).step("commissioning"));
        assertThat(verify(issued).get("verdict").asString()).isEqualTo("valid");
    }

    @Test
    void aUnitGoesWhereItsContainerGoes() {
        String unit = unit();
        world.capture(
                object("ADD", "2026-09-01T08:00:00", unit).step("commissioning").at(TestPlaces.DRESDEN),
                aggregation("ADD", "2026-09-01T10:00:00", pallet(7), unit).at(TestPlaces.DRESDEN),
                object("OBSERVE", "2026-09-02T10:00:00", pallet(7))
                        .id("urn:sent" + unit)
                        .step("shipping")
                        .readAt(TestPlaces.DRESDEN)
                        .with("destinationList", List.of(Map.of("type", "location", "destination", TestPlaces.LYON))),
                object("OBSERVE", "2026-09-06T10:00:00", pallet(7))
                        .step("receiving")
                        .at(TestPlaces.WARSAW));
        JsonNode pallet = verify(pallet(7));
        assertThat(codes(pallet)).contains("diverted");
        assertThat(outcomeAsOf(unit, "2026-09-30T00:00:00Z")).isEqualTo("valid");
        assertThat(codes(verify(unit))).contains("diverted");
    }

    @Test
    void scansAreCountedAndAScanFarFromTheLastSightingIsSuspicious() {
        String unit = unit();
        world.capture(
                object("ADD", "2026-09-01T08:00:00", unit).step("commissioning").at(TestPlaces.DRESDEN));
        assertThat(scan(unit, "\"location\": \"%s\"".formatted(TestPlaces.MADRID))
                        .get("earlierScans")
                        .asInt())
                .isZero();
        world.pass(3600);
        JsonNode second = scan(unit, "\"latitude\": 52.2297, \"longitude\": 21.0122");
        assertThat(second.get("verdict").asString()).isEqualTo("suspicious");
        assertThat(second.get("earlierScans").asInt()).isEqualTo(1);
        assertThat(second.get("reasons").get(0).get("text").asString()).contains("Madrid, Spain");
        assertThat(verify(unit).get("earlierScans").asInt()).isEqualTo(2);
        assertThat(server.getJson("/api/cases?kind=impossibleTravel")
                        .get("cases")
                        .valueStream()
                        .filter(found -> found.get("epc").asString().equals(unit)))
                .hasSize(1);
    }

    @Test
    void aLookUpKeepsNothingAndAScanKeepsNothingOfWhoMadeIt() {
        String unit = unit();
        int before = world.scans();
        verify(unit);
        assertThat(world.scans()).isEqualTo(before);

        scan(unit, "\"latitude\": 48.208493, \"longitude\": 16.373118");
        assertThat(world.scans()).isEqualTo(before + 1);
        assertThat(world.scanLog())
                .contains("geo:48.21,16.37")
                .doesNotContain("48.208")
                .doesNotContain("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{}                                                           | /scan      | missing-member",
                "{\"scan\": 5}                                                 | /scan      | wrong-type",
                "{\"scan\": \"x\", \"latitude\": 91, \"longitude\": 0}          | /latitude  | scan-place",
                "{\"scan\": \"x\", \"latitude\": 0, \"longitude\": -181}        | /longitude | scan-place",
                "{\"scan\": \"x\", \"latitude\": 1}                            | /longitude | scan-place",
                "{\"scan\": \"x\", \"longitude\": 1}                           | /latitude  | scan-place",
                "{\"scan\": \"x\", \"location\": \"urn:nowhere:1\"}             | /location  | scan-place",
                "{\"scan\": \"x\", \"location\": \"no uri\"}                    | /location  | uri",
                "{\"scan\": \"x\", \"location\": \"geo:1,1\", \"latitude\": 1, \"longitude\": 1} | /location | scan-place",
                "{\"scan\": \"x\", \"who\": \"me\"}                             | /who       | unknown-member"
            })
    void aReportThatCannotBeIsRefusedAndNotKept(String body, String pointer, String code) {
        int before = world.scans();
        var answer = server.postJson("/api/scans", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("pointer").asString()).isEqualTo(pointer);
        assertThat(world.scans()).isEqualTo(before);
    }

    @Test
    void questionsThatCannotBeAreRefused() {
        assertThat(server.get("/api/verify").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/verify?scan=x&asOf=yesterday").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/cases?kind=theft").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/cases?since=1").statusCode()).isEqualTo(400);
    }

    @Test
    void knownAndUnknownCodesAreAnsweredInTheSameShape() {
        String known = unit();
        world.capture(object("OBSERVE", "2026-09-05T08:00:00", known));
        assertThat(members(verify(known)).stream().filter(name -> !name.equals("unit")))
                .containsExactlyElementsOf(members(verify(unit())));
    }

    @Test
    void whoAsksTooOftenWaits() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            statuses.add(server.postJson("/api/scans", "{\"scan\": \"x\"}").statusCode());
        }
        assertThat(statuses).contains(200, 429);
        assertThat(statuses.getLast()).isEqualTo(429);
        world.pass(60);
        assertThat(server.postJson("/api/scans", "{\"scan\": \"x\"}").statusCode())
                .isEqualTo(200);
    }

    private static List<String> members(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static List<String> codes(JsonNode verdict) {
        return verdict.get("reasons")
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    private static JsonNode verify(String scan) {
        return server.getJson("/api/verify?scan=" + encoded(scan));
    }

    private static String outcomeAsOf(String scan, String time) {
        return server.getJson("/api/verify?scan=%s&asOf=%s".formatted(encoded(scan), encoded(time)))
                .get("verdict")
                .asString();
    }

    private static JsonNode scan(String scan, String place) {
        return Json.MAPPER.readTree(server.postJson("/api/scans", "{\"scan\": \"%s\", %s}".formatted(scan, place))
                .body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static synchronized String unit() {
        return TestEvent.unit(1000 + ++units);
    }

    /** The event, happening to this unit. */
    private static TestEvent of(TestEvent event, String unit) {
        TestEvent own = event;
        for (String list : List.of("epcList", "inputEPCList")) {
            if (event.fields().containsKey(list)) {
                own = own.with(list, List.of(unit));
            }
        }
        return event.fields().containsKey("eventID") ? own.id(event.fields().get("eventID") + unit) : own;
    }
}
