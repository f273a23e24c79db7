package dev.touchstone.verify;

import static dev.touchstone.ledger.TestEvent.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PublicRoutesTest {

    @Order(1)
    @RegisterExtension
    static final TestWorld world = new TestWorld();

    @Order(2)
    @RegisterExtension
    static final TestServer server = new TestServer(world::routes);

    private static final String GTIN = "09506000134352";
    private static final String UNIT = "/01/" + GTIN + "/21/A1";
    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    @BeforeAll
    static void aUnitIsMade() {
        world.captureDocument(product(GTIN, "Aurora <Speaker> 2"));
        world.capture(object("ADD", "2026-09-01T08:00:00", "https://id.gs1.org" + UNIT)
                .id("urn:secret-event")
                .step("commissioning")
                .at(TestPlaces.DRESDEN)
                .with("ilmd", Map.of("cbvmda:lotNumber", "L1", "cbvmda:itemExpirationDate", "2028-09-30")));
    }

    @BeforeEach
    void aMinutePasses() {
        world.pass(60);
    }

    @Test
    void aUnitHasAPageWithVerdictReasonsAndFacts() {
        HttpResponse<String> answer = server.get(UNIT);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(words(answer))
                .contains("Valid code", "This code is valid: first activated on 1 September 2026", "Aurora <Speaker> 2")
                .contains("Lot L1", "Expires 30 September 2028", "Made in Germany")
                .doesNotContain("Shop Dresden")
                .doesNotContain("urn:secret-event")
                .doesNotContain(TestPlaces.DRESDEN)
                .doesNotContainIgnoringCase("genuine");
    }

    @Test
    void aPageIsNotKeptIndexedOrFramedAndRunsNothing() {
        HttpResponse<String> answer = server.get(UNIT);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.body())
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("<script");
        Matcher loaded = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(answer.body());
        assertThat(loaded.results().map(found -> found.group(1))).containsExactly("/tokens.css", "/public/page.css");
    }

    @Test
    void aProgramGetsTheVerdictAsJsonWithoutWhatIsInternal() {
        JsonNode verdict = json(UNIT);
        assertThat(verdict.get("verdict").asString()).isEqualTo("valid");
        assertThat(verdict.get("firstActivatedAt").asString()).isEqualTo("2026-09-01T08:00:00Z");
        assertThat(verdict.has("unit")).isFalse();
        assertThat(verdict.toString()).doesNotContain("urn:secret-event").doesNotContain("414");
        assertThat(members(json("/01/" + GTIN + "/21/unknown")))
                .containsExactlyElementsOf(List.of("verdict", "sentence", "reasons", "identifier", "earlierScans"));
    }

    @ParameterizedTest
    @CsvSource({
        "/01/09506000134352, Product code",
        "/01/09506000134352/10/L1, Lot code",
        "/01/09506000134352/21/A1, Valid code",
        "/01/09506000134352/10/L1/21/A1, Valid code",
        "/01/09506000134352/10/L2/21/A1, Suspicious",
        "/01/09506000134352/21/A1?17=280930, Valid code",
        "/01/09506000134352/21/A1?17=290930&linkType=gs1:verificationService, Suspicious",
        "/01/09506000134352/21/B1, Unknown code",
        "/00/095060001343520000, Unknown code"
    })
    void everyDigitalLinkHasItsPage(String path, String word) {
        assertThat(words(server.get(path))).contains(word);
    }

    @ParameterizedTest
    @CsvSource({
        "/01/9506000134352/21/A1, /01/09506000134352/21/A1",
        "/01/9506000134352, /01/09506000134352",
        "/01/09506000134352/21/A1/, /01/09506000134352/21/A1",
        "/01/09506000134352/21/%41%31, /01/09506000134352/21/A1",
        "/01/9506000134352/21/A1?17=280930, /01/09506000134352/21/A1?17=280930"
    })
    void anotherFormOfALinkLeadsToTheCanonicalOne(String path, String canonical) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains(canonical);
        assertThat(server.get(canonical).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/01/09506000134353/21/A1, check digit",
        "/01/0950600013435/21/A1, check digit",
        "/01/abc/21/A1, 14 characters",
        "/01/09506000134352/21/123456789012345678901, 20 characters",
        "/01/09506000134352/99/x, AI",
        "/01/09506000134352/21/a%20b, may not hold",
        "/01/09506000134352/foo, no AI",
        "/01/09506000134352/21/A1?17=991399, month",
        "/00/123, 18 characters"
    })
    void aLinkThatIsNoneGetsAPageThatExplains(String path, String told) {
        HttpResponse<String> answer = server.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(words(answer))
                .contains("Not a GS1 Digital Link", "What would be right")
                .containsIgnoringCase(told);

        HttpResponse<String> asJson = server.send(server.request(path).header("Accept", "application/json"));
        assertThat(asJson.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(asJson.body()).get("expected").asString())
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%22%3E%3Cb%3E", "%3Cb%3E", "a%26b", "%27onx%3D1"})
    void aSerialOfAnyCharactersStaysText(String serial) {
        HttpResponse<String> answer = server.get("/01/" + GTIN + "/21/" + serial);
        assertThat(answer.statusCode()).isIn(200, 301, 400);
        assertOnlyOurTags(answer.body());
    }

    @Test
    void whatMasterDataAndLabelsSayStaysText() {
        world.captureDocument(product("09506000134369", HOSTILE));
        HttpResponse<String> product = server.get("/01/09506000134369");
        assertThat(words(product)).contains(HOSTILE);
        assertOnlyOurTags(product.body());

        HttpResponse<String> refused = server.get("/01/" + GTIN + "/21/x?17=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertOnlyOurTags(refused.body());
    }

    @Test
    void aVisitIsCountedOnceInTenMinutesAndALookInAdvanceNever() {
        String unit = "/01/" + GTIN + "/21/counted";
        server.send(server.request(unit).header("Sec-Purpose", "prefetch"));
        assertThat(json(unit).get("earlierScans").asInt()).isZero();
        server.get(unit);
        assertThat(json(unit).get("earlierScans").asInt()).isEqualTo(1);
        world.pass(601);
        assertThat(json(unit).get("earlierScans").asInt()).isEqualTo(1);
        assertThat(json(unit).get("earlierScans").asInt()).isEqualTo(2);
        assertThat(world.scanLog()).contains(unit).doesNotContain("127.0.0.1");
    }

    @Test
    void whoAsksTooOftenGetsAPageThatSaysSo() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 70; i++) {
            last = server.get("/01/" + GTIN);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(words(last)).contains("Too many look-ups");
    }

    /** Whatever a page says, its tags are those that a page has. */
    private static void assertOnlyOurTags(String page) {
        Matcher tags = Pattern.compile("<([^>]*)>").matcher(page);
        while (tags.find()) {
            assertThat(tags.group(1))
                    .matches(
                            "(?s)!doctype html|/?(html|head|title|body|main|header|section|div|h1|h2|p|ul|li|span|dl|dt|dd|footer|svg|path|meta|link)( [a-zA-Z-]+=\"[^\"<>]*\")*");
            assertThat(tags.group(1)).doesNotContain("onerror").doesNotContain("script");
        }
    }

    /** What a reader sees: text without tags, entities read back, blanks plain. */
    private static String words(HttpResponse<String> page) {
        return page.body()
                .replaceAll("</span><span>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    private static JsonNode json(String path) {
        return Json.MAPPER.readTree(server.send(server.request(path).header("Accept", "application/json"))
                .body());
    }

    private static List<String> members(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    private static String product(String gtin, String name) {
        var attributes = Json.MAPPER.createArrayNode();
        attributes.addObject().put("id", "cbvmda:descriptionShort").put("attribute", name);
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T08:00:00Z",
                 "epcisHeader": {"epcisMasterData": {"vocabularyList": [
                   {"type": "urn:epcglobal:epcis:vtype:EPCClass", "vocabularyElementList": [
                     {"id": "https://id.gs1.org/01/%s", "attributes": %s}]}]}},
                 "epcisBody": {"eventList": []}}""".formatted(gtin, attributes);
    }
}
