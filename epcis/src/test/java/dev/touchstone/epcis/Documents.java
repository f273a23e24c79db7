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
        return """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                              {"ex": "https://ns.example.com/"}],
                 "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T00:00:00Z",
                 "epcisBody": {"eventList": [%s]}}""".formatted(json(String.join(",", events)));
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    static DocumentReader reader(String document) {
        return new DocumentReader(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), Limits.STANDARD);
    }

    static List<CapturedEvent> read(String document) {
        DocumentReader reader = reader(document);
        List<CapturedEvent> events = new ArrayList<>();
        for (Optional<CapturedEvent> event = reader.next(); event.isPresent(); event = reader.next()) {
            events.add(event.get());
        }
        return events;
    }

    static CapturedEvent event(String event) {
        return read(document(event)).getFirst();
    }
}
