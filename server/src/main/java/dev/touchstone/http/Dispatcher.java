package dev.touchstone.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads a request through the guard to its route, a static file or a problem. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    /** Below these, a path without a route is a problem also for a browser; elsewhere it may be a page of the console. */
    private static final List<String> PROGRAM_PATHS = List.of("/api", "/epcis");

    private static final long LEFT_OVER_BYTES = 64L << 20;

    private final Guard guard;
    private final Router router;
    private final List<StaticFiles> files;
    private final RequestObserver observer;

    Dispatcher(Optional<String> token, List<Routes> features, List<StaticFiles> files, RequestObserver observer) {
        this.guard = new Guard(token);
        this.router = new Router(features);
        this.files = files;
        this.observer = observer;
    }

    void handle(ServerRequest request, ServerResponse response) {
        long began = System.nanoTime();
        Exchange exchange = new Exchange();
        int status = 500;
        try {
            status = send(() -> answer(request, exchange), request, response, exchange);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            observer.answered(request.prologue().method().text(), exchange.template, status, took);
        }
        if (response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            close(request);
        }
    }

    /**
     * The web server (4.5) says that it closes the connection, and does not. A body that was refused is read on for a while first:
     * closing while the client still sends would reset the connection, and with it the answer.
     */
    private static void close(ServerRequest request) {
        if (!request.content().consumed()) {
            try {
                request.content().inputStream().skipNBytes(LEFT_OVER_BYTES);
            } catch (IOException | RuntimeException e) {
                // The client has stopped to send: nothing is left to be polite about.
            }
        }
        throw new CloseConnectionException("closed as announced");
    }

    /** What became known of a request on its way. */
    private static final class Exchange {
        private String template = "none";
        private Optional<Routes> owner = Optional.empty();
    }

    private interface Step {
        Answer take() throws Exception;
    }

    private int send(Step step, ServerRequest request, ServerResponse response, Exchange exchange) {
        try {
            Answer answer = step.take();
            Sender.send(answer, request, response);
            return answer.status();
        } catch (CloseConnectionException e) {
            LOG.warn("{} {}: {}", request.prologue().method(), request.path().rawPath(), e.getMessage());
            throw e;
        } catch (Exception e) {
            Problem problem = Problems.of(e).orElseGet(() -> unexpected(e, request));
            Sender.send(
                    ProblemAnswers.of(problem, e, exchange.owner, request.path().rawPath()), request, response);
            return problem.status();
        }
    }

    private Answer answer(ServerRequest request, Exchange exchange) throws Exception {
        String name = request.prologue().method().text();
        Guard.Visitor visitor = visitor(request, name);
        guard.requireOwnSite(visitor);
        Optional<Method> method = Arrays.stream(Method.values())
                .filter(known -> known.name().equals(name.equals("HEAD") ? "GET" : name))
                .findFirst();
        String path = request.path().rawPath();
        return switch (router.find(method.orElse(null), path)) {
            case Router.Match.Found(Route route, Routes owner, var parameters) -> {
                exchange.template = route.path();
                exchange.owner = Optional.of(owner);
                if (!route.open()) {
                    guard.requireToken(visitor);
                }
                yield route.handler().handle(fitting(request, route, parameters));
            }
            case Router.Match.OtherMethods(Routes owner, Set<Method> allowed) -> {
                exchange.owner = Optional.of(owner);
                yield otherMethod(name, allowed);
            }
            case Router.Match.Nothing() -> file(request, path, method);
        };
    }

    private static Request fitting(ServerRequest request, Route route, Map<String, String> parameters) {
        Query query = Query.parse(request.query().rawValue(), route.parameters());
        Optional<String> accept = header(request, HeaderNames.ACCEPT);
        String accepted = MediaTypes.negotiate(accept, route.produces()).orElse("");
        if (accepted.isEmpty() && !route.produces().isEmpty()) {
            throw new Refusal(Problem.notAcceptable("None of the media types in Accept can be given here.")
                    .expected("one of " + String.join(", ", route.produces())));
        }
        if (!route.consumes().isEmpty()) {
            String given = header(request, HeaderNames.CONTENT_TYPE)
                    .map(MediaTypes::bare)
                    .orElse("");
            if (!route.consumes().contains(given)) {
                throw new Refusal(Problem.unsupportedMediaType(
                                given.isEmpty()
                                        ? "The body has no Content-Type."
                                        : "A body of the type %s is not understood here.".formatted(given))
                        .expected("one of " + String.join(", ", route.consumes())));
            }
        }
        return new Request(request, parameters, query, accepted);
    }

    private static Answer otherMethod(String name, Set<Method> allowed) {
        String allow = allow(allowed);
        if (name.equals("OPTIONS")) {
            return Answer.noContent().header("Allow", allow);
        }
        throw new Refusal(
                Problem.methodNotAllowed("The method %s does not exist here.".formatted(name))
                        .expected("one of " + allow),
                Map.of("Allow", allow));
    }

    private static String allow(Set<Method> methods) {
        Set<String> names = methods.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        names.add("OPTIONS");
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return String.join(", ", names);
    }

    /** A static file, or the console's own page for the paths that the console shows. */
    private Answer file(ServerRequest request, String path, Optional<Method> method) {
        if (method.filter(Method.GET::equals).isPresent()) {
            Optional<Answer> file =
                    files.stream().flatMap(folder -> folder.find(path).stream()).findFirst();
            if (file.isPresent()) {
                return file.get();
            }
            boolean forPrograms =
                    PROGRAM_PATHS.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
            if (!forPrograms && MediaTypes.names(header(request, HeaderNames.ACCEPT), Answer.HTML)) {
                return files.getFirst().file("index.html").orElseThrow(Dispatcher::noConsole);
            }
        }
        throw new Refusal(Problem.notFound("unknown-path", "There is nothing at %s.".formatted(path))
                .expected("a path of the contract, which is at /docs"));
    }

    private static Refusal noConsole() {
        return new Refusal(Problem.notFound(
                        "no-console", "This build has no console: Node.js was missing when it was built.")
                .expected("Node.js 20 or newer on the machine that builds; the interface for programs is at /docs"));
    }

    private static Problem unexpected(Exception e, ServerRequest request) {
        String id = UUID.randomUUID().toString();
        LOG.error(
                "{}: {} {} failed",
                id,
                request.prologue().method(),
                request.path().rawPath(),
                e);
        return Problem.other(
                500,
                "internal-error",
                "The server failed at this request, through no fault of yours. Its log tells more under %s."
                        .formatted(id));
    }

    private static Guard.Visitor visitor(ServerRequest request, String method) {
        return new Guard.Visitor(
                !Set.of("GET", "HEAD", "OPTIONS").contains(method),
                header(request, HeaderNames.HOST),
                header(request, HeaderNames.ORIGIN),
                header(request, HeaderNames.AUTHORIZATION));
    }

    private static Optional<String> header(ServerRequest request, HeaderName name) {
        return request.headers().first(name);
    }
}
