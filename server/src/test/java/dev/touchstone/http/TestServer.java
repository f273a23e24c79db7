package dev.touchstone.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * A real server with the given routes on a free port, and a client for it. As an extension it lives as long as a test class.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final TestServer server = new TestServer(() -> List.of(new UnitRoutes(units)));
 * </pre>
 */
public final class TestServer implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final StaticFiles CONSOLE = new StaticFiles("/", "/test-console/");
    private static final RequestObserver NOBODY = (method, route, status, took) -> {};

    private final Features features;
    private final Optional<String> token;
    private final List<StaticFiles> files;
    private final RequestObserver observer;
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    /** Makes the routes when the server starts, so that they may use what other extensions have prepared. */
    @FunctionalInterface
    public interface Features {
        List<Routes> routes() throws Exception;
    }

    public TestServer(Features features) {
        this(features, Optional.empty());
    }

    TestServer(Features features, Optional<String> token) {
        this(features, token, List.of(CONSOLE), NOBODY);
    }

    /** With static files and someone who is told of each request. */
    public TestServer(Features features, List<StaticFiles> files, RequestObserver observer) {
        this(features, Optional.empty(), files, observer);
    }

    private TestServer(Features features, Optional<String> token, List<StaticFiles> files, RequestObserver observer) {
        this.features = features;
        this.token = token;
        this.files = files;
        this.observer = observer;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    public TestServer start() throws Exception {
        var config = new ServerConfig(InetAddress.getLoopbackAddress(), 0, token);
        server = HttpServer.start(config, features.routes(), files, observer);
        return this;
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    public URI address() {
        return server.address();
    }

    /** A request to this server that can still be changed. */
    public HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(address() + pathAndQuery));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return send(request(pathAndQuery));
    }

    /** GET, and the body read as JSON. */
    public JsonNode getJson(String pathAndQuery) {
        return Json.MAPPER.readTree(get(pathAndQuery).body());
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }
}
