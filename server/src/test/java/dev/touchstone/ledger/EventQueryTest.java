package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.lot;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.pallet;
import static dev.touchstone.ledger.TestEvent.place;
import static dev.touchstone.ledger.TestEvent.transformation;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each parameter of the event query, by the events that it finds. */
class EventQueryTest {
    private static final List<TestEvent> EVENTS = List.of(
            object("ADD", "2026-01-01T10:00:00", unit(1), unit(2))
                    .id("urn:x:made")
                    .step("commissioning")
                    .disposition("active")
                    .at(place(1))
                    .with("ilmd", Map.of("cbvmda:lotNumber", "L1")),
            aggregation("ADD", "2026-01-02T10:00:00", pallet(1), unit(1), unit(2))
                    .id("urn:x:packed")
                    .step("packing")
                    .readAt(place(2)),
            object("OBSERVE", "2026-01-03T10:00:00", "urn:epc:id:sscc:9506000.0130000001")
                    .id("urn:x:sent")
                    .step("https://example.com/steps/waving")
                    .disposition("in_transit")
                    .readAt(place(2))
                    .with("bizTransactionList", List.of(Map.of("type", "po", "bizTransaction", "urn:x:po:7")))
                    .with("sourceList", List.of(Map.of("type", "location", "source", place(1))))
                    .with("destinationList", List.of(Map.of("type", "location", "destination", place(3)))),
            transformation("2026-01-04T10:00:00")
                    .id("urn:x:built")
                    .with("transformationID", "urn:x:t1")
                    .with("inputEPCList", List.of(unit(2)))
                    .with("inputQuantityList", List.of(Map.of("epcClass", lot("C1"), "quantity", 3)))
                    .with("outputEPCList", List.of(unit(3)))
                    .with("outputQuantityList", List.of(Map.of("epcClass", lot("D1"), "quantity", 3))),
            object("OBSERVE", "2026-01-05T10:00:00")
                    .without("epcList")
                    .id("urn:x:counted")
                    .with("quantityList", List.of(Map.of("epcClass", lot("C1"), "quantity", 2.5, "uom", "KGM"))),
            object("OBSERVE", "2026-01-06T10:00:00", unit(9)).id("urn:x:slip"),
            object("OBSERVE", "2026-01-06T10:00:00", unit(9))
                    .id("urn:x:slip")
                    .declaredErroneous("2026-01-07T00:00:00"));

    @RegisterExtension
    static final TestLedger ledger = new TestLedger();

    @RegisterExtension
    static final TestServer server = new TestServer(ledger::routes);

