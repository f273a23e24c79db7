package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Digital Links of all forms into the one form without compression. */
final class LinkReader {

    private final String uri;
    private final Reading reading;
    private final AiTable table;
    private final List<Element> path = new ArrayList<>(2);
    private final List<Element> attributes = new ArrayList<>(2);
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private LinkReader(String uri, Reading reading) {
        this.uri = uri;
        this.reading = reading;
        this.table = reading.table();
    }

    static DigitalLink read(String uri, Reading reading) {
        LinkFault.requireUri(uri);
        LinkReader reader = new LinkReader(uri, reading);
        LinkPath found = LinkPath.find(uri, reading);
        if (found != null) {
            return reader.plain(found);
        }
        DigitalLink compressed = reading.compressedLinks() ? reader.compressed() : null;
        if (compressed == null) {
            throw LinkFault.of(uri, reading);
        }
        return compressed;
    }

    private DigitalLink plain(LinkPath found) {
        for (int i = 0; i < found.count(); i++) {
            path.add(element(found.ai(i), found.value(i), found.from(i), found.to(i)));
        }
        readQuery(found.pathEnd());
        if (!reading.qualifiersInQuery()) {
            requireQualifiersInPath();
        }
        return new DigitalLink(uri.substring(0, found.stemEnd()), path, attributes, parameters);
    }

    /** A qualifier for which there is a place in the path does not belong into the query. */
    private void requireQualifiersInPath() {
        List<String> inPath =
                path.stream().skip(1).map(element -> element.ai().code()).toList();
        for (List<String> order : path.get(0).ai().qualifiers()) {
            for (Element attribute : attributes) {
                ApplicationIdentifier ai = attribute.ai();
                if (order.containsAll(inPath) && order.contains(ai.code())) {
                    throw ProblemException.of(
                            "digital-link",
                            ElementReader.place(uri, ai),
                            "AI %s stands in the query, and qualifies the key %s."
                                    .formatted(ai, path.get(0).ai()),
                            "/%s/ in the path".formatted(ai.code()));
                }
            }
        }
    }

    /** The link that the last segment holds compressed; null when it holds none. */
    private DigitalLink compressed() {
        int end = LinkPath.pathEnd(uri);
        int last = uri.lastIndexOf('/', end - 1);
        if (last < uri.indexOf("//") + 2) {
            return null;
        }
        String segment = uri.substring(last + 1, end);
        int stemEnd = last;
        ElementString elements;
        EpcTag tag = CompressedLink.decompress(segment, last + 1);
        if (tag != null) {
            elements = tag.elements().orElse(null);
        } else {
            elements = LegacyCompression.decompress(segment, table, parameters);
            stemEnd = elements == null ? last : keyBefore(last);
        }
        if (elements == null) {
            return null;
        }
        readQuery(end);
        List<Element> all = new ArrayList<>(path);
        all.addAll(elements.elements());
        DigitalLink link = DigitalLink.of(new ElementString(all), uri.substring(0, stemEnd))
                .orElse(null);
        if (link == null) {
            return null;
        }
        List<Element> more = new ArrayList<>(link.attributes());
        for (Element attribute : attributes) {
            addOnce(more, attribute, -1);
        }
        return new DigitalLink(link.stem(), link.path(), more, parameters);
    }

    /** The former compression may leave the primary key as it is, in the two segments before. Returns the stem's end. */
    private int keyBefore(int end) {
        int valueStart = uri.lastIndexOf('/', end - 1) + 1;
        int codeStart = uri.lastIndexOf('/', valueStart - 2) + 1;
        ApplicationIdentifier ai = codeStart > 0 && valueStart - 1 > codeStart
                ? table.find(uri.substring(codeStart, valueStart - 1)).orElse(null)
                : null;
        if (ai == null || !ai.isPrimaryKey()) {
            return end;
        }
        path.add(element(ai, Text.unescape(uri, valueStart, end), valueStart, end));
        return codeStart - 1;
    }

    /** The element of a value that stands at {@code position}, perhaps with escapes, or without the zeros of a GTIN-14. */
    private Element element(ApplicationIdentifier ai, String value, int position, int end) {
        try {
            return new Element(ai, value);
        } catch (ProblemException e) {
            Problem cause = e.problem();
            int zeros = Math.max(
                    0, value.length() - Text.unescape(uri, position, end).length());
            int place =
                    cause.position() < 0 ? -1 : Text.source(uri, position, end, Math.max(0, cause.position() - zeros));
            throw ProblemException.of(cause.code(), place, cause.detail(), cause.expected());
        }
    }

    private void readQuery(int mark) {
        if (mark >= uri.length() || uri.charAt(mark) != '?') {
            return;
        }
        int fragment = uri.indexOf('#', mark);
        int end = fragment < 0 ? uri.length() : fragment;
        for (int at = mark + 1; at < end; ) {
            int next = at;
            while (next < end && uri.charAt(next) != '&' && uri.charAt(next) != ';') {
                next++;
            }
            int equals = uri.indexOf('=', at);
            boolean named = equals >= at && equals < next;
            pair(at, named ? equals : next, named ? equals + 1 : next, next);
            at = next + 1;
        }
    }

    private void pair(int nameStart, int nameEnd, int valueStart, int valueEnd) {
        String name = unescapeQuery(nameStart, nameEnd);
        String value = unescapeQuery(valueStart, valueEnd);
        if (name.isEmpty()) {
            return;
        }
        if (Cset.NUMERIC.firstOutside(name, 0, name.length()) >= 0) {
            parameters.put(name, value);
            return;
        }
        ApplicationIdentifier ai = table.find(name).orElseThrow(() -> Element.unknown(name, nameStart));
        if (!ai.linkAttribute()) {
            throw ProblemException.of(
                    "attribute",
                    nameStart,
                    "AI (%s) may not stand in the query of a Digital Link.".formatted(name),
                    "an AI that is a data attribute, such as 17");
        }
        Element attribute = element(ai, value, valueStart, valueEnd);
        addOnce(path, attribute, valueStart);
        if (!path.contains(attribute)) {
            addOnce(attributes, attribute, valueStart);
        }
    }

    /** In a query, unlike in a path, a plus sign stands for a space. */
    private String unescapeQuery(int from, int to) {
        int plus = uri.indexOf('+', from);
        if (plus < 0 || plus >= to) {
            return Text.unescapeUtf8(uri, from, to);
        }
        try {
            String part = uri.substring(from, to).replace('+', ' ');
            return Text.unescapeUtf8(part, 0, part.length());
        } catch (ProblemException e) {
            throw e.shifted(from);
        }
    }

    /** Adds the element unless its AI is there; refuses another value of the same AI. The path itself is not added to. */
    private void addOnce(List<Element> elements, Element element, int position) {
        for (Element earlier : elements) {
            if (earlier.ai().code().equals(element.ai().code())) {
                if (earlier.value().equals(element.value())) {
                    return;
                }
                throw ProblemException.of(
                        "repeated-ai",
                        position,
                        "AI %s stands twice with different values.".formatted(element.ai()),
                        "one value, such as " + earlier.value());
            }
        }
        if (elements != path) {
            elements.add(element);
        }
    }
}
