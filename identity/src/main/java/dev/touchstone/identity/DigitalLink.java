package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 Digital Link URI (GS1 Digital Link: URI Syntax 1.6).
 *
 * @param stem scheme, host and the resolver's own path, such as {@code https://id.gs1.org}
 * @param path the primary key and its qualifiers, in the order of the path
 * @param attributes further AIs, from the query
 * @param parameters what else the query holds, such as {@code linkType}, as name and decoded value
 */
public record DigitalLink(String stem, List<Element> path, List<Element> attributes, Map<String, String> parameters) {

    public static final String CANONICAL_STEM = "https://id.gs1.org";

    public DigitalLink {
        path = List.copyOf(path);
        attributes = List.copyOf(attributes);
    }

    /**
     * @throws ProblemException when the text is no web URI, has no GS1 path, or a value in it breaks its rules
     */
    public static DigitalLink parse(String uri) {
        LinkPath found = uri != null && LinkPath.isWeb(uri) ? LinkPath.find(uri) : null;
        if (found == null) {
            throw ProblemException.of(
                    "digital-link",
                    -1,
                    "The text is not a GS1 Digital Link.",
                    "a web address that ends in a key and its qualifiers, such as /01/09506000134352/21/a1");
        }
        List<Element> path = new ArrayList<>(found.count());
        for (int i = 0; i < found.count(); i++) {
            path.add(element(found.ai(i), found.value(i), found.from(i)));
        }
        List<Element> attributes = new ArrayList<>(2);
        Map<String, String> parameters = new LinkedHashMap<>();
        if (found.pathEnd() < uri.length() && uri.charAt(found.pathEnd()) == '?') {
            readQuery(uri, found.pathEnd() + 1, attributes, parameters);
        }
        return new DigitalLink(uri.substring(0, found.stemEnd()), path, attributes, parameters);
    }

    private static Element element(ApplicationIdentifier ai, String value, int position) {
        try {
            return new Element(ai, value);
        } catch (ProblemException e) {
            throw e.shifted(position);
        }
    }

    private static void readQuery(String uri, int start, List<Element> attributes, Map<String, String> parameters) {
        int fragment = uri.indexOf('#', start);
        int end = fragment < 0 ? uri.length() : fragment;
        for (int at = start; at < end; ) {
            int next = at;
            while (next < end && uri.charAt(next) != '&' && uri.charAt(next) != ';') {
                next++;
            }
            int equals = uri.indexOf('=', at);
            boolean named = equals > at && equals < next;
            String name = uri.substring(at, named ? equals : next);
            String value = named ? Text.unescape(uri.replace('+', ' '), equals + 1, next) : "";
            if (!name.isEmpty() && Cset.NUMERIC.firstOutside(name, 0, name.length()) < 0) {
                attributes.add(attribute(name, value, at, named ? equals + 1 : next));
            } else if (!name.isEmpty()) {
                parameters.put(name, value);
            }
            at = next + 1;
        }
    }

    private static Element attribute(String code, String value, int codeAt, int valueAt) {
        ApplicationIdentifier ai = AiTable.standard().find(code).orElseThrow(() -> Element.unknown(code, codeAt));
        if (!ai.linkAttribute()) {
            throw ProblemException.of(
                    "attribute",
                    codeAt,
                    "AI (%s) may not stand in the query of a Digital Link.".formatted(code),
                    "an AI that is a data attribute, such as 17");
        }
        return element(ai, value, valueAt);
    }

    /** The link at id.gs1.org for an element string; empty when it has no key, or an AI that no link can carry. */
    static Optional<DigitalLink> of(ElementString string) {
        Optional<Element> primary = ElementString.primary(string);
        if (primary.isEmpty()) {
            return Optional.empty();
        }
        List<Element> path = new ArrayList<>();
        path.add(primary.get());
        path.addAll(longestQualifiers(primary.get().ai(), string));
        List<Element> attributes = new ArrayList<>(string.elements());
        attributes.removeAll(path);
        boolean carried = attributes.stream().allMatch(e -> e.ai().linkAttribute());
        return carried ? Optional.of(new DigitalLink(CANONICAL_STEM, path, attributes, Map.of())) : Optional.empty();
    }

    private static List<Element> longestQualifiers(ApplicationIdentifier primary, ElementString string) {
        List<Element> longest = List.of();
        for (List<String> sequence : primary.qualifiers()) {
            List<Element> present = sequence.stream()
                    .flatMap(ai ->
                            string.elements().stream().filter(e -> e.ai().code().equals(ai)))
                    .toList();
            longest = present.size() > longest.size() ? present : longest;
        }
        return longest;
    }

    /** All elements, those of the path first. */
    public ElementString elements() {
        List<Element> all = new ArrayList<>(path);
        all.addAll(attributes);
        return new ElementString(all);
    }

    /** The key at its finest, such as an SGTIN. */
    public Key key() {
        return new ElementString(path)
                .key()
                .orElseThrow(() -> ProblemException.of(
                        "digital-link",
                        -1,
                        "The link names no key that is supported.",
                        "a link that begins with a GS1 key"));
    }

    /** The URI, with AIs as numbers, values escaped where they must be, and attributes before other parameters. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(100).append(stem);
        for (Element element : path) {
            out.append('/').append(element.ai().code()).append('/');
            Text.escape(out, element.value());
        }
        char separator = '?';
        for (Element element : attributes) {
            out.append(separator).append(element.ai().code()).append('=');
            Text.escapeQuery(out, element.value());
            separator = '&';
        }
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            out.append(separator).append(parameter.getKey()).append('=');
            Text.escapeQuery(out, parameter.getValue());
            separator = '&';
        }
        return out.toString();
    }
}
