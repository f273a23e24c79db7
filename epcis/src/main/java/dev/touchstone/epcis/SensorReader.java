package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Beside those of the hash, a report may name its business rules. */
    private static final List<String> REPORT_FIELDS =
            Stream.concat(REPORT.stream(), Stream.of("bizRules")).toList();

    private static final List<String> ELEMENT = List.of("sensorMetadata", "sensorReport");

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
        values.extensions(element, where, ELEMENT);
        JsonNode metadata = element.path("sensorMetadata");
        if (!metadata.isMissingNode()) {
            values.object(metadata, where.at("sensorMetadata"))
                    .ifPresent(fields -> metadata(fields, where.at("sensorMetadata")));
        }
        Where at = where.at("sensorReport");
        if (!(element.path("sensorReport") instanceof ArrayNode reports)) {
            values.wrongType(element.path("sensorReport"), at, "an array");
            values.missingUnlessFaulty(where, "sensorReport", "an array of at least one report");
            return;
        }
        if (reports.isEmpty()) {
            values.fault("empty", at, "There is no report.", "at least one report");
        }
        for (int i = 0; i < reports.size(); i++) {
            Where place = at.at(i);
            values.object(reports.get(i), place).ifPresent(report -> report(report, metadata, place));
        }
    }

    private void metadata(ObjectNode metadata, Where where) {
        values.extensions(metadata, where, METADATA);
        METADATA.forEach(name -> value(name, metadata.path(name), where.at(name)));
        boolean starts = metadata.has("startTime");
        boolean ends = metadata.has("endTime");
        if (metadata.has("time") && (starts || ends)) {
            values.fault(
                    "sensor-time",
                    where.at("time"),
                    "A point in time and a period are given together.",
                    "either time, or startTime and endTime");
        }
        if (starts != ends) {
            values.missing(where, starts ? "endTime" : "startTime", "both ends of the period");
        }
    }

    private void report(ObjectNode report, JsonNode metadata, Where where) {
        values.extensions(report, where, REPORT_FIELDS);
        for (String name : REPORT_FIELDS) {
            value(name, report.path(name), where.at(name));
            if (SHARED.contains(name) && report.has(name) && metadata.has(name)) {
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
        if (value.isMissingNode()) {
            return;
        }
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
            case "uom" -> values.unit(value, at);
            default -> values.identifier(value, at, Form.ANY);
        }
    }

    private void hex(JsonNode value, Where at) {
        Optional<String> text = values.text(value, at);
        if (text.isPresent() && !isHex(text.get())) {
            values.fault(
                    "hex-binary",
                    at,
                    "%s is not hexadecimal.".formatted(Values.quoted(text.get())),
                    "pairs of hexadecimal digits, such as 0FB7");
        }
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }
}
