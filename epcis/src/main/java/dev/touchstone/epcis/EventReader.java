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

    static final ObjectNode NO_FIELDS = JsonNodeFactory.instance.objectNode();
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
    private ObjectNode ilmd = NO_FIELDS;
    private ObjectNode extensions = NO_FIELDS;

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
                            : "%s is not an event type.".formatted(Values.quoted(title.asString("This"))),
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
            case "persistentDisposition" -> persistentDisposition = persistentDisposition(value, at);
            case "readPoint" -> readPoint = place(value, at);
            case "bizLocation" -> bizLocation = place(value, at);
            case "bizTransactionList" -> references(Reference.Kind.BIZ_TRANSACTION, value, at);
            case "sourceList" -> references(Reference.Kind.SOURCE, value, at);
            case "destinationList" -> references(Reference.Kind.DESTINATION, value, at);
            case "sensorElementList" -> sensorElements = SensorReader.read(value, at, values);
            case "errorDeclaration" -> errorDeclaration = errorDeclaration(value, at);
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
        values.foreign(name, where, true, "a field of %s, or a prefixed name of your own".formatted(type.title()));
        if (extensions == NO_FIELDS) {
            extensions = JsonNodeFactory.instance.objectNode();
        }
        extensions.set(name, value);
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
        ObjectNode fields = values.object(value, at).orElse(NO_FIELDS);
        for (String name : fields.propertyNames()) {
            values.foreign(name, at, true, "a prefixed name, such as cbvmda:lotNumber");
        }
        return fields;
    }

    private Optional<Place> place(JsonNode value, Where at) {
        Optional<ObjectNode> object = values.object(value, at);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Optional<Identifier> id = Optional.empty();
        ObjectNode more = NO_FIELDS;
        for (var field : object.get().properties()) {
            if (field.getKey().equals("id")) {
                id = values.identifier(field.getValue(), at.at("id"), Form.ANY);
                continue;
            }
            values.foreign(field.getKey(), at, true, "id, or a prefixed name of your own");
            more = more == NO_FIELDS ? JsonNodeFactory.instance.objectNode() : more;
            more.set(field.getKey(), field.getValue());
        }
        if (!object.get().has("id")) {
            values.missing(at, "id", "the location's identifier, such as https://id.gs1.org/414/9506000134307");
        }
        ObjectNode extensionFields = more;
        return id.map(given -> new Place(given, extensionFields));
    }

    private Optional<PersistentDisposition> persistentDisposition(JsonNode value, Where at) {
        return values.object(value, at).flatMap(object -> {
            List<Term> set = dispositions(object, at, "set");
            List<Term> unset = dispositions(object, at, "unset");
            for (String name : object.propertyNames()) {
                if (!name.equals("set") && !name.equals("unset")) {
                    values.foreign(name, at, false, "set, unset");
                }
            }
            if (!object.has("set") && !object.has("unset")) {
                values.fault("empty", at, "The persistent disposition says nothing.", "set, unset or both");
            }
            return set.isEmpty() && unset.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PersistentDisposition(set, unset));
        });
    }

    private List<Term> dispositions(ObjectNode object, Where at, String field) {
        JsonNode list = object.path(field);
        return list.isMissingNode()
                ? List.of()
                : values.list(list, at.at(field), (node, place) -> values.term(Cbv.DISPOSITION, node, place));
    }

    private void references(Reference.Kind kind, JsonNode value, Where at) {
        references.addAll(values.list(value, at, (element, place) -> reference(kind, element, place)));
    }

    private Optional<Reference> reference(Reference.Kind kind, JsonNode value, Where at) {
        Optional<ObjectNode> object = values.object(value, at);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Optional<Term> referenceType = Optional.empty();
        Optional<Identifier> id = Optional.empty();
        for (var field : object.get().properties()) {
            String name = field.getKey();
            if (name.equals("type")) {
                referenceType = values.term(kind.types, field.getValue(), at.at(name));
            } else if (name.equals(kind.field)) {
                id = values.identifier(field.getValue(), at.at(name), Form.ANY);
            } else {
                values.foreign(name, at, false, "type, " + kind.field);
            }
        }
        if (!object.get().has(kind.field)) {
            values.missing(at, kind.field, "a URI");
        }
        if (kind != Reference.Kind.BIZ_TRANSACTION && !object.get().has("type")) {
            values.missing(at, "type", "one of " + String.join(", ", kind.types.words()) + ", or a URI of your own");
        }
        Optional<Term> given = referenceType;
        return id.map(identifier -> new Reference(kind, given, identifier));
    }

    private Optional<ErrorDeclaration> errorDeclaration(JsonNode value, Where at) {
        Optional<ObjectNode> object = values.object(value, at);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> time = Optional.empty();
        Optional<Term> reason = Optional.empty();
        List<String> corrections = List.of();
        for (var field : object.get().properties()) {
            Where place = at.at(field.getKey());
            switch (field.getKey()) {
                case "declarationTime" -> time = values.time(field.getValue(), place);
                case "reason" -> reason = values.term(Cbv.ERROR_REASON, field.getValue(), place);
                case "correctiveEventIDs" -> corrections = values.list(field.getValue(), place, values::uri);
                default ->
                    values.foreign(
                            field.getKey(),
                            at,
                            true,
                            "declarationTime, reason, correctiveEventIDs, or a prefixed name of your own");
            }
        }
        if (time.isEmpty()) {
            values.missingUnlessFaulty(at, "declarationTime", Times.SHAPE);
            return Optional.empty();
        }
        return Optional.of(new ErrorDeclaration(time.get(), reason, corrections));
    }

    private List<String> certificationInfo(JsonNode value, Where at) {
        return value.isString()
                ? values.uri(value, at).map(List::of).orElse(List.of())
                : values.list(value, at, values::uri);
    }
}
