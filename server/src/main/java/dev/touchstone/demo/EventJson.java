package dev.touchstone.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One event of the world as EPCIS 2.0 JSON-LD, put together in the order in which people read it. */
final class EventJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode node = JSON.objectNode();

    private EventJson(String type, Instant time, String bizStep, String disposition) {
        node.put("type", type);
        node.put("eventTime", text(time));
        node.put("eventTimeZoneOffset", World.ZONE.getId());
        node.put("bizStep", bizStep);
        if (!disposition.isEmpty()) {
            node.put("disposition", disposition);
        }
    }

    static EventJson object(Instant time, String action, String bizStep, String disposition, List<String> epcs) {
        EventJson event = new EventJson("ObjectEvent", time, bizStep, disposition);
        event.node.put("action", action);
        event.array("epcList", epcs);
        return event;
    }

    static EventJson packed(Instant time, String parent, List<String> children) {
        EventJson event = new EventJson("AggregationEvent", time, "packing", "in_progress");
        event.node.put("action", "ADD").put("parentID", parent);
        event.array("childEPCs", children);
        return event;
    }

    /** Everything is taken out of the container: no child is named. */
    static EventJson emptied(Instant time, String parent) {
        EventJson event = new EventJson("AggregationEvent", time, "unpacking", "in_progress");
        event.node.put("action", "DELETE").put("parentID", parent);
        return event;
    }

    static EventJson made(Instant time, String componentLot, String unit, String lot) {
        EventJson event = new EventJson("TransformationEvent", time, "commissioning", "active");
        event.node
                .putArray("inputQuantityList")
                .addObject()
                .put("epcClass", componentLot)
                .put("quantity", 1);
        event.array("outputEPCList", List.of(unit));
        event.node.putObject("ilmd").put("cbvmda:lotNumber", lot);
        return event;
    }

    EventJson at(Place readPoint, String bizLocation) {
        node.putObject("readPoint").put("id", readPoint.id());
        node.putObject("bizLocation").put("id", bizLocation);
        return this;
    }

    EventJson at(Place place) {
        return at(place, place.id());
    }

    EventJson sent(Place from, Place to, String despatchAdvice) {
        node.putArray("bizTransactionList").addObject().put("type", "desadv").put("bizTransaction", despatchAdvice);
        node.putArray("sourceList").addObject().put("type", "location").put("source", from.id());
        node.putArray("destinationList").addObject().put("type", "location").put("destination", to.id());
        return this;
    }

    ObjectNode node() {
        return node;
    }

    /** The same event declared erroneous. */
    static ObjectNode declaredErroneous(ObjectNode event, Instant declarationTime) {
        ObjectNode declaration = event.deepCopy();
        declaration
                .putObject("errorDeclaration")
                .put("declarationTime", text(declarationTime))
                .put("reason", "did_not_occur");
        return declaration;
    }

    private static String text(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atOffset(World.ZONE));
    }

    private void array(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
    }
}
