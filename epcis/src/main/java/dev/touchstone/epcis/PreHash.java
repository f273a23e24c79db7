package dev.touchstone.epcis;

import dev.touchstone.epcis.EventHash.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the canonical text of an event: the standard fields in their fixed order, {@code name=value} for a value and
 * the bare name before the content of a container, nothing between them; items of a list sorted once they are written.
 */
final class PreHash {

    private static final String COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment";

    private final Event event;
    private final Version version;
    private final StringBuilder out = new StringBuilder(512);

    PreHash(Event event, Version version) {
        this.event = event;
        this.version = version;
        leaf("eventType", event.type().title());
        out.append("eventTime=");
        Times.appendMillis(out, event.eventTime());
        leaf("eventTimeZoneOffset", event.eventTimeZoneOffset());
        what();
        why();
        for (Reference.Kind kind : Reference.Kind.values()) {
            references(kind);
        }
        sensors();
        if (!event.ilmd().isEmpty()) {
            out.append("ilmd");
            out.append(extensions(event.ilmd(), name -> true));
        }
        if (version == Version.CBV_2_0) {
            trailingExtensions();
        }
        out.append(extensions(event.extensions(), name -> true));
    }

    private void what() {
        items("epcList", Role.EPC);
        event.parent().ifPresent(id -> leaf("parentID", Canonical.identifier(id)));
        items("inputEPCList", Role.INPUT);
        items("childEPCs", Role.CHILD);
        quantities("quantityList", Role.EPC);
        quantities("childQuantityList", Role.CHILD);
        quantities("inputQuantityList", Role.INPUT);
        items("outputEPCList", Role.OUTPUT);
        quantities("outputQuantityList", Role.OUTPUT);
    }

    private void why() {
        event.action().ifPresent(action -> leaf("action", action.name()));
        event.transformationId().ifPresent(id -> leaf("transformationID", Canonical.identifier(id)));
        event.bizStep().ifPresent(term -> leaf("bizStep", Canonical.term(term, Cbv.BIZ_STEP)));
        event.disposition().ifPresent(term -> leaf("disposition", Canonical.term(term, Cbv.DISPOSITION)));
        event.persistentDisposition().ifPresent(persistent -> {
            out.append("persistentDisposition");
            dispositions("set=", persistent.set());
            dispositions("unset=", persistent.unset());
        });
        event.readPoint().ifPresent(place -> place("readPoint", place));
        event.bizLocation().ifPresent(place -> place("bizLocation", place));
    }

    private void leaf(String name, String value) {
        out.append(name).append('=').append(value);
    }

    private void items(String list, Role role) {
        List<String> written = new ArrayList<>(event.items().size());
        for (Item item : event.items()) {
            if (item.role() == role) {
                written.add("epc=" + Canonical.identifier(item.id()));
            }
        }
        list(list, written);
    }

    private void quantities(String list, Role role) {
        List<String> written = new ArrayList<>(event.quantities().size());
        for (Quantity element : event.quantities()) {
            if (element.role() == role) {
                StringBuilder text = new StringBuilder("quantityElementepcClass=");
                text.append(Canonical.identifier(element.epcClass()));
                element.quantity()
                        .ifPresent(quantity -> text.append("quantity=").append(Canonical.number(quantity)));
                element.uom().ifPresent(uom -> text.append("uom=").append(Canonical.value(uom)));
                written.add(text.toString());
            }
        }
        list(list, written);
    }

    private void references(Reference.Kind kind) {
        List<String> written = new ArrayList<>(event.references().size());
        for (Reference reference : event.references()) {
            if (reference.kind() == kind) {
                String type = reference
                        .type()
                        .map(term -> "type=" + Canonical.term(term, kind.types))
                        .orElse("");
                written.add(type + kind.field + '=' + Canonical.identifier(reference.id()));
            }
        }
        list(kind.list, written);
    }

    private void dispositions(String name, List<Term> terms) {
        List<String> written = new ArrayList<>(terms.size());
        for (Term term : terms) {
            written.add(name + Canonical.term(term, Cbv.DISPOSITION));
        }
        list("", written);
    }

    private void list(String name, List<String> written) {
        if (!written.isEmpty()) {
            out.append(name);
            written.sort(Canonical.BY_CODE_POINT);
            written.forEach(out::append);
        }
    }

