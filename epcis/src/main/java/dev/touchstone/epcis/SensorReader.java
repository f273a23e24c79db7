package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Checks sensor elements (EPCIS 2.0, section 7.3.7); they are kept as JSON. */
final class SensorReader {

    /** Fields of sensorMetadata in the order of the event hash. */
    static final List<String> METADATA = List.of(
            "time",
            "startTime",
            "endTime",
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "bizRules");

    /** Fields of sensorReport in the order of the event hash. */
    static final List<String> REPORT = List.of(
            "type",
            "exception",
            "deviceID",
            "deviceMetadata",
            "rawData",
            "dataProcessingMethod",
            "time",
            "microorganism",
            "chemicalSubstance",
            "value",
            "component",
            "stringValue",
            "booleanValue",
            "hexBinaryValue",
            "uriValue",
            "minValue",
            "maxValue",
            "meanValue",
            "sDev",
            "percRank",
            "percValue",
            "uom",
            "coordinateReferenceSystem");

    /** What may be said once for all reports of an element, or by each report for itself, but not in both ways. */
    private static final Set<String> SHARED =
            Set.of("time", "deviceID", "deviceMetadata", "rawData", "dataProcessingMethod");

    private final Values values;

    private SensorReader(Values values) {
        this.values = values;
    }

    static ArrayNode read(JsonNode node, Where where, Values values) {
        if (!(node instanceof ArrayNode elements)) {
            values.wrongType(node, where, "an array");
            return JsonNodeFactory.instance.arrayNode();
        }
        SensorReader reader = new SensorReader(values);
        for (int i = 0; i < elements.size(); i++) {
            Where at = where.at(i);
            values.object(elements.get(i), at).ifPresent(element -> reader.element(element, at));
        }
        return elements;
    }

    private void element(ObjectNode element, Where where) {
        for (String name : element.propertyNames()) {
            if (!name.equals("sensorMetadata") && !name.equals("sensorReport")) {
                values.foreign(name, where, true, "sensorMetadata, sensorReport, or a prefixed name of your own");
            }
        }
        ObjectNode metadata = element.has("sensorMetadata")
                ? values.object(element.get("sensorMetadata"), where.at("sensorMetadata"))
                        .orElse(EventReader.NO_FIELDS)
                : EventReader.NO_FIELDS;
        metadata(metadata, where.at("sensorMetadata"));
        JsonNode reports = element.path("sensorReport");
        Where at = where.at("sensorReport");
        if (!(reports instanceof ArrayNode array)) {
            if (reports.isMissingNode()) {
                values.missing(where, "sensorReport", "an array of at least one report");
            } else {
                values.wrongType(reports, at, "an array");
            }
            return;
        }
        if (array.isEmpty()) {
            values.fault("empty", at, "There is no report.", "at least one report");
        }
        for (int i = 0; i < array.size(); i++) {
            Where place = at.at(i);
            values.object(array.get(i), place).ifPresent(report -> report(report, metadata, place));
        }
    }

    private void metadata(ObjectNode metadata, Where where) {
        for (var field : metadata.properties()) {
            String name = field.getKey();
            if (METADATA.contains(name)) {
                value(name, field.getValue(), where.at(name));
            } else {
                values.foreign(name, where, true, String.join(", ", METADATA) + ", or a prefixed name of your own");
            }
        }
        boolean period = metadata.has("startTime") || metadata.has("endTime");
        if (metadata.has("time") && period) {
            values.fault(
                    "sensor-time",
                    where.at("time"),
                    "A point in time and a period are given together.",
                    "either time, or startTime and endTime");
        }
        if (period && !metadata.has("startTime") || period && !metadata.has("endTime")) {
            values.missing(where, metadata.has("startTime") ? "endTime" : "startTime", Times.SHAPE);
        }
    }

    private void report(ObjectNode report, ObjectNode metadata, Where where) {
        for (var field : report.properties()) {
            String name = field.getKey();
            if (REPORT.contains(name) || name.equals("bizRules")) {
                value(name, field.getValue(), where.at(name));
            } else {
                values.foreign(name, where, true, String.join(", ", REPORT) + ", or a prefixed name of your own");
            }
            if (SHARED.contains(name) && metadata.has(name)) {
                values.fault(
                        "sensor-twice",
                        where.at(name),
                        "The field %s stands in sensorMetadata and in the report.".formatted(name),
                        "one of the two");
            }
        }
        if (!report.has("type") && !report.has("exception")) {
            values.missing(where, "type", "what was measured, such as Temperature; or exception");
        }
    }

    private void value(String name, JsonNode value, Where at) {
        switch (name) {
            case "type" -> values.term(Cbv.MEASUREMENT_TYPE, value, at);
            case "exception" -> values.term(Cbv.SENSOR_ALERT, value, at);
            case "component" -> values.term(Cbv.COMPONENT, value, at);
            case "time", "startTime", "endTime" -> values.time(value, at);
            case "value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue" ->
                values.number(value, at);
            case "stringValue" -> values.text(value, at);
            case "booleanValue" -> {
                if (!value.isBoolean()) {
                    values.wrongType(value, at, "true or false");
                }
            }
            case "hexBinaryValue" -> hex(value, at);
            case "uom" -> unit(value, at);
            default -> values.identifier(value, at, Form.ANY);
        }
    }

    private void hex(JsonNode value, Where at) {
        values.text(value, at)
                .filter(text -> !text.matches("([0-9A-Fa-f]{2})+"))
                .ifPresent(text -> values.fault(
                        "hex-binary",
                        at,
                        "%s is not hexadecimal.".formatted(Values.quoted(text)),
                        "pairs of hexadecimal digits, such as 0FB7"));
    }

    private void unit(JsonNode value, Where at) {
        values.text(value, at)
                .filter(text -> !QuantityReader.isUnit(text))
                .ifPresent(text -> values.fault(
                        "unit",
                        at,
                        "%s is not a unit code.".formatted(Values.quoted(text)),
                        "a UN/CEFACT Recommendation 20 code of 2 or 3 capitals and digits, such as CEL"));
    }
}
