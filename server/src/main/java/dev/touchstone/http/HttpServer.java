package dev.touchstone.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The running server. Thread-safe; each request has a virtual thread of its own. */
public final class HttpServer implements AutoCloseable {
    private static final int LONGEST_REQUEST_LINE = 16 * 1024;
    private static final Duration TIME_TO_FINISH = Duration.ofSeconds(10);

    private final ServerConfig config;
    private final WebServer server;

    private HttpServer(ServerConfig config, List<Routes> features, List<StaticFiles> files, RequestObserver observer) {
        this.config = config;
        Dispatcher dispatcher = new Dispatcher(config.token(), features, files, observer);
        this.server = WebServer.builder()
                .address(config.host())
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(TIME_TO_FINISH)
                .addProtocol(Http1Config.builder()
                        .maxPrologueLength(LONGEST_REQUEST_LINE)
                        .build())
                .directHandlers(ProblemAnswers.beforeRouting())
                .routing(routing -> routing.any(dispatcher::handle))
                .build();
    }

    /**
     * Starts to listen.
     *
     * @param files static files, looked at for paths that no route has; the first one holds the console
     * @throws ListenException when the address cannot be had
     */
    public static HttpServer start(
            ServerConfig config, List<Routes> features, List<StaticFiles> files, RequestObserver observer) {
        HttpServer http = new HttpServer(config, features, files, observer);
        http.server.start();
        if (!http.server.isRunning()) {
            throw new ListenException(
                    "Cannot listen on %s port %d: another program listens there, or you may not. Choose another port with --port."
                            .formatted(config.host().getHostAddress(), config.port()));
        }
        return http;
    }

    public int port() {
        return server.port();
    }

    /** The address to open. */
    public URI address() {
        String host = config.host().getHostAddress();
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port()));
    }

    /** Stops to listen and lets running requests finish for a while. */
    @Override
    public void close() {
        server.stop();
    }
}
