package dev.touchstone.http;

import java.util.List;

/**
 * One operation of the interface: what it is called by, what it takes, what it gives. A test compares all of this with the contract.
 *
 * @param path template as in OpenAPI, {@code /api/recalls/{id}}; a parameter is one segment and percent-decoded. The last segment may
 *     be {@code {rest*}}, which takes all remaining segments as they came
 * @param parameters names of the query parameters; any other is refused before the handler runs. {@code EQ_source_{type}} stands for
 *     all names that begin with {@code EQ_source_}
 * @param consumes media types of the request body; empty for none
 * @param produces media types of the answer, the preferred one first; empty for answers without a body
 * @param open needs no access token even where others do
 */
public record Route(
        Method method,
        String path,
        Handler handler,
        List<String> parameters,
        List<String> consumes,
        List<String> produces,
        boolean open) {
    private static final List<String> JSON = List.of(Answer.JSON);

    public static Route get(String path, Handler handler) {
        return new Route(Method.GET, path, handler, List.of(), List.of(), JSON, false);
    }

    public static Route post(String path, Handler handler) {
        return new Route(Method.POST, path, handler, List.of(), JSON, JSON, false);
    }

    public static Route put(String path, Handler handler) {
        return new Route(Method.PUT, path, handler, List.of(), JSON, JSON, false);
    }

    public static Route delete(String path, Handler handler) {
        return new Route(Method.DELETE, path, handler, List.of(), List.of(), List.of(), false);
    }

    public static Route options(String path, Handler handler) {
        return new Route(Method.OPTIONS, path, handler, List.of(), List.of(), List.of(), true);
    }

    public Route parameters(String... names) {
        return new Route(method, path, handler, List.of(names), consumes, produces, open);
    }

    public Route consumes(String... mediaTypes) {
        return new Route(method, path, handler, parameters, List.of(mediaTypes), produces, open);
    }

    public Route produces(String... mediaTypes) {
        return new Route(method, path, handler, parameters, consumes, List.of(mediaTypes), open);
    }

    /** Answers also those who bring no access token. */
    public Route openToAll() {
        return new Route(method, path, handler, parameters, consumes, produces, true);
    }
}