    @BeforeAll
    static void capture() {
        EVENTS.forEach(ledger::capture);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "''; made packed sent built counted slip slip",
                "eventType=AggregationEvent; packed",
                "eventType=AggregationEvent|TransformationEvent; packed built",
                "GE_eventTime=2026-01-05T10:00:00Z; counted slip slip",
                "LT_eventTime=2026-01-02T11:00:00+01:00; made",
                "GE_recordTime=2000-01-01T00:00:00Z&LT_recordTime=2000-01-02T00:00:00Z; ''",
                "EQ_action=ADD; made packed",
                "EQ_action=ADD|OBSERVE; made packed sent counted slip slip",
                "EQ_bizStep=packing; packed",
                "EQ_bizStep=https://ref.gs1.org/cbv/BizStep-packing; packed",
                "EQ_bizStep=urn:epcglobal:cbv:bizstep:packing|https://example.com/steps/waving; packed sent",
                "EQ_disposition=in_transit; sent",
                "EQ_readPoint={place2}; packed sent",
                "EQ_readPoint=urn:epc:id:sgln:9506000.13430.2; packed sent",
                "EQ_bizLocation={place1}; made",
                "EQ_eventID=urn:x:slip|urn:x:made; made slip slip",
                "EQ_transformationID=urn:x:t1; built",
                "EQ_bizTransaction_po=urn:x:po:7; sent",
                "EQ_bizTransaction_inv=urn:x:po:7; ''",
                "EQ_bizTransaction_urn:epcglobal:cbv:btt:po=urn:x:po:7; sent",
                "EQ_source_location={place1}; sent",
                "EQ_destination_location={place3}; sent",
                "EQ_destination_location={place1}; ''",
                "MATCH_anyEPC={unit2}; made packed built",
                "MATCH_anyEPC=urn:epc:id:sgtin:9506000.013435.2; made packed built",
                "MATCH_epc={unit2}; made packed",
                "MATCH_parentID={pallet1}; packed",
                "MATCH_anyEPC=urn:epc:id:sscc:9506000.0130000001; packed sent",
                "MATCH_epc={pallet1}; sent",
                "MATCH_inputEPC={unit2}; built",
                "MATCH_outputEPC={unit3}; built",
                "MATCH_outputEPC={unit2}; ''",
                "MATCH_anyEPCClass={lotC1}; built counted",
                "MATCH_epcClass={lotC1}; counted",
                "MATCH_inputEPCClass={lotC1}; built",
                "MATCH_outputEPCClass={lotD1}|{lotC1}; built",
                "MATCH_epc=urn:epc:idpat:sgtin:9506000.013435.*; made packed slip slip",
                "MATCH_epc=urn:epc:idpat:sgtin:9506000.*.*; made packed slip slip",
                "MATCH_epc=urn:epc:idpat:sscc:9506000.*; sent",
                "MATCH_epc=urn:epc:idpat:sscc:9506001.*; ''",
                "MATCH_anyEPC=https://id.gs1.org/01/09506000134352/21/*; made packed built slip slip",
                "MATCH_anyEPC=https://example.com/01/09506000134352/21/3*; built",
                "MATCH_anyEPCClass=https://id.gs1.org/01/09506000134376*; built counted",
                "EXISTS_errorDeclaration=true; slip",
                "EXISTS_errorDeclaration=false; made packed sent built counted slip",
                "EQ_action=OBSERVE&MATCH_anyEPC={unit9}&EXISTS_errorDeclaration=false; slip",
                "EQ_bizStep=&EQ_action=ADD; made packed",
            })
    void findsWhatIsAskedFor(String query, String found) {
        assertThat(ids(server.getJson(
                        "/epcis/events?orderBy=recordTime&orderDirection=ASC&perPage=100&" + filled(query))))
                .isEqualTo(found.isEmpty() ? List.of() : Arrays.asList(found.split(" ")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "colour=red, unknown-parameter",
        "EQ_action=ADD&EQ_action=OBSERVE, repeated-parameter",
        "EQ_action=EAT, malformed-parameter",
        "eventType=MagicEvent, malformed-parameter",
        "GE_eventTime=yesterday, malformed-parameter",
        "GE_eventTime=2026-01-01T10:00:00, malformed-parameter",
        "EQ_bizStep=shiping, malformed-parameter",
        "EQ_readPoint=here, uri",
        "EQ_readPoint=https://x%00, malformed-parameter",
        "MATCH_anyEPC=unit, uri",
        "MATCH_epc=urn:epc:idpat:sgtin:9506000.*.7, ''",
        "MATCH_epc=urn:epc:id:sgtin:9506000.13435.1, ''",
        "EXISTS_errorDeclaration=perhaps, malformed-parameter",
        "orderBy=colour, malformed-parameter",
        "orderDirection=UP, malformed-parameter",
        "eventCountLimit=5, parameter-clash",
        "orderBy=eventTime&eventCountLimit=5&maxEventCount=5, parameter-clash",
        "maxEventCount=0, malformed-parameter",
        "perPage=1001, malformed-parameter",
        "nextPageToken=abc, malformed-parameter",
        "nextPageToken=eyJrZXlzIjpbIngiLCJ5IiwieiJdfQ, malformed-parameter"
    })
    void refusesWhatItCannotRead(String query, String code) {
        HttpResponse<String> answer = server.get("/epcis/events?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("type").asString()).isEqualTo("epcisException:QueryParameterException");
        assertThat(problem.get("parameter").asString()).isNotBlank();
        assertThat(problem.get("expected").asString()).isNotBlank();
        if (!code.isEmpty()) {
            assertThat(problem.get("code").asString()).isEqualTo(code);
        }
    }

    @Test
    void timesBeyondAnyEventFindNothingAndBreakNothing() {
        assertThat(ids(server.getJson("/epcis/events?GE_eventTime=%2B999999999-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(ids(server.getJson("/epcis/events?LT_recordTime=-999999999-01-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void tooManyIsRefusedOnlyAboveTheMaximum() {
        assertThat(server.get("/epcis/events?maxEventCount=7").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = server.get("/epcis/events?maxEventCount=6");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("epcisException:QueryTooLargeException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orderBy=eventTime&", "orderBy=eventTime&orderDirection=ASC&", "orderBy=recordTime&"})
    void pagesHoldEveryEventOnce(String order) {
        List<String> whole = ids(server.getJson("/epcis/events?perPage=100&" + order));
        List<String> paged = new ArrayList<>();
        int pages = 0;
        for (String at = "/epcis/events?perPage=2&" + order; at != null; at = next(server.get(at))) {
            paged.addAll(ids(server.getJson(at)));
            pages++;
        }
        assertThat(paged).isEqualTo(whole).hasSize(7);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void aLimitHoldsOverAllPages() {
        List<String> paged = new ArrayList<>();
        String first = "/epcis/events?perPage=2&orderBy=eventTime&orderDirection=ASC&eventCountLimit=3";
        for (String at = first; at != null; at = next(server.get(at))) {
            paged.addAll(ids(server.getJson(at)));
        }
        assertThat(paged).containsExactly("made", "packed", "sent");
    }

    @Test
    void theNewestComesFirstUnlessAskedOtherwise() {
        assertThat(ids(server.getJson("/epcis/events?orderBy=eventTime&perPage=3")))
                .containsExactly("slip", "slip", "counted");
    }

    @Test
    void resultsAreAsCapturedWithTheirRecordTime() {
        JsonNode event = server.getJson("/epcis/events?EQ_eventID=urn:x:sent")
                .at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(event.get("epcList").get(0).asString()).isEqualTo("urn:epc:id:sscc:9506000.0130000001");
        String recordTime = event.get("recordTime").asString();
        assertThat(ids(server.getJson("/epcis/events?EQ_eventID=urn:x:sent&GE_recordTime=" + recordTime)))
                .as("the record time told finds the event again")
                .containsExactly("sent");
    }

    private static String filled(String query) {
        String text = query.replace("{place1}", place(1))
                .replace("{place2}", place(2))
                .replace("{place3}", place(3))
                .replace("{unit2}", unit(2))
                .replace("{unit3}", unit(3))
                .replace("{unit9}", unit(9))
                .replace("{pallet1}", pallet(1))
                .replace("{lotC1}", lot("C1"))
                .replace("{lotD1}", lot("D1"));
        return Arrays.stream(text.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.substring(0, pair.indexOf('=') + 1)
                        + URLEncoder.encode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<String> ids(JsonNode document) {
        JsonNode events = document.at("/epcisBody/queryResults/resultsBody/eventList");
        assertThat(events.isArray()).as(document.toString()).isTrue();
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("eventID").asString().substring("urn:x:".length()))
                .toList();
    }

    private static String next(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Link")
                .map(link -> link.substring(1, link.indexOf('>')))
                .orElse(null);
    }
}
