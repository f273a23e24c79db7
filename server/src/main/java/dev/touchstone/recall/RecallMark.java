package dev.touchstone.recall;

import dev.touchstone.http.Json;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.trace.Whereabouts;
import java.io.ByteArrayInputStream;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes into the log that units are recalled: object events that observe them and set the persistent disposition "recalled", with
 * the recall as business transaction. Units that are destroyed or used up are left out: nothing can be observed of them any more.
 */
final class RecallMark {

    private static final int UNITS_AN_EVENT = 500;

    private final Ledger ledger;

    RecallMark(Ledger ledger) {
        this.ledger = ledger;
    }

    void put(Recall recall, Scope scope) {
        List<String> units = scope.members().stream()
                .filter(member ->
                        member.whereabouts() != Whereabouts.DESTROYED && member.whereabouts() != Whereabouts.CONSUMED)
                .map(Scope.Member::unit)
                .toList();
        if (!units.isEmpty()) {
            byte[] document = Json.MAPPER.writeValueAsBytes(document(recall, units));
            ledger.capture(new ByteArrayInputStream(document));
        }
    }

    private static ObjectNode document(Recall recall, List<String> units) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.putArray("@context").add("https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld");
        document.put("type", "EPCISDocument")
                .put("schemaVersion", "2.0")
                .put("creationDate", recall.startedAt().toString());
        ArrayNode events = document.putObject("epcisBody").putArray("eventList");
        for (int from = 0; from < units.size(); from += UNITS_AN_EVENT) {
            event(events.addObject(), recall, units.subList(from, Math.min(units.size(), from + UNITS_AN_EVENT)));
        }
        return document;
    }

    private static void event(ObjectNode event, Recall recall, List<String> units) {
        event.put("type", "ObjectEvent")
                .put("eventTime", recall.startedAt().toString())
                .put("eventTimeZoneOffset", "+00:00")
                .put("action", "OBSERVE");
        units.forEach(event.putArray("epcList")::add);
        event.putArray("bizTransactionList").addObject().put("bizTransaction", "urn:uuid:" + recall.id());
        event.putObject("persistentDisposition").putArray("set").add("recalled");
    }
}
