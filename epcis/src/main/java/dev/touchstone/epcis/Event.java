package dev.touchstone.epcis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that happened: what, when, where, why and how (EPCIS 2.0, section 7.4). Immutable and valid; its JSON nodes
 * are to be read only.
 *
 * @param eventTimeZoneOffset the local offset where it happened, such as {@code +01:00}
 * @param eventId as given by the capturing application
 * @param items every object named, in the order of capture, with the part it plays
 * @param transformationId what joins the events of one transformation
 * @param sensorElements as captured
 * @param ilmd instance and lot master data as captured; no fields when there is none
 * @param extensions the fields of other namespaces at the level of the event, as captured
 * @param context what the prefixes in {@code ilmd}, {@code extensions} and {@code sensorElements} stand for
 */
public record Event(
        EventType type,
        Instant eventTime,
        String eventTimeZoneOffset,
        Optional<String> eventId,
        Optional<ErrorDeclaration> errorDeclaration,
        List<String> certificationInfo,
        Optional<Action> action,
        Optional<Term> bizStep,
        Optional<Term> disposition,
        Optional<PersistentDisposition> persistentDisposition,
        Optional<Place> readPoint,
        Optional<Place> bizLocation,
        List<Item> items,
        List<Quantity> quantities,
        Optional<Identifier> transformationId,
        List<Reference> references,
        ArrayNode sensorElements,
        ObjectNode ilmd,
        ObjectNode extensions,
        Context context) {

    /** The containing object of an aggregation or association. */
    public Optional<Identifier> parent() {
        return items.stream()
                .filter(item -> item.role() == Role.PARENT)
                .map(Item::id)
                .findFirst();
    }

    /** The objects that play this part, in the order of capture. */
    public List<Identifier> items(Role role) {
        return items.stream().filter(item -> item.role() == role).map(Item::id).toList();
    }

    /** The values of the instance and lot master data, by full name. */
    public List<Attribute> ilmdValues() {
        List<Attribute> values = new ArrayList<>();
        flatten(ilmd, false, values);
        return values;
    }

    /** The values of the extension fields at the level of the event, by full name. */
    public List<Attribute> extensionValues() {
        List<Attribute> values = new ArrayList<>();
        flatten(extensions, false, values);
        return values;
    }

    private void flatten(ObjectNode fields, boolean inner, List<Attribute> values) {
        for (var field : fields.properties()) {
            flatten(context.expand(field.getKey()), field.getValue(), inner, values);
        }
    }

    private void flatten(String name, JsonNode value, boolean inner, List<Attribute> values) {
        switch (value) {
            case ObjectNode object -> flatten(object, true, values);
            case ArrayNode array -> array.forEach(element -> flatten(name, element, inner, values));
            default -> {
                if (!value.isNull()) {
                    values.add(new Attribute(name, value.asString(), inner));
                }
            }
        }
    }
}
