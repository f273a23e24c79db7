package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A GS1 Digital Link URI, never compressed (GS1 Digital Link: URI Syntax 1.6).
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
     * Reads a link as it may be met: with former short names such as {@code gtin} and {@code ser} for AIs, with a GTIN of
     * 8, 12 or 13 digits, compressed as an EPC binary string ({@code eh}, {@code ex}) or in the former compressed form.
     *
     * @throws ProblemException when the text is no web URI, has no GS1 path, or a value in it breaks its rules
     */
    public static DigitalLink parse(String uri) {
        return LinkReader.read(uri, Reading.TOLERANT);
    }

    /** As {@link #parse(String)}, with a tolerance and a table of AIs of one's own. */
    public static DigitalLink parse(String uri, Reading reading) {
        return LinkReader.read(uri, reading);
    }

    /** Reads a link only as the syntax allows it to be written: AIs as numbers, GTINs of 14 digits, not compressed. */
    public static DigitalLink parseStrictly(String uri) {
        return LinkReader.read(uri, Reading.PLAIN);
    }

    /** The link at id.gs1.org for an element string; empty when it has no key, or an AI that no link can carry. */
    public static Optional<DigitalLink> of(ElementString string) {
        return of(string, CANONICAL_STEM);
    }

    /** As {@link #of(ElementString)}, at another stem, such as {@code https://example.com/some/path}. */
    public static Optional<DigitalLink> of(ElementString string, String stem) {
        String plain = stem.endsWith("/") ? stem.substring(0, stem.length() - 1) : stem;
        for (String ai : ElementString.KEYS) {
            Optional<DigitalLink> link = of(ai, string, plain);
            if (link.isPresent()) {
                return link;
            }
        }
        return Optional.empty();
    }

    /** The link whose path begins with a given AI; with as many qualifiers in it as can be. */
    static Optional<DigitalLink> of(String keyAi, ElementString string, String stem) {
        Optional<Element> primary = string.find(keyAi);
        if (primary.isEmpty()) {
            return Optional.empty();
        }
        DigitalLink longest = null;
        for (List<String> sequence : primary.get().ai().pathSequences()) {
            List<Element> path = new ArrayList<>(4);
            path.add(primary.get());
            for (String ai : sequence) {
                string.find(ai).ifPresent(path::add);
            }
            if (longest == null || path.size() > longest.path.size()) {
                List<Element> rest = attributes(string, path);
                longest = rest == null ? longest : new DigitalLink(stem, path, rest, Map.of());
            }
        }
        return Optional.ofNullable(longest);
    }

    /** The elements that are not in the path, or null when one of them may not stand in a query. */
    private static List<Element> attributes(ElementString string, List<Element> path) {
        List<Element> attributes = new ArrayList<>(string.elements().size());
        for (Element element : string.elements()) {
            if (!path.contains(element)) {
                if (!element.ai().linkAttribute()) {
                    return null;
                }
                attributes.add(element);
            }
        }
        return attributes;
    }

    /** All elements, those of the path first. */
    public ElementString elements() {
        List<Element> all = new ArrayList<>(path);
        all.addAll(attributes);
        return new ElementString(all);
    }

    /** The key at its finest, such as an SGTIN; empty for a payment slip, AI (415), which names no thing. */
    public Optional<Key> key() {
        return new ElementString(path).key();
    }

    /** The same link at id.gs1.org, with its attributes in the order of their AIs and no other parameters. */
    public DigitalLink canonical() {
        List<Element> sorted = new ArrayList<>(attributes);
        sorted.sort(Comparator.comparing(element -> element.ai().code()));
        return new DigitalLink(CANONICAL_STEM, path, sorted, Map.of());
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
            out.append(separator);
            Text.escapeQuery(out, parameter.getKey());
            out.append('=');
            Text.escapeQuery(out, parameter.getValue());
            separator = '&';
        }
        return out.toString();
    }
}
