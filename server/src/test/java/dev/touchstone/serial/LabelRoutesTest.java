package dev.touchstone.serial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.database.Database;
import dev.touchstone.database.TestDatabase;
import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.TestEvent;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Projections;
import dev.touchstone.trace.Trace;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRoutesTest {

    private static final String UNIT = "https://id.gs1.org/01/09506000134352/21/K7QXA2MPD4";
    private static final String BARE = "https://id.gs1.org/01/09506000134376/21/B1";
    private static final String PALLET = TestEvent.pallet(1);

    private static Database database;
    private static Ledger ledger;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.fresh();
        MasterData masterData = new MasterData(database.dataSource());
        List<Projection> projections = new ArrayList<>(Projections.all());
        projections.add(masterData.projection());
        ledger = Ledger.open(database, Limits.STANDARD, Clock.systemUTC(), projections);
        ledger.capture(TestEvent.stream("""
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T08:00:00Z",
                 "epcisHeader": {"epcisMasterData": {"vocabularyList": [
                   {"type": "urn:epcglobal:epcis:vtype:EPCClass", "vocabularyElementList": [
                     {"id": "https://id.gs1.org/01/09506000134352", "attributes": [
                       {"id": "cbvmda:descriptionShort", "attribute": "Aurora Speaker 2"}]},
                     {"id": "https://id.gs1.org/01/09506000134376", "attributes": [
                       {"id": "cbvmda:descriptionShort", "attribute": "\u6975\u5149"}]}]}]}},
                 "epcisBody": {"eventList": []}}"""));
        ledger.capture(TestEvent.documentStream(TestEvent.object("ADD", "2026-09-01T08:00:00", UNIT)
                .step("commissioning")
                .with("ilmd", Map.of("cbvmda:lotNumber", "L2407A", "cbvmda:itemExpirationDate", "2028-03-31"))));
        Trace trace = new Trace(database.dataSource(), masterData, CompanyPrefixes.none());
        server = new TestServer(() -> List.of(new LabelRoutes(trace, masterData))).start();
    }

    @AfterAll
    static void stop() {
        server.close();
        ledger.close();
        database.close();
    }

    @Test
    void aLabelCarriesWhatTheLogKnowsOfTheUnit() {
        HttpResponse<String> label = get(UNIT, "");
        assertThat(label.statusCode()).as(label.body()).isEqualTo(200);
        assertThat(label.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(label.body())
                .contains("(01)09506000134352", "(17)280331", "(10)L2407A", "(21)K7QXA2MPD4", "Aurora Speaker 2")
                .contains("mm\"");
    }

    @Test
    void theSameLabelAgainIsNotSentAgain() {
        HttpResponse<String> first = get(UNIT, "");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = server.send(server.request(path(UNIT, "")).header("If-None-Match", etag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(get(UNIT, "&symbol=qr").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(first.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @CsvSource({
        "datamatrix, svg, 300",
        "datamatrix, png, 203",
        "datamatrix, png, 300",
        "datamatrix, png, 600",
        "qr, svg, 300",
        "qr, png, 300",
        "gs1-128, svg, 300"
    })
    void unitsAndLogisticUnitsHaveLabelsInEachSymbolAndFormat(String symbol, String format, int dpi) {
        for (String epc : List.of(UNIT, BARE, PALLET)) {
            HttpResponse<String> label = get(epc, "&symbol=%s&format=%s&dpi=%d".formatted(symbol, format, dpi));
            if (symbol.equals("gs1-128") && label.statusCode() == 400) {
                assertThat(label.body()).as(epc).contains("expected");
                continue;
            }
            assertThat(label.statusCode()).as(epc + label.body()).isEqualTo(200);
            assertThat(label.headers().firstValue("Content-Type"))
                    .contains(format.equals("png") ? "image/png" : "image/svg+xml");
        }
        assertThat(get(PALLET, "&symbol=%s&format=%s&dpi=%d".formatted(symbol, format, dpi))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoAcceptsOnlyPngGetsPng() {
        HttpResponse<String> label = server.send(server.request(path(UNIT, "")).header("Accept", "image/png"));
        assertThat(label.headers().firstValue("Content-Type")).contains("image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(01)09506000134352          |                      | epc      | no-unit",
                "(01)09506000134352(10)L1    |                      | epc      | no-unit",
                "(01)09506000134353(21)1     |                      | epc      | check-digit",
                "1M8GDM9AXKP042788           |                      | epc      | no-gs1-key",
                "nonsense                    |                      | epc      | *",
                "(01)09506000134352(21)1     | &symbol=aztec        | symbol   | malformed-parameter",
                "(01)09506000134352(21)1     | &format=pdf          | format   | malformed-parameter",
                "(01)09506000134352(21)1     | &dpi=301             | dpi      | malformed-parameter",
                "(01)09506000134352(21)1     | &resolver=javascript:alert(1) | resolver | resolver",
                "(01)09506000134352(21)1     | &colour=red          | colour   | unknown-parameter"
            })
    void whatNoLabelCanCarryIsRefused(String epc, String more, String parameter, String code) {
        HttpResponse<String> answer = get(epc, more == null ? "" : more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        var problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("expected").asString()).isNotBlank();
        if (!code.equals("*")) {
            assertThat(problem.get("code").asString()).isEqualTo(code);
        }
    }

    private static HttpResponse<String> get(String epc, String more) {
        return server.get(path(epc, more));
    }

    private static String path(String epc, String more) {
        return "/api/labels?epc=" + URLEncoder.encode(epc, StandardCharsets.UTF_8) + more;
    }
}
