package dev.touchstone.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the route of a path. The path is cut into segments before it is decoded, so that an identifier with encoded slashes is one
 * segment. A literal segment goes before a parameter, a parameter before the rest.
 */
final class Router {
    private final Node root = new Node();

    /** What is known of a path. */
    sealed interface Match {
        record Found(Route route, Routes owner, Map<String, String> parameters) implements Match {}

        /** The path exists, the method does not. */
        record OtherMethods(Routes owner, Set<Method> allowed) implements Match {}

        record Nothing() implements Match {}
    }

    private record Owned(Route route, Routes owner) {}

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        Node parameter;
        final Map<Method, Owned> here = new EnumMap<>(Method.class);
        final Map<Method, Owned> rest = new EnumMap<>(Method.class);
    }

    Router(List<Routes> features) {
        for (Routes feature : features) {
            for (Route route : feature.routes()) {
                add(route, feature);
            }
        }
    }

    private void add(Route route, Routes owner) {
        Node node = root;
        Map<Method, Owned> place = null;
        for (String segment : segments(route.path())) {
            if (segment.endsWith("*}")) {
                place = node.rest;
            } else if (segment.startsWith("{")) {
                node.parameter = node.parameter == null ? new Node() : node.parameter;
                node = node.parameter;
            } else {
                node = node.literals.computeIfAbsent(segment, name -> new Node());
            }
        }
        place = place == null ? node.here : place;
        if (place.putIfAbsent(route.method(), new Owned(route, owner)) != null) {
            throw new IllegalArgumentException("two routes for %s %s".formatted(route.method(), route.path()));
        }
    }

    Match find(Method method, String rawPath) {
        if (!rawPath.startsWith("/")) {
            return new Match.Nothing();
        }
        List<String> segments = segments(rawPath);
        Map<Method, Owned> found = find(root, segments, 0);
        if (found == null) {
            return new Match.Nothing();
        }
        Owned owned = found.get(method);
        if (owned == null) {
            Routes owner = found.values().iterator().next().owner();
            return new Match.OtherMethods(owner, new TreeSet<>(found.keySet()));
        }
        return new Match.Found(owned.route(), owned.owner(), parameters(owned.route(), segments));
    }

    private static Map<Method, Owned> find(Node node, List<String> segments, int depth) {
        if (depth == segments.size()) {
            return node.here.isEmpty() ? null : node.here;
        }
        Node literal = node.literals.get(segments.get(depth));
        Map<Method, Owned> found = literal == null ? null : find(literal, segments, depth + 1);
        if (found == null && node.parameter != null && !segments.get(depth).isEmpty()) {
            found = find(node.parameter, segments, depth + 1);
        }
        return found != null || node.rest.isEmpty() ? found : node.rest;
    }

    private static Map<String, String> parameters(Route route, List<String> segments) {
        Map<String, String> parameters = new HashMap<>();
        List<String> template = segments(route.path());
        for (int i = 0; i < template.size(); i++) {
            String name = template.get(i);
            if (name.endsWith("*}")) {
                String rest = segments.subList(i, segments.size()).stream().collect(Collectors.joining("/"));
                parameters.put(name.substring(1, name.length() - 2), rest);
            } else if (name.startsWith("{")) {
                String parameter = name.substring(1, name.length() - 1);
                parameters.put(parameter, decoded(parameter, segments.get(i)));
            }
        }
        return parameters;
    }

    private static String decoded(String name, String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.malformed(
                            "malformed-path", "The path holds a % that is not followed by two hexadecimal digits.")
                    .parameter(name)
                    .expected("a percent sign written as %25"));
        }
    }

    /** A slash at the end means nothing. */
    private static List<String> segments(String path) {
        String inner = path.substring(1, path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length());
        return inner.isEmpty() ? List.of() : List.of(inner.split("/", -1));
    }
}
