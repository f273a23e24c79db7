package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.List;

/** Says why a web address is no Digital Link. */
final class LinkFault {

    private static final String EXAMPLE =
            "a web address that ends in a key and its qualifiers, such as /01/09506000134352/21/a1";
    private static final boolean[] IN_URI = new boolean[128];

    static {
        for (int i = ' ' + 1; i < 127; i++) {
            IN_URI[i] = "\"<>\\^`{|}".indexOf(i) < 0;
        }
    }

    private final String uri;
    private final Reading reading;
    private final int end;

    private LinkFault(String uri, Reading reading) {
        this.uri = uri;
        this.reading = reading;
        this.end = LinkPath.pathEnd(uri);
    }

    /** Refuses what is no web URI at all: another scheme, no host, or a character that no URI may hold. */
    static void requireUri(String uri) {
        if (uri == null || !LinkPath.isWeb(uri)) {
            throw scheme(uri == null ? "" : uri);
        }
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c < 128 && !IN_URI[c]) {
                throw ProblemException.of(
                        "uri-character", i, "A URI may not hold %s.".formatted(Text.shown(c)), "%%%02X".formatted((int)
                                        c));
            }
        }
        int host = uri.indexOf("//") + 2;
        if (host == uri.length() || "/?#".indexOf(uri.charAt(host)) >= 0) {
            throw ProblemException.of("digital-link", host, "The web address has no host.", "such as id.gs1.org");
        }
    }

    private static ProblemException scheme(String uri) {
        int colon = uri.indexOf("://");
        boolean mixed = uri.regionMatches(true, 0, "http://", 0, 7) || uri.regionMatches(true, 0, "https://", 0, 8);
        if (mixed) {
            return ProblemException.of(
                    "uri-scheme",
                    0,
                    "The scheme %s is partly small and partly capital.".formatted(uri.substring(0, colon)),
                    "http, https, HTTP or HTTPS");
        }
        return colon > 0
                ? ProblemException.of("uri-scheme", 0, "The text is no web address.", "http:// or https://")
                : ProblemException.of("digital-link", 0, "The text is not a GS1 Digital Link.", EXAMPLE);
    }

    /** The fault of a web URI in whose path no key with its qualifiers was found. */
    static ProblemException of(String uri, Reading reading) {
        return new LinkFault(uri, reading).find();
    }

    private ProblemException find() {
        int slash = uri.indexOf('/', uri.indexOf("//") + 2);
        if (slash < 0 || slash >= end) {
            return problem(Math.min(end, uri.length()), "The web address has no path.", EXAMPLE);
        }
        for (int at = slash + 1; at < end; at = segmentEnd(at) + 1) {
            String segment = uri.substring(at, segmentEnd(at));
            String code = LinkPath.ofShortName(segment);
            boolean known = code != null && reading.table().find(code).isPresent();
            if (known && !reading.shortNames()) {
                return problem(at, "%s is a former short name of an AI.".formatted(segment), code);
            }
            ApplicationIdentifier ai =
                    reading.table().find(known ? code : segment).orElse(null);
            if (ai != null && ai.isPrimaryKey()) {
                return afterKey(ai, at);
            }
        }
        return problem(slash + 1, "There is no GS1 key in the path.", EXAMPLE);
    }

    /** A key begins at a place, so what follows its value is at fault. */
    private ProblemException afterKey(ApplicationIdentifier key, int place) {
        if (isLast(place)) {
            return problem(segmentEnd(place), "AI %s has no value.".formatted(key), "its value after a slash");
        }
        List<String> sequence = new ArrayList<>();
        for (int at = next(next(place)); at < end; at = next(next(at))) {
            String segment = uri.substring(at, segmentEnd(at));
            String code = LinkPath.ofShortName(segment);
            ApplicationIdentifier ai = reading.table()
                    .find(code != null && reading.shortNames() ? code : segment)
                    .orElse(null);
            if (ai == null) {
                return problem(
                        at,
                        "'%s' is no AI that may follow the key %s.".formatted(segment, key),
                        code == null ? qualifiers(key) : code);
            }
            if (key.qualifiers().stream().noneMatch(order -> order.contains(ai.code()))) {
                return problem(
                        at,
                        "AI %s does not qualify the key %s.".formatted(ai, key),
                        ai.linkAttribute() ? "?%s= after the path".formatted(ai.code()) : qualifiers(key));
            }
            sequence.add(ai.code());
            if (key.qualifiers().stream().noneMatch(order -> inOrder(sequence, order))) {
                return problem(at, "AI %s may not stand there.".formatted(ai), "in their order: " + qualifiers(key));
            }
            if (isLast(at)) {
                return problem(segmentEnd(at), "AI %s has no value.".formatted(ai), "its value after a slash");
            }
        }
        return problem(end, "The path ends too early.", qualifiers(key));
    }

    private static boolean inOrder(List<String> codes, List<String> order) {
        int from = 0;
        for (String code : codes) {
            int at = order.subList(from, order.size()).indexOf(code);
            if (at < 0) {
                return false;
            }
            from += at + 1;
        }
        return true;
    }

    private static String qualifiers(ApplicationIdentifier key) {
        List<List<String>> sequences = key.qualifiers();
        return sequences.isEmpty()
                ? "nothing after the value of " + key
                : String.join(
                        " or ",
                        sequences.stream()
                                .map(sequence -> String.join(", then ", sequence))
                                .toList());
    }

    private int segmentEnd(int at) {
        int slash = uri.indexOf('/', at);
        return slash < 0 || slash > end ? end : slash;
    }

    private int next(int at) {
        return Math.min(end, segmentEnd(at) + 1);
    }

    private boolean isLast(int at) {
        return segmentEnd(at) >= end - 1;
    }

    private static ProblemException problem(int position, String detail, String expected) {
        return ProblemException.of("digital-link", position, detail, expected);
    }
}
