package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a document that stand around its body. */
final class HeaderReader {

    private static final List<String> FIELDS = List.of(
            "@context",
            "id",
            "type",
            "schemaVersion",
            "creationDate",
            "instanceIdentifier",
            "sender",
            "receiver",
            "epcisHeader",
            "epcisBody");

    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private final List<VocabularyElement> masterData = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private Values values;
    private boolean query;
    private Optional<String> schemaVersion = Optional.empty();
    private Optional<Instant> creationDate = Optional.empty();
    private Optional<String> id = Optional.empty();
    private Optional<String> sender = Optional.empty();
    private Optional<String> receiver = Optional.empty();
    private Optional<String> instanceIdentifier = Optional.empty();

    HeaderReader(Findings findings) {
        this.findings = findings;
        this.values = new Values(Context.STANDARD, findings);
    }

    Context context() {
        return values.context;
    }

    Header header() {
        return new Header(
                query,
                schemaVersion,
                creationDate,
                id,
                sender,
                receiver,
                instanceIdentifier,
                values.context,
                List.copyOf(masterData));
    }

    /** Whether enough is known to read events: what their prefixes stand for, and where they are. */
    boolean isEnoughForEvents() {
        return seen.contains("@context")
                && seen.contains("type")
                && (query || seen.contains("schemaVersion") && seen.contains("creationDate"));
    }

    List<String> pathToEvents() {
        return query ? List.of("queryResults", "resultsBody", "eventList") : List.of("eventList");
    }

    void read(String name, JsonNode value) {
        Where at = Where.ROOT.at(name);
        if (!seen.add(name)) {
            findings.add("duplicate-key", at, "The field %s is given twice.".formatted(name), "each field once");
            return;
        }
        switch (name) {
            case "@context" -> values = new Values(Context.STANDARD.with(value, at, findings), findings);
            case "type" -> documentType(value, at);
            case "schemaVersion" -> schemaVersion = version(value, at);
            case "creationDate" -> creationDate = values.time(value, at);
            case "id" -> id = values.uri(value, at);
            case "sender" -> sender = values.text(value, at);
            case "receiver" -> receiver = values.text(value, at);
            case "instanceIdentifier" -> instanceIdentifier = values.text(value, at);
            case "epcisHeader" -> epcisHeader(value, at);
            default -> foreign.add(name);
        }
    }

    /** What must be there, and whether the prefixes of other fields are declared; to be called when all has been read. */
    void checkRequired() {
        require("@context", "the address of the EPCIS context, and your own prefixes");
        require("type", "EPCISDocument or EPCISQueryDocument");
        if (!query) {
            require("schemaVersion", "2.0");
            require("creationDate", Times.SHAPE);
        }
        for (String name : foreign) {
            values.foreign(name, Where.ROOT, true, "one of " + String.join(", ", FIELDS) + ", or a prefixed name");
        }
        foreign.clear();
    }

    private void require(String field, String expected) {
        if (seen.add(field)) {
            values.missing(Where.ROOT, field, expected);
        }
    }

    private void documentType(JsonNode value, Where at) {
        Optional<String> type = values.text(value, at);
        query = type.equals(Optional.of("EPCISQueryDocument"));
        if (type.isPresent() && !query && !type.get().equals("EPCISDocument")) {
            values.fault(
                    "document-type",
                    at,
                    "%s is no kind of EPCIS document.".formatted(Values.quoted(type.get())),
                    "EPCISDocument or EPCISQueryDocument");
        }
    }

    private Optional<String> version(JsonNode value, Where at) {
        Optional<String> version = values.text(value, at);
        if (version.isPresent() && !version.get().matches("2\\.0(\\.[0-9]+)*")) {
            values.fault(
                    "schema-version",
                    at,
                    "The schema version %s is not spoken here.".formatted(Values.quoted(version.get())),
                    "2.0");
        }
        return version;
    }

    private void epcisHeader(JsonNode value, Where at) {
        if (!(value instanceof ObjectNode header)) {
            values.wrongType(value, at, "an object");
            return;
        }
        JsonNode data = header.path("epcisMasterData");
        Where place = at.at("epcisMasterData");
        if (data instanceof ObjectNode object) {
            JsonNode list = object.path("vocabularyList");
            if (!list.isMissingNode()) {
                values.list(list, place.at("vocabularyList"), this::vocabulary);
            }
        } else if (!data.isMissingNode()) {
            values.wrongType(data, place, "an object");
        }
    }

    private Optional<String> vocabulary(JsonNode node, Where where) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> type = values.uri(object.get().path("type"), where.at("type"));
        if (!object.get().has("type")) {
            values.missing(where, "type", "the vocabulary, such as urn:epcglobal:epcis:vtype:Location");
        }
        JsonNode elements = object.get().path("vocabularyElementList");
        if (type.isPresent() && !elements.isMissingNode()) {
            masterData.addAll(values.list(
                    elements,
                    where.at("vocabularyElementList"),
                    (element, place) -> element(type.get(), element, place)));
        }
        return type;
    }

    private Optional<VocabularyElement> element(String type, JsonNode node, Where where) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        if (!object.get().has("id")) {
            values.missing(where, "id", "the identifier of what is described");
        }
        Optional<Identifier> element = Optional.empty();
        List<Identifier> children = List.of();
        String attributes = "[]";
        for (var field : object.get().properties()) {
            Where at = where.at(field.getKey());
            switch (field.getKey()) {
                case "id" -> element = values.identifier(field.getValue(), at, Form.ANY);
                case "attributes" -> attributes = attributes(field.getValue(), at);
                case "children" ->
                    children = values.list(
                            field.getValue(), at, (child, place) -> values.identifier(child, place, Form.ANY));
                default -> values.foreign(field.getKey(), where, true, "id, attributes, children, or a prefixed name");
            }
        }
        String given = attributes;
        List<Identifier> below = children;
        return element.map(name -> new VocabularyElement(type, name, given, below, where.toString()));
    }

    private String attributes(JsonNode node, Where where) {
        values.list(node, where, (attribute, at) -> {
            Optional<ObjectNode> object = values.object(attribute, at);
            if (object.isPresent() && !object.get().has("id")) {
                values.missing(at, "id", "the name of the attribute");
            }
            return object.flatMap(fields -> values.uri(fields.path("id"), at.at("id")));
        });
        return node instanceof ArrayNode ? node.toString() : "[]";
    }
}
