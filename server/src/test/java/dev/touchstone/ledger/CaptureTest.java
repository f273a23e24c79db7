package dev.touchstone.ledger;

import static dev.touchstone.ledger.TestEvent.document;
import static dev.touchstone.ledger.TestEvent.object;
import static dev.touchstone.ledger.TestEvent.place;
import static dev.touchstone.ledger.TestEvent.unit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import dev.touchstone.http.TestServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CaptureTest {
    @RegisterExtension
    static final TestLedger ledger = new TestLedger();

    @RegisterExtension
    static final TestServer server = new TestServer(ledger::routes);

    @Test
    void aCapturedDocumentIsAcknowledgedByAJobThatStays() {
        HttpResponse<String> answer =
                capture(object("ADD", "2026-01-01T10:00:00", unit(1)), object("ADD", "2026-01-01T10:00:00", unit(2)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode job = server.getJson(answer.headers().firstValue("Location").orElseThrow());
        assertThat(job).isEqualTo(json(answer));
        assertThat(job.get("events").asInt()).isEqualTo(2);
        assertThat(job.get("duplicates").asInt()).isZero();
        assertThat(job.get("success").asBoolean()).isTrue();
        assertThat(job.get("running").asBoolean()).isFalse();
        assertThat(job.get("captureErrorBehaviour").asString()).isEqualTo("rollback");
        assertThat(server.getJson("/epcis/capture").get(0).get("captureID")).isNotNull();
    }

    @Test
    void jobsCanBePagedFromTheNewestToTheOldest() {
        for (int i = 0; i < 5; i++) {
            capture(object("OBSERVE", "2026-01-02T10:00:0" + i, unit(3)));
        }
        List<String> seen = new ArrayList<>();
        for (String at = "/epcis/capture?perPage=2"; at != null; at = next(server.get(at))) {
            server.getJson(at).forEach(job -> seen.add(job.get("captureID").asString()));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize((int) ledger.number("SELECT count(*) FROM capture_job"));
    }

    @Test
    void theSameEventAgainCountsAsDuplicate() {
        TestEvent event = object("ADD", "2026-01-03T10:00:00", unit(4)).at(place(1));
        capture(event);
        long rows = ledger.number("SELECT count(*) FROM event");

        JsonNode job = json(capture(
                event,
                event.with("recordTime", "2026-02-02T02:02:02Z"),
                event.with("epcList", List.of("urn:epc:id:sgtin:9506000.013435.4"))));

        assertThat(job.get("events").asInt()).isEqualTo(3);
        assertThat(job.get("duplicates").asInt()).isEqualTo(3);
        assertThat(ledger.number("SELECT count(*) FROM event")).isEqualTo(rows);
    }

    @Test
    void anEventWithAnIdOfItsClientIsADuplicateByThatId() {
        TestEvent event =
                object("ADD", "2026-01-04T10:00:00", unit(5)).id("urn:uuid:5b1b1ea8-0000-4000-8000-000000000001");
        capture(event);
        assertThat(json(capture(event)).get("duplicates").asInt()).isEqualTo(1);
        assertThat(json(capture(event.without("eventID"))).get("duplicates").asInt())
                .as("the same words without the id are another event")
                .isZero();
    }

    @Test
    void anotherContentUnderATakenIdIsRefusedAndNothingOfItsDocumentIsStored() {
        TestEvent event =
                object("ADD", "2026-01-05T10:00:00", unit(6)).id("urn:uuid:5b1b1ea8-0000-4000-8000-000000000002");
        capture(event);
        long rows = ledger.rows();

        HttpResponse<String> answer =
                capture(object("ADD", "2026-01-05T11:00:00", unit(7)), event.with("action", "OBSERVE"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("type").asString()).isEqualTo("epcisException:ResourceAlreadyExistsException");
        assertThat(json(answer).get("code").asString()).isEqualTo("event-id-taken");
        assertThat(json(answer).get("pointer").asString()).isEqualTo("/epcisBody/eventList/1");
        assertThat(ledger.rows()).isEqualTo(rows);
    }

    @Test
    void anErrorDeclarationSharesTheIdOfItsEventAndIsAnEventOfItsOwn() {
        TestEvent event =
                object("ADD", "2026-01-06T10:00:00", unit(8)).id("urn:uuid:5b1b1ea8-0000-4000-8000-000000000003");
        TestEvent declaration = event.declaredErroneous("2026-01-07T10:00:00");
        capture(declaration);
        capture(event);
        assertThat(json(capture(declaration)).get("duplicates").asInt()).isEqualTo(1);

        JsonNode events = server.getJson("/epcis/events/" + encoded("urn:uuid:5b1b1ea8-0000-4000-8000-000000000003"))
                .at("/epcisBody/queryResults/resultsBody/eventList");
        assertThat(events).hasSize(2);
        assertThat(events.get(0).has("errorDeclaration")).isTrue();
        assertThat(events.get(1).has("errorDeclaration")).isFalse();
    }

    @Test
    void oneEventIsCapturedUnderItsHashIdAndOnlyOnce() {
        TestEvent event = object("ADD", "2026-01-08T10:00:00", unit(9));
        HttpResponse<String> created = server.postJson("/epcis/events", event.alone());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);

        JsonNode document =
                server.getJson(created.headers().firstValue("Location").orElseThrow());
        JsonNode found = document.at("/epcisBody/queryResults/resultsBody/eventList/0");
        assertThat(found.get("eventID").asString()).startsWith("ni:///sha-256;");
        assertThat(found.has("recordTime")).isTrue();
        assertThat(((ObjectNode) found).without(List.of("eventID", "recordTime")))
                .isEqualTo(Json.MAPPER.readTree(event.json()));

        assertThat(server.postJson("/epcis/events", event.alone()).statusCode()).isEqualTo(409);
    }

    @Test
    void anEventThatIsNotThereIsNotFound() {
        assertThat(server.get("/epcis/events/" + encoded("urn:uuid:none")).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/epcis/capture/none").statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheInterfaceSpeaksAndTakesIsToldInHeaders() {
        HttpResponse<String> options =
                server.send(server.request("/epcis/capture").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("GS1-EPCIS-Capture-Limit")).contains("100000");
        assertThat(options.headers().firstValue("GS1-EPCIS-Capture-File-Size-Limit"))
                .contains("67108864");
        assertThat(options.headers().firstValue("GS1-Capture-Error-Behaviour")).contains("rollback");
        assertThat(options.headers().firstValue("Allow")).contains("GET, POST, OPTIONS");
        assertThat(server.get("/epcis/events").headers().firstValue("GS1-EPCIS-Version"))
                .contains("2.0.0");
    }

    @Test
    void whatTheInterfaceCannotDoIsRefused() {
        String document = document(object("ADD", "2026-01-09T10:00:00", unit(10)));
        assertThat(server.send(server.request("/epcis/capture")
                                .header("Content-Type", "application/json")
                                .header("GS1-EPCIS-Version", "1.2")
                                .POST(BodyPublishers.ofString(document)))
                        .statusCode())
                .isEqualTo(406);
        assertThat(server.send(server.request("/epcis/capture")
                                .header("Content-Type", "application/json")
                                .header("GS1-Capture-Error-Behaviour", "proceed")
                                .POST(BodyPublishers.ofString(document)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.send(server.request("/epcis/capture")
                                .header("Content-Type", "application/xml")
                                .POST(BodyPublishers.ofString("<a/>")))
                        .statusCode())
                .isEqualTo(415);
    }

    private static HttpResponse<String> capture(TestEvent... events) {
        return server.postJson("/epcis/capture", document(events));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.MAPPER.readTree(answer.body());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String next(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Link")
                .map(link -> link.substring(1, link.indexOf('>')))
                .orElse(null);
    }
}
