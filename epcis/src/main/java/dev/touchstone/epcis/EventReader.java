package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an {@link Event} of one event's JSON, field by field; what fields must agree on is in {@link EventRules}. */
final class EventReader {

    private static final ArrayNode NO_ELEMENTS = JsonNodeFactory.instance.arrayNode();

    private final Values values;
    private final Where where;

    private EventType type;
    private Optional<Instant> eventTime = Optional.empty();
    private Optional<String> offset = Optional.empty();
    private Optional<String> eventId = Optional.empty();
    private Optional<ErrorDeclaration> errorDeclaration = Optional.empty();
    private List<String> certificationInfo = List.of();
    private Optional<Action> action = Optional.empty();
    private Optional<Term> bizStep = Optional.empty();
    private Optional<Term> disposition = Optional.empty();
    private Optional<PersistentDisposition> persistentDisposition = Optional.empty();
    private Optional<Place> readPoint = Optional.empty();
    private Optional<Place> bizLocation = Optional.empty();
    private final List<Item> items = new ArrayList<>(4);
    private final List<Quantity> quantities = new ArrayList<>(0);
    private Optional<Identifier> transformationId = Optional.empty();
    private final List<Reference> references = new ArrayList<>(4);
    private ArrayNode sensorElements = NO_ELEMENTS;
    private ObjectNode ilmd = Values.NO_FIELDS;
    private ObjectNode extensions = Values.NO_FIELDS;

    private EventReader(Values values, Where where) {
        this.values = values;
        this.where = where;
    }

    /** The event; empty when it has faults, all of which are then among the findings. */
    static Optional<Event> read(JsonNode node, Where where, Context context, Findings findings) {
        int before = findings.size();
        EventReader reader = new EventReader(new Values(context, findings), where);
        if (node instanceof ObjectNode object) {
            if (reader.readType(object)) {
                reader.readFields(object);
                reader.checkRequired();
            }
        } else {
            reader.values.fault("wrong-type", where, "This is no event.", "an object");
        }
        if (findings.size() > before || findings.isFull()) {
            return Optional.empty();
        }
        Event event = reader.event();
        EventRules.check(event, where, reader.values);
        return findings.size() > before ? Optional.empty() : Optional.of(event);
    }

    private boolean readType(ObjectNode object) {
        JsonNode title = object.path("type");
        Optional<EventType> known =
                title.isString() ? EventType.ofTitle(title.stringValue()) : Optional.<EventType>empty();
        type = known.orElse(null);
        if (known.isEmpty()) {
            values.fault(
                    title.isMissingNode() ? "missing-field" : "event-type",
                    where.at("type"),
                    title.isMissingNode()
                            ? "The field type is missing."
                            : "%s is not an event type.".formatted(Values.quoted(title.toString())),
                    "one of " + String.join(", ", EventType.titles()));
        }
        return known.isPresent();
    }

    private void readFields(ObjectNode object) {
        for (var field : object.properties()) {
            String name = field.getKey();
            if (!type.has(name)) {
                extension(name, field.getValue());
            } else if (!readWhatAndWhen(name, field.getValue(), where.at(name))) {
                readWhereAndWhy(name, field.getValue(), where.at(name));
            }
        }
    }

