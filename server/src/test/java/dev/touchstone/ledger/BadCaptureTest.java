package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.aggregation;
import static dev.touchstone.ledger.TestEvent.document;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.pallet;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.epcis.Limits;
import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Nothing of a document that is not right is stored, and its sender learns what to mend. */
class BadCaptureTest {
    private static final Limits SMALL = new Limits(200_000, 20, 10, 5_000);
    private static final String EVENT = "/epcisBody/eventList/1";

    @RegisterExtension
    static final TestLedger ledger = new TestLedger(SMALL);

    @RegisterExtension
    static final TestServer server = new TestServer(ledger::routes);

    @BeforeAll
    static void somethingIsThere() {
        ledger.capture(good());
    }

    private static TestEvent good() {
        return object("ADD", "2026-01-01T10:00:00", unit(1)).id("urn:uuid:taken");
    }

    static Stream<Arguments> documents() {
        TestEvent event = object("OBSERVE", "2026-01-01T11:00:00", unit(2));
        return Stream.of(
                bad("no JSON", "{", 400, "json-syntax", ""),
                bad("nothing", "", 400, "wrong-type", ""),
                bad("another document", "[]", 400, "wrong-type", ""),
                bad("no body", document().replace("epcisBody", "epcisTorso"), 400, "unknown-field", "/epcisTorso"),
                bad("an unknown type", event.with("type", "MagicEvent"), "event-type", "/type"),
                bad("no event time", event.without("eventTime"), "missing-field", "/eventTime"),
                bad("a time without zone", event.with("eventTime", "2026-01-01T10:00:00"), "time-zone", "/eventTime"),
                bad("the 30th of February", event.with("eventTime", "2026-02-30T10:00:00Z"), "time", "/eventTime"),
                bad(
                        "a wild offset",
                        event.with("eventTimeZoneOffset", "+15:00"),
                        "time-zone-offset",
                        "/eventTimeZoneOffset"),
                bad("no action", event.without("action"), "missing-field", "/action"),
                bad("another action", event.with("action", "EAT"), "action", "/action"),
                bad("a number for a text", event.with("bizStep", 7), "wrong-type", "/bizStep"),
                bad("a misspelt step", event.step("shiping"), "vocabulary", "/bizStep"),
                bad("a wrong check digit", epc("https://id.gs1.org/01/09506000134353/21/1"), "epc", "/epcList/0"),
                bad("a short GTIN", epc("urn:epc:id:sgtin:9506000.13435.1"), "epc", "/epcList/0"),
                bad(
                        "a class among instances",
                        epc("https://id.gs1.org/01/09506000134352"),
                        "instance-identifier",
                        "/epcList/0"),
                bad("no URI", epc("unit 1"), "uri", "/epcList/0"),
                bad("an endless URI", epc("https://example.com/" + "x".repeat(3_000)), "uri", "/epcList/0"),
                bad(
                        "a text beyond measure",
                        epc("https://example.com/" + "x".repeat(6_000)),
                        413,
                        "document-too-large"),
                bad("nothing named", event.with("epcList", List.of()), "empty", ""),
                bad("an undeclared prefix", event.with("who:knows", 1), "prefix", "/who:knows"),
                bad("a field of nobody", event.with("colour", "red"), "unknown-field", "/colour"),
                bad("a NUL", event.with("example:note", "a\0b"), "character", "/example:note"),
                bad("ILMD where nothing is made", event.with("ilmd", Map.of("example:a", 1)), "ilmd", "/ilmd"),
                bad(
                        "no parent",
                        aggregation("ADD", "2026-01-01T11:00:00", pallet(1), unit(2))
                                .without("parentID"),
                        "parent",
                        "/parentID"),
                bad(
                        "half a thing",
                        quantity(Map.of("epcClass", "https://id.gs1.org/01/09506000134352", "quantity", 0.5)),
                        "quantity-count",
                        "/quantityList/0/quantity"),
                bad("another event under the id", good().with("action", "OBSERVE"), 409, "event-id-taken"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void itIsRefusedWholeAndSaysWhatWhereAndWhatWouldBeRight(
            String what, String document, int status, String code, String pointer) {
        long rows = ledger.rows();
        HttpResponse<String> answer = server.postJson("/epcis/capture", document);
        JsonNode problem = Json.MAPPER.readTree(answer.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("type").asString()).startsWith("epcisException:");
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("expected").asString()).isNotBlank();
        if (status == 400) {
            JsonNode first = problem.has("findings") && !problem.get("findings").isEmpty()
                    ? problem.get("findings").get(0)
                    : problem;
            assertThat(first.get("code").asString()).isEqualTo(code);
            assertThat(first.get("pointer").asString()).isEqualTo(pointer);
        } else {
            assertThat(problem.get("code").asString()).isEqualTo(code);
        }
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    @Test
    void tooManyEventsAreRefused() {
        long rows = ledger.rows();
        TestEvent[] events = IntStream.range(0, 21)
                .mapToObj(i -> object("OBSERVE", "2026-01-01T11:00:" + (10 + i), unit(2)))
                .toArray(TestEvent[]::new);
        HttpResponse<String> answer = server.postJson("/epcis/capture", document(events));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("epcisException:CaptureLimitExceededException");
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhileItStreams() throws IOException {
        long rows = ledger.rows();
        byte[] chunk = ("2000\r\n" + " ".repeat(0x2000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket =
                new Socket(server.address().getHost(), server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write("""
                    POST /epcis/capture HTTP/1.1\r
                    Host: %s:%d\r
                    Content-Type: application/json\r
                    Transfer-Encoding: chunked\r
                    \r
                    """.formatted(server.address().getHost(), server.address().getPort())
                    .getBytes(StandardCharsets.US_ASCII));
            long sent = 0;
            try {
                while (in.available() == 0 && sent < 1L << 30) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException closed) {
                // The server need not listen any longer.
            }
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
            assertThat(sent).as("bytes taken of an endless body").isLessThan(64L << 20);
        }
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    @Test
    void anAnnouncedLengthOverTheLimitIsRefusedUnread() {
        HttpResponse<String> answer = server.postJson("/epcis/capture", " ".repeat(300_000));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void oneBadEventAloneIsRefusedToo() {
        long rows = ledger.rows();
        HttpResponse<String> answer = server.postJson(
                "/epcis/events", object("EAT", "2026-01-01T11:00:00", unit(2)).alone());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"pointer\":\"/action\"");
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    private static TestEvent epc(String epc) {
        return object("OBSERVE", "2026-01-01T11:00:00", epc);
    }

    private static TestEvent quantity(Map<String, Object> quantity) {
        return object("OBSERVE", "2026-01-01T11:00:00").without("epcList").with("quantityList", List.of(quantity));
    }

    private static Arguments bad(String what, String document, int status, String code, String pointer) {
        return Arguments.of(what, document, status, code, pointer);
    }

    private static Arguments bad(String what, TestEvent event, int status, String code) {
        return Arguments.of(what, document(good(), event), status, code, "");
    }

    private static Arguments bad(String what, TestEvent event, String code, String field) {
        return Arguments.of(what, document(good(), event), 400, code, EVENT + field);
    }
}
