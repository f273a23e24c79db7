package dev.touchstone.epcis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the fields of an event must agree on (EPCIS 2.0, section 7.4; conformance requirements M10 to M14, M112 to M116). */
final class EventRules {

    private EventRules() {}

    static void check(Event event, Where where, Values values) {
        switch (event.type()) {
            case OBJECT -> object(event, where, values);
            case AGGREGATION, ASSOCIATION -> grouping(event, where, values);
            case TRANSACTION -> transaction(event, where, values);
            case TRANSFORMATION -> transformation(event, where, values);
        }
        sensors(event, where, values);
    }

    /** Nothing can be reported that has not been sensed yet (conformance requirement M122). */
    private static void sensors(Event event, Where where, Values values) {
        for (int i = 0; i < event.sensorElements().size(); i++) {
            JsonNode element = event.sensorElements().get(i);
            Where at = where.at("sensorElementList").at(i);
            sensed(element.path("sensorMetadata"), at.at("sensorMetadata"), event, values);
            JsonNode reports = element.path("sensorReport");
            for (int j = 0; j < reports.size(); j++) {
                sensed(reports.get(j), at.at("sensorReport").at(j), event, values);
            }
        }
    }

    private static void sensed(JsonNode fields, Where where, Event event, Values values) {
        Optional<Instant> time = Times.parse(fields.path("time").asString(""));
        if (time.isPresent() && time.get().isAfter(event.eventTime())) {
            values.fault(
                    "sensor-time",
                    where.at("time"),
                    "The reading is later than the event.",
                    "a time no later than the eventTime " + event.eventTime());
        }
    }

    private static void object(Event event, Where where, Values values) {
        boolean ambient = !event.sensorElements().isEmpty() && event.readPoint().isPresent();
        if (!names(event, Role.EPC) && !ambient) {
            values.fault(
                    "empty",
                    where,
                    "The event names no object.",
                    "an epcList or quantityList that is not empty, or sensorElementList with a readPoint");
        }
        if (!event.ilmd().isEmpty() && event.action().orElseThrow() != Action.ADD) {
            values.fault(
                    "ilmd",
                    where.at("ilmd"),
                    "An ObjectEvent with action %s has no ilmd."
                            .formatted(event.action().get()),
                    "ilmd only with action ADD");
        }
    }

    private static void grouping(Event event, Where where, Values values) {
        Action action = event.action().orElseThrow();
        if (action != Action.OBSERVE && event.parent().isEmpty()) {
            values.fault(
                    "parent",
                    where.at("parentID"),
                    "An %s with action %s needs a parent."
                            .formatted(event.type().title(), action),
                    "parentID, the identifier of what holds the children");
        }
        if (action != Action.DELETE && !names(event, Role.CHILD)) {
            values.fault(
                    "empty",
                    where,
                    "The event names no child.",
                    "childEPCs or childQuantityList that is not empty; only DELETE may leave out both, for all children");
        }
    }

    private static void transaction(Event event, Where where, Values values) {
        if (event.references().stream().noneMatch(r -> r.kind() == Reference.Kind.BIZ_TRANSACTION)) {
            values.fault(
                    "empty",
                    where.at("bizTransactionList"),
                    "A TransactionEvent names at least one business transaction.",
                    "a bizTransactionList that is not empty");
        }
        if (event.action().orElseThrow() != Action.DELETE && !names(event, Role.EPC)) {
            values.fault(
                    "empty",
                    where,
                    "The event names no object.",
                    "an epcList or quantityList that is not empty; only DELETE may leave out both, for all objects");
        }
    }

    private static void transformation(Event event, Where where, Values values) {
        boolean input = names(event, Role.INPUT);
        boolean output = names(event, Role.OUTPUT);
        if (event.transformationId().isEmpty() ? !(input && output) : !(input || output)) {
            values.fault(
                    "empty",
                    where,
                    "The transformation has no %s.".formatted(input ? "output" : output ? "input" : "input or output"),
                    "inputs and outputs; or, with a transformationID that joins several events, at least one of them");
        }
    }

    private static boolean names(Event event, Role role) {
        List<Item> items = event.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).role() == role) {
                return true;
            }
        }
        return event.quantities().stream().anyMatch(quantity -> quantity.role() == role);
    }
}
