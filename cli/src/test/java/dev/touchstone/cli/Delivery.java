package dev.touchstone.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document as a plant would send it: units made of a component lot, packed into a case, and the case shipped. Its number alone
 * decides everything in it, and no two documents share a thing.
 *
 * @param order business transaction that all of its events name, and no other document's
 * @param eventIds of its events, 50 to 200
 */
record Delivery(int number, String order, Set<String> eventIds, String document) {
    private static final int LEAST_EVENTS = 50;
    private static final int MOST_EVENTS = 200;
    private static final Instant BEGINNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final String PLANT = "https://id.gs1.org/414/9521321100015";

    static Delivery of(int number) {
        int events = new Random(number).nextInt(LEAST_EVENTS, MOST_EVENTS + 1);
        Writer writer = new Writer(number);
        List<String> units = new ArrayList<>();
        for (int i = 0; i < events - 2; i++) {
            String unit = "https://id.gs1.org/01/09521321000018/21/D%dU%d".formatted(number, i);
            units.add(unit);
            writer.event("TransformationEvent", "commissioning", """
                    "inputQuantityList": [{"epcClass": "https://id.gs1.org/01/09521321000094/10/C%d", "quantity": 1}],
                    "outputEPCList": ["%s"]""".formatted(number, unit));
        }
        String box = "https://id.gs1.org/00/" + sscc(number);
        writer.event("AggregationEvent", "packing", """
                "action": "ADD", "parentID": "%s", "childEPCs": [%s]""".formatted(
                        box, units.stream().map(unit -> '"' + unit + '"').collect(Collectors.joining(", "))));
        writer.event("ObjectEvent", "shipping", """
                "action": "OBSERVE", "epcList": ["%s"]""".formatted(box));
        return new Delivery(number, writer.order, writer.ids, writer.document());
    }

    int events() {
        return eventIds.size();
    }

    private static String sscc(int number) {
        String digits = "09521321" + "%09d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Writes the events of one document, one second after the other. */
    private static final class Writer {
        private final int number;
        private final String order;
        private final Set<String> ids = new LinkedHashSet<>();
        private final List<String> events = new ArrayList<>();

        Writer(int number) {
            this.number = number;
            this.order = "urn:epcglobal:cbv:bt:9521321100015:ORDER" + number;
        }

        void event(String type, String step, String rest) {
            String id = "https://example.com/deliveries/%d/events/%d".formatted(number, ids.size());
            Instant time = BEGINNING.plusSeconds(1000L * number + ids.size());
            ids.add(id);
            events.add("""
                    {"type": "%s", "eventID": "%s", "eventTime": "%s", "eventTimeZoneOffset": "+01:00", "bizStep": "%s",
                     "readPoint": {"id": "%s/254/L1"}, "bizLocation": {"id": "%s"},
                     "bizTransactionList": [{"type": "po", "bizTransaction": "%s"}], %s}""".formatted(type, id, time, step, PLANT, PLANT, order, rest));
        }

        /** With the plant as master data, named anew by each document. */
        String document() {
            return """
                    {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
                     "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-03-02T00:00:00Z",
                     "epcisHeader": {"epcisMasterData": {"vocabularyList": [{"type": "urn:epcglobal:epcis:vtype:BusinessLocation",
                       "vocabularyElementList": [{"id": "%s", "attributes": [{"id": "cbvmda:name", "attribute": "Plant, renamed %d times"}]}]}]}},
                     "epcisBody": {"eventList": [%s]}}""".formatted(PLANT, number, String.join(",\n", events));
        }
    }
}
