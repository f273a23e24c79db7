package dev.touchstone.masterdata;

import dev.touchstone.epcis.Context;
import dev.touchstone.epcis.VocabularyElement;
import dev.touchstone.identity.EpcUri;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A vocabulary element as it was captured.
 *
 * @param vocabulary type of the vocabulary
 * @param id canonical identifier
 * @param text the identifier as captured
 * @param attributes compact JSON array of {@code {"id", "attribute"}} objects
 * @param prefixes JSON object of the prefixes that attribute names use beside those of the standard
 * @param children JSON array of identifiers as captured
 */
record Captured(String vocabulary, String id, String text, String attributes, String prefixes, String children) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    static Captured of(VocabularyElement element, Context context) {
        ObjectNode prefixes = MAPPER.createObjectNode();
        for (JsonNode attribute : MAPPER.readTree(element.attributes())) {
            String name = attribute.path("id").asString("");
            String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
            if (Context.STANDARD.namespace(prefix).isEmpty()) {
                context.namespace(prefix).ifPresent(namespace -> prefixes.put(prefix, namespace));
            }
        }
        ArrayNode children = MAPPER.createArrayNode();
        element.children().forEach(child -> children.add(child.text()));
        return new Captured(
                element.type(),
                element.id().canonical(),
                element.id().text(),
                element.attributes(),
                prefixes.toString(),
                children.toString());
    }

    /** What can be understood of it. */
    Element element() {
        JsonNode namespaces = MAPPER.readTree(prefixes);
        Map<String, String> values = new HashMap<>();
        for (JsonNode attribute : MAPPER.readTree(attributes)) {
            JsonNode value = attribute.path("attribute");
            if (value.isValueNode() && !value.isNull()) {
                String name = expand(attribute.path("id").asString(""), namespaces);
                values.put(Vocabulary.shortName(name), value.asString());
            }
        }
        List<String> below = new ArrayList<>();
        MAPPER.readTree(children).forEach(child -> below.add(EpcUri.canonical(child.asString())));
        return new Element(vocabulary, id, values, below);
    }

    private static String expand(String name, JsonNode namespaces) {
        int colon = name.indexOf(':');
        String namespace =
                colon < 0 ? "" : namespaces.path(name.substring(0, colon)).asString("");
        return namespace.isEmpty() ? name : namespace + name.substring(colon + 1);
    }
}
