package dev.touchstone.epcis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents for tests, written with single quotes. */
final class Documents {

    static final String SHIPPING = """
            {'type': 'ObjectEvent', 'eventTime': '2026-03-01T14:05:00.000+01:00', 'eventTimeZoneOffset': '+01:00',
             'epcList': ['urn:epc:id:sgtin:0614141.107346.2017'], 'action': 'OBSERVE', 'bizStep': 'shipping',
             'disposition': 'in_transit', 'readPoint': {'id': 'urn:epc:id:sgln:0614141.07346.1234'}}""";

    private Documents() {}

    /** A document with these events, whose context declares {@code ex} as {@code https://ns.example.com/}. */
    static String document(String... events) {
        return json("""
                {'@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
                              {'ex': 'https://ns.example.com/'}],
                 'type': 'EPCISDocument', 'schemaVersion': '2.0', 'creationDate': '2026-03-02T00:00:00Z',
                 'epcisBody': {'eventList': [%s]}}""".formatted(String.join(",", events)));
    }

    /** An event of that type with a time, and these fields beside. */
    static String event(String type, String fields) {
        return """
                {'type': '%s', 'eventTime': '2026-03-01T14:05:00Z', 'eventTimeZoneOffset': '+01:00', %s}""".formatted(type, fields);
    }

    /** The observation of one unit, with these fields beside. */
    static String observation(String fields) {
        return event(
                "ObjectEvent",
                "'action': 'OBSERVE', 'epcList': ['https://id.gs1.org/01/09506000134352/21/a1'], " + fields);
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static DocumentReader reader(String document) {
        return reader(document, Limits.STANDARD);
    }

    static DocumentReader reader(String document, Limits limits) {
        return new DocumentReader(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), limits);
    }

    static List<CapturedEvent> read(String document) {
        return readAll(reader(document));
    }

    static List<CapturedEvent> readAll(DocumentReader reader) {
        List<CapturedEvent> events = new ArrayList<>();
        for (Optional<CapturedEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }

    /** The only event of a document that holds it. */
    static CapturedEvent captured(String event) {
        return read(document(event)).getFirst();
    }

    static List<Finding> findings(String document) {
        try {
            read(document);
            return List.of();
        } catch (InvalidDocument e) {
            return e.findings();
        }
    }
}
