package dev.touchstone.epcis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The namespaces that prefixes stand for in one document or event: those of the standard and those the document
 * declares in its JSON-LD {@code @context}. Immutable.
 */
public final class Context {

    /** The prefixes of the EPCIS context alone. */
    public static final Context STANDARD = new Context(
            Map.of(
                    "epcis", "https://ref.gs1.org/epcis/",
                    "cbv", "https://ref.gs1.org/cbv/",
                    "cbvmda", "urn:epcglobal:cbv:mda:",
                    "gs1", "https://ref.gs1.org/voc/",
                    "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                    "owl", "http://www.w3.org/2002/07/owl#",
                    "xsd", "http://www.w3.org/2001/XMLSchema#",
                    "dcterms", "http://purl.org/dc/terms/"),
            List.of());

    /** What begins a full URI, and so must not be made a prefix. */
    private static final Set<String> SCHEMES = Set.of("urn", "http", "https");

    /** Far more prefixes than anyone uses; each event is looked through for each of them. */
    private static final int MAX_DECLARATIONS = 500;

    private static final Set<String> OLDER_GS1 = Set.of("https://gs1.org/voc/", "https://www.gs1.org/voc/");

    private final Map<String, String> prefixes;
    /** What the document declares beside the EPCIS context: objects, and addresses of contexts that we do not read. */
    private final List<JsonNode> entries;

    private Context(Map<String, String> prefixes, List<JsonNode> entries) {
        this.prefixes = prefixes;
        this.entries = entries;
    }

    /** The namespace that a prefix stands for. */
    public Optional<String> namespace(String prefix) {
        return Optional.ofNullable(prefixes.get(prefix));
    }

    /** The full name of a prefixed name such as {@code example:batch}; other text is returned unchanged. */
    public String expand(String name) {
        int colon = name.indexOf(':');
        if (colon < 0 || name.startsWith("//", colon + 1)) {
            return name;
        }
        String namespace = prefixes.get(name.substring(0, colon));
        return namespace == null ? name : namespace + name.substring(colon + 1);
    }

    /** Whether a field of this name belongs to somebody: its prefix is declared, or it is a full web address or URN. */
    boolean declares(String name) {
        int colon = name.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        String prefix = name.substring(0, colon);
        return prefixes.containsKey(prefix)
                || name.startsWith("//", colon + 1)
                || prefix.equals("urn")
                || entries.stream().anyMatch(JsonNode::isString);
    }

    /** The name as event hashes write it: {@code {namespace}local}. */
    void appendHashName(StringBuilder out, String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            out.append(name, name.startsWith("@") ? 1 : 0, name.length());
            return;
        }
        String namespace = name.startsWith("//", colon + 1) ? null : prefixes.get(name.substring(0, colon));
        if (namespace != null) {
            // The XML form of this one namespace has no colon at its end, and the hash is the same for both forms.
            int end = namespace.equals("urn:epcglobal:cbv:mda:") ? namespace.length() - 1 : namespace.length();
            out.append('{').append(namespace, 0, end).append('}').append(name, colon + 1, name.length());
            return;
        }
        int local = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':'))) + 1;
        out.append('{').append(name, 0, local).append('}').append(name, local, name.length());
    }

    /** This context with another's declarations read after it; faults are reported at {@code where}. */
    Context with(JsonNode declared, Where where, Findings findings) {
        Map<String, String> names = new HashMap<>(prefixes);
        List<JsonNode> more = new ArrayList<>(entries);
        if (declared instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                read(array.get(i), where.at(i), names, more, findings);
            }
        } else {
            read(declared, where, names, more, findings);
        }
        if (names.size() > MAX_DECLARATIONS
                || more.stream().mapToInt(JsonNode::size).sum() > MAX_DECLARATIONS) {
            findings.add(
                    "context", where, "The context declares too many names.", "at most %d".formatted(MAX_DECLARATIONS));
        }
        return new Context(Map.copyOf(names), List.copyOf(more));
    }

    private static void read(
            JsonNode entry, Where where, Map<String, String> names, List<JsonNode> more, Findings findings) {
        if (entry.isString()) {
            if (!entry.stringValue().endsWith("/epcis-context.jsonld")) {
                more.add(entry);
            }
        } else if (entry instanceof ObjectNode object) {
            for (var declaration : object.properties()) {
                declare(declaration.getKey(), declaration.getValue(), where, names, findings);
            }
            more.add(object);
        } else {
            findings.add("context", where, "This is no JSON-LD context.", "an address, or an object of prefixes");
        }
    }

    private static void declare(
            String name, JsonNode value, Where where, Map<String, String> names, Findings findings) {
        String iri = value.isString()
                ? value.stringValue()
                : value.path("@id").isString() ? value.path("@id").stringValue() : null;
        if (iri == null || name.startsWith("@") || name.indexOf(':') >= 0) {
            return;
        }
        String standard = STANDARD.prefixes.get(name);
        if (SCHEMES.contains(name)) {
            findings.add("context", where.at(name), "%s is no prefix.".formatted(name), "another name for the prefix");
        } else if (standard == null) {
            names.put(name, new Context(names, List.of()).expand(iri));
        } else if (!standard.equals(iri) && !(name.equals("gs1") && OLDER_GS1.contains(iri))) {
            findings.add(
                    "context",
                    where.at(name),
                    "The prefix %s belongs to the EPCIS context and may not stand for something else.".formatted(name),
                    standard);
        }
    }

    /**
     * The declarations beyond the EPCIS context that an event of this JSON needs, as a compact JSON array; {@code []}
     * when it needs none.
     */
    String neededBy(ObjectNode event) {
        if (entries.isEmpty()) {
            return "[]";
        }
        Set<String> names = new HashSet<>();
        collect(event, names);
        ArrayNode needed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode entry : entries) {
            if (!(entry instanceof ObjectNode object)) {
                needed.add(entry);
                continue;
            }
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            for (var declaration : object.properties()) {
                if (declaration.getKey().startsWith("@") || names.contains(declaration.getKey())) {
                    part.set(declaration.getKey(), declaration.getValue());
                }
            }
            if (!part.isEmpty()) {
                needed.add(part);
            }
        }
        return needed.toString();
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isString()) {
            collect(node.stringValue(), names);
        } else if (node instanceof ObjectNode object) {
            for (var field : object.properties()) {
                collect(field.getKey(), names);
                collect(field.getValue(), names);
            }
        } else {
            for (JsonNode element : node.values()) {
                collect(element, names);
            }
        }
    }

    private static void collect(String text, Set<String> names) {
        int colon = text.indexOf(':');
        if (colon > 0) {
            names.add(text.substring(0, colon));
            names.add(text);
        }
    }
}
