package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the master data of a document's header. */
final class MasterDataReader {

    private static final List<String> VOCABULARY = List.of("type", "vocabularyElementList");
    private static final List<String> ELEMENT = List.of("id", "attributes", "children");
    private static final List<String> ATTRIBUTE = List.of("id", "attribute");

    private final Values values;
    private final List<VocabularyElement> elements = new ArrayList<>();

    private MasterDataReader(Values values) {
        this.values = values;
    }

    static List<VocabularyElement> read(ObjectNode header, Where where, Values values) {
        MasterDataReader reader = new MasterDataReader(values);
        values.extensions(header, where, List.of("epcisMasterData"));
        if (header.has("epcisMasterData")) {
            reader.masterData(header.get("epcisMasterData"), where.at("epcisMasterData"));
        }
        return List.copyOf(reader.elements);
    }

    private void masterData(JsonNode node, Where where) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isPresent() && object.get().has("vocabularyList")) {
            values.list(object.get().get("vocabularyList"), where.at("vocabularyList"), this::vocabulary);
        }
    }

    private Optional<String> vocabulary(JsonNode node, Where where) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        values.extensions(fields, where, VOCABULARY);
        Optional<String> type = values.uri(fields.path("type"), where.at("type"));
        if (type.isEmpty()) {
            values.missingUnlessFaulty(where, "type", "the vocabulary, such as urn:epcglobal:epcis:vtype:Location");
        }
        if (type.isPresent() && fields.has("vocabularyElementList")) {
            String vocabulary = values.context.expand(type.get());
            elements.addAll(values.list(
                    fields.get("vocabularyElementList"),
                    where.at("vocabularyElementList"),
                    (element, at) -> element(vocabulary, element, at)));
        }
        return type;
    }

    private Optional<VocabularyElement> element(String vocabulary, JsonNode node, Where where) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        values.extensions(fields, where, ELEMENT);
        Optional<Identifier> id = values.identifier(fields.path("id"), where.at("id"), Form.ANY);
        if (id.isEmpty()) {
            values.missingUnlessFaulty(where, "id", "the identifier of what is described");
        }
        List<Identifier> children = fields.has("children")
                ? values.list(
                        fields.get("children"),
                        where.at("children"),
                        (child, at) -> values.identifier(child, at, Form.ANY))
                : List.of();
        String attributes = attributes(fields.path("attributes"), where.at("attributes"));
        return id.map(name -> new VocabularyElement(vocabulary, name, attributes, children, where.toString()));
    }

    private String attributes(JsonNode node, Where where) {
        if (!(node instanceof ArrayNode)) {
            values.wrongType(node, where, "an array");
            return "[]";
        }
        values.list(
                node,
                where,
                (attribute, at) -> values.object(attribute, at).flatMap(fields -> {
                    values.extensions(fields, at, ATTRIBUTE);
                    Optional<String> name = values.uri(fields.path("id"), at.at("id"));
                    if (name.isEmpty()) {
                        values.missingUnlessFaulty(at, "id", "the name of the attribute, a URI");
                    }
                    return name;
                }));
        return node.toString();
    }
}
