package dev.touchstone.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A request that fits its route. Methods that read refuse what they cannot read with a {@link Refusal}. */
public final class Request {
    private static final long JSON_LIMIT_BYTES = 1_000_000;

    private final ServerRequest request;
    private final Map<String, String> pathParameters;
    private final Query query;
    private final String accepted;

    Request(ServerRequest request, Map<String, String> pathParameters, Query query, String accepted) {
        this.request = request;
        this.pathParameters = pathParameters;
        this.query = query;
        this.accepted = accepted;
    }

    /** A parameter of the path, percent-decoded. */
    public String path(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no path parameter " + name);
        }
        return value;
    }

    /** A parameter of the path through a parser of ours. */
    public <T> T path(String name, Function<String, T> parser) {
        return Problems.inParameter(name, () -> parser.apply(path(name)));
    }

    /** The path as it came, with its percent signs. */
    public String rawPath() {
        return request.path().rawPath();
    }

    /** The query as it came, without its question mark. */
    public String rawQuery() {
        return request.query().rawValue();
    }

    /** Whether only the headers of the answer are asked for. */
    public boolean isHead() {
        return request.prologue().method().text().equals("HEAD");
    }

    /** The network address that the request came from. */
    public String address() {
        return request.remotePeer().host();
    }

    public Query query() {
        return query;
    }

    public Optional<String> header(String name) {
        return request.headers().first(HeaderNames.create(name));
    }

    /** The one of the route's media types that the client likes best; empty text where the route produces none. */
    public String accepted() {
        return accepted;
    }

    /** The body, which is read as it arrives and refused as soon as it passes the limit. */
    public InputStream body(long limitBytes) {
        long announced = request.headers().contentLength().orElse(0);
        if (announced > limitBytes) {
            throw LimitedInput.tooLarge(limitBytes);
        }
        return new LimitedInput(request.content().inputStream(), limitBytes);
    }

    /** The body as a record, by the rules of {@link Json}; at most a megabyte. */
    public <T> T json(Class<T> type) {
        return Json.read(body(JSON_LIMIT_BYTES), type);
    }

    /** Runs a parser of something that stood in the body; what it refuses is told as a problem at that JSON pointer. */
    public static <T> T at(String pointer, Supplier<T> parser) {
        return Problems.inBody(pointer, parser);
    }

    /** This request's own address, but for the page that begins there. */
    String withPageToken(PageToken token) {
        String others = Arrays.stream(request.query().rawValue().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(Query.NEXT_PAGE_TOKEN + "="))
                .collect(Collectors.joining("&"));
        String next = Query.NEXT_PAGE_TOKEN + "=" + URLEncoder.encode(token.toString(), StandardCharsets.UTF_8);
        return rawPath() + "?"
                + Stream.of(others, next).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }
}
