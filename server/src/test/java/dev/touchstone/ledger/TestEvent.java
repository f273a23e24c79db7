package dev.touchstone.ledger;

import dev.touchstone.http.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes EPCIS events for tests; each method gives a new event with one field more. */
public record TestEvent(Map<String, Object> fields) {

    /** A unit of the product that tests speak of. */
    public static String unit(int serial) {
        return "https://id.gs1.org/01/09506000134352/21/%d".formatted(serial);
    }

    /** A logistic unit. */
    public static String pallet(int number) {
        String digits = "0950600013%07d".formatted(number);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return "https://id.gs1.org/00/" + digits + (10 - sum % 10) % 10;
    }

    /** A place. */
    public static String place(int number) {
        return "https://id.gs1.org/414/9506000134307/254/" + number;
    }

    /** A lot of a component. */
    public static String lot(String number) {
        return "https://id.gs1.org/01/09506000134376/10/" + number;
    }

    public static TestEvent object(String action, String time, String... epcs) {
        return event("ObjectEvent", time).with("epcList", List.of(epcs)).with("action", action);
    }

    public static TestEvent aggregation(String action, String time, String parent, String... children) {
        return event("AggregationEvent", time)
                .with("parentID", parent)
                .with("childEPCs", List.of(children))
                .with("action", action);
    }

    public static TestEvent association(String action, String time, String parent, String... children) {
        return event("AssociationEvent", time)
                .with("parentID", parent)
                .with("childEPCs", List.of(children))
                .with("action", action);
    }

    public static TestEvent transformation(String time) {
        return event("TransformationEvent", time);
    }

    /** @param time without its zone, which is always Z */
    public static TestEvent event(String type, String time) {
        return new TestEvent(Map.of())
                .with("type", type)
                .with("eventTime", time + "Z")
                .with("eventTimeZoneOffset", "+00:00");
    }

    public TestEvent with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new TestEvent(more);
    }

    public TestEvent without(String field) {
        Map<String, Object> fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new TestEvent(fewer);
    }

    public TestEvent id(String id) {
        return with("eventID", id);
    }

    public TestEvent step(String bizStep) {
        return with("bizStep", bizStep);
    }

    public TestEvent disposition(String disposition) {
        return with("disposition", disposition);
    }

    public TestEvent at(String bizLocation) {
        return with("bizLocation", Map.of("id", bizLocation));
    }

    public TestEvent readAt(String readPoint) {
        return with("readPoint", Map.of("id", readPoint));
    }

    /** The declaration that this event is erroneous. */
    public TestEvent declaredErroneous(String declarationTime) {
        return with("errorDeclaration", Map.of("declarationTime", declarationTime + "Z", "reason", "did_not_occur"));
    }

    public String json() {
        return Json.MAPPER.writeValueAsString(fields);
    }

    /** The event alone, with its context. */
    public String alone() {
        return with("@context", List.of("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"))
                .json();
    }

    public static String document(TestEvent... events) {
        return document(List.of(events));
    }

    public static String document(Collection<TestEvent> events) {
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                              {"example": "http://ns.example.com/epcis/"}],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-01-01T00:00:00Z",
                 "epcisBody": {"eventList": [%s]}}""".formatted(events.stream().map(TestEvent::json).collect(Collectors.joining(",\n")));
    }

    public static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    public static InputStream documentStream(TestEvent... events) {
        return stream(document(events));
    }
}