    private boolean readWhatAndWhen(String name, JsonNode value, Where at) {
        switch (name) {
            case "@context", "type", "recordTime" -> {}
            case "eventTime" -> eventTime = values.time(value, at);
            case "eventTimeZoneOffset" -> offset = offset(value, at);
            case "eventID" -> eventId = values.uri(value, at);
            case "action" -> action = action(value, at);
            case "epcList" -> items(Role.EPC, value, at);
            case "parentID" -> item(Role.PARENT, value, at).ifPresent(items::add);
            case "childEPCs" -> items(Role.CHILD, value, at);
            case "inputEPCList" -> items(Role.INPUT, value, at);
            case "outputEPCList" -> items(Role.OUTPUT, value, at);
            case "quantityList" -> quantities(Role.EPC, value, at);
            case "childQuantityList" -> quantities(Role.CHILD, value, at);
            case "inputQuantityList" -> quantities(Role.INPUT, value, at);
            case "outputQuantityList" -> quantities(Role.OUTPUT, value, at);
            case "transformationID" -> transformationId = values.identifier(value, at, Form.ANY);
            case "ilmd" -> ilmd = ilmd(value, at);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readWhereAndWhy(String name, JsonNode value, Where at) {
        switch (name) {
            case "bizStep" -> bizStep = values.term(Cbv.BIZ_STEP, value, at);
            case "disposition" -> disposition = values.term(Cbv.DISPOSITION, value, at);
            case "persistentDisposition" -> persistentDisposition = PartReader.persistentDisposition(value, at, values);
            case "readPoint" -> readPoint = PartReader.place(value, at, values);
            case "bizLocation" -> bizLocation = PartReader.place(value, at, values);
            case "bizTransactionList" -> references(Reference.Kind.BIZ_TRANSACTION, value, at);
            case "sourceList" -> references(Reference.Kind.SOURCE, value, at);
            case "destinationList" -> references(Reference.Kind.DESTINATION, value, at);
            case "sensorElementList" -> sensorElements = SensorReader.read(value, at, values);
            case "errorDeclaration" -> errorDeclaration = PartReader.errorDeclaration(value, at, values);
            case "certificationInfo" -> certificationInfo = certificationInfo(value, at);
            default -> throw new IllegalStateException("field without a reader: " + name);
        }
    }

    private void extension(String name, JsonNode value) {
        if (EventType.known(name)) {
            values.fault(
                    name.equals("ilmd") ? "ilmd" : "unknown-field",
                    where.at(name),
                    "An event of type %s has no %s.".formatted(type.title(), name),
                    name.equals("ilmd")
                            ? "ilmd only in a TransformationEvent, or an ObjectEvent with action ADD"
                            : "an event type that has it, or no such field");
            return;
        }
        if (values.isForeign(name, where, type.fields())) {
            extensions = extensions == Values.NO_FIELDS ? JsonNodeFactory.instance.objectNode() : extensions;
            extensions.set(name, value);
        }
    }

    private void checkRequired() {
        if (eventTime.isEmpty()) {
            values.missingUnlessFaulty(where, "eventTime", Times.SHAPE);
        }
        if (offset.isEmpty()) {
            values.missingUnlessFaulty(where, "eventTimeZoneOffset", "the local offset, such as +01:00");
        }
        if (type.hasAction() && action.isEmpty()) {
            values.missingUnlessFaulty(where, "action", "ADD, OBSERVE or DELETE");
        }
    }

    private Event event() {
        return new Event(
                type,
                eventTime.orElseThrow(),
                offset.orElseThrow(),
                eventId,
                errorDeclaration,
                certificationInfo,
                action,
                bizStep,
                disposition,
                persistentDisposition,
                readPoint,
                bizLocation,
                List.copyOf(items),
                List.copyOf(quantities),
                transformationId,
                List.copyOf(references),
                sensorElements,
                ilmd,
                extensions,
                values.context);
    }

    private Optional<String> offset(JsonNode value, Where at) {
        Optional<String> text = values.text(value, at);
        if (text.isPresent() && !Times.isOffset(text.get())) {
            values.fault(
                    "time-zone-offset",
                    at,
                    "%s is not a time zone offset.".formatted(Values.quoted(text.get())),
                    "+hh:mm or -hh:mm, at most 14:00, such as +01:00");
            return Optional.empty();
        }
        return text;
    }

    private Optional<Action> action(JsonNode value, Where at) {
        Optional<String> text = values.text(value, at);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "ADD" -> Optional.of(Action.ADD);
            case "OBSERVE" -> Optional.of(Action.OBSERVE);
            case "DELETE" -> Optional.of(Action.DELETE);
            default -> {
                values.fault(
                        "action",
                        at,
                        "%s is not an action.".formatted(Values.quoted(text.get())),
                        "ADD, OBSERVE or DELETE");
                yield Optional.empty();
            }
        };
    }

    private Optional<Item> item(Role role, JsonNode value, Where at) {
        return values.identifier(value, at, Form.INSTANCE).map(id -> new Item(role, id));
    }

    private void items(Role role, JsonNode value, Where at) {
        items.addAll(values.list(value, at, (element, place) -> item(role, element, place)));
    }

    private void quantities(Role role, JsonNode value, Where at) {
        quantities.addAll(
                values.list(value, at, (element, place) -> QuantityReader.read(role, element, place, values)));
    }

    private ObjectNode ilmd(JsonNode value, Where at) {
        return values.extensions(values.object(value, at).orElse(Values.NO_FIELDS), at, List.of());
    }

    private void references(Reference.Kind kind, JsonNode value, Where at) {
        references.addAll(
                values.list(value, at, (element, place) -> PartReader.reference(kind, element, place, values)));
    }

    private List<String> certificationInfo(JsonNode value, Where at) {
        return value.isString()
                ? values.uri(value, at).map(List::of).orElse(List.of())
                : values.list(value, at, values::uri);
    }
}