    private void place(String name, Place place) {
        out.append(name);
        leaf("id", Canonical.identifier(place.id()));
        if (version == Version.CBV_2_1) {
            out.append(extensions(place.extensions(), field -> true));
        }
    }

    private void sensors() {
        List<String> written = new ArrayList<>();
        for (JsonNode element : event.sensorElements()) {
            StringBuilder text = new StringBuilder("sensorElement");
            JsonNode metadata = element.path("sensorMetadata");
            if (!metadata.isEmpty()) {
                text.append("sensorMetadata");
                standard(text, metadata, SensorReader.METADATA);
            }
            List<String> reports = new ArrayList<>();
            for (JsonNode report : element.path("sensorReport")) {
                StringBuilder one = new StringBuilder("sensorReport");
                standard(one, report, SensorReader.REPORT);
                reports.add(one.toString());
            }
            reports.sort(Canonical.BY_CODE_POINT);
            reports.forEach(text::append);
            if (version == Version.CBV_2_1) {
                text.append(extensions(element, name -> !isSensorPart(name)));
            }
            written.add(text.toString());
        }
        list(version == Version.CBV_2_1 ? "sensorElementList" : "", written);
    }

    private void standard(StringBuilder text, JsonNode fields, List<String> order) {
        for (String name : order) {
            JsonNode value = fields.path(name);
            String canonical = value.isMissingNode() ? "" : Canonical.sensorValue(name, value);
            if (!canonical.isEmpty()) {
                text.append(name).append('=').append(canonical);
            }
        }
        if (version == Version.CBV_2_1) {
            text.append(extensions(fields, name -> !order.contains(name)));
        }
    }

    private static boolean isSensorPart(String name) {
        return name.equals("sensorMetadata") || name.equals("sensorReport");
    }

    /** In CBV 2.0 extensions inside standard fields stand together at the end, each after the path of its field. */
    private void trailingExtensions() {
        event.readPoint().ifPresent(place -> trailing("readPoint", extensions(place.extensions(), name -> true)));
        event.bizLocation().ifPresent(place -> trailing("bizLocation", extensions(place.extensions(), name -> true)));
        List<String> written = new ArrayList<>();
        for (JsonNode element : event.sensorElements()) {
            StringBuilder text = new StringBuilder();
            Consumer<String> add = text::append;
            prefixed(
                    "sensorMetadata",
                    extensions(element.path("sensorMetadata"), name -> !SensorReader.METADATA.contains(name)),
                    add);
            List<String> reports = new ArrayList<>();
            for (JsonNode report : element.path("sensorReport")) {
                prefixed("sensorReport", extensions(report, name -> !SensorReader.REPORT.contains(name)), reports::add);
            }
            reports.sort(Canonical.BY_CODE_POINT);
            reports.forEach(text::append);
            text.append(extensions(element, name -> !isSensorPart(name)));
            prefixed("sensorElement", text.toString(), written::add);
        }
        list("", written);
    }

    private void trailing(String path, String written) {
        prefixed(path, written, out::append);
    }

    private static void prefixed(String path, String written, Consumer<String> target) {
        if (!written.isEmpty()) {
            target.accept(path + written);
        }
    }

    private interface Names {
        boolean include(String name);
    }

    /** The fields of other namespaces among those of an object, sorted once they are written. */
    private String extensions(JsonNode fields, Names names) {
        if (fields.isEmpty()) {
            return "";
        }
        List<String> written = new ArrayList<>();
        for (var field : fields.properties()) {
            String name = field.getKey();
            if (names.include(name) && !isComment(name)) {
                StringBuilder full = new StringBuilder();
                event.context().appendHashName(full, name);
                extension(full.toString(), field.getValue(), written);
            }
        }
        written.sort(Canonical.BY_CODE_POINT);
        return String.join("", written);
    }

    private boolean isComment(String name) {
        return name.equals("comment") || event.context().expand(name).equals(COMMENT);
    }

    private void extension(String name, JsonNode value, List<String> written) {
        switch (value) {
            case ObjectNode object -> written.add(name + extensions(object, field -> true));
            case ArrayNode array -> array.forEach(element -> extension(name, element, written));
            default -> {
                if (!value.isNull()) {
                    String text = Canonical.json(value);
                    written.add(text.isEmpty() ? name : name + '=' + text);
                }
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
