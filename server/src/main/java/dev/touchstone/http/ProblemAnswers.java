package dev.touchstone.http;

import dev.touchstone.epcis.Finding;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.DirectHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Problems as answers. */
final class ProblemAnswers {
    private static final String MEDIA_TYPE = "application/problem+json";
    /** What a problem's type is where no feature names it. */
    private static final Routes NOBODY = List::of;

    private ProblemAnswers() {}

    /** The members of RFC 9457, section 3.1, and ours. */
    private record Body(
            String type,
            String title,
            int status,
            String detail,
            Optional<String> instance,
            String code,
            Optional<String> pointer,
            Optional<String> parameter,
            Optional<Integer> position,
            Optional<String> expected,
            Optional<List<Finding>> findings) {}

    /**
     * @param failure what was thrown; a refusal may bring headers
     * @param owner the feature whose route was asked
     * @param path of the request
     */
    static Answer of(Problem problem, Exception failure, Optional<Routes> owner, String path) {
        Answer answer = Answer.bytes(MEDIA_TYPE, json(problem, owner.orElse(NOBODY), Optional.of(path)))
                .status(problem.status());
        Map<String, String> headers = failure instanceof Refusal refusal ? refusal.headers() : Map.of();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        // What is left of a body that is too large is not worth reading.
        return problem.status() == 413 ? answer.header("Connection", "close") : answer;
    }

    private static byte[] json(Problem problem, Routes owner, Optional<String> instance) {
        return Json.MAPPER.writeValueAsBytes(new Body(
                owner.problemType(problem),
                problem.title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.code(),
                problem.pointer(),
                problem.parameter(),
                problem.position().isPresent() ? Optional.of(problem.position().getAsInt()) : Optional.empty(),
                problem.expected(),
                problem.findings().isEmpty() ? Optional.empty() : Optional.of(problem.findings())));
    }

    /** For requests that are so malformed that the web server answers before any route is looked for. */
    static DirectHandlers beforeRouting() {
        DirectHandler handler = (request, type, status, headers, message) -> {
            Problem problem = status.code() == 414
                    ? Problem.uriTooLong("The address of the request is too long.")
                            .expected("at most 16 KiB of path and query; a long list of values can be asked in parts")
                    : Problem.other(
                            status.code(),
                            "malformed-request",
                            "This is no valid HTTP request: %s.".formatted(status.reasonPhrase()));
            headers.set(HeaderValues.create(HeaderNames.CONTENT_TYPE, MEDIA_TYPE));
            return DirectHandler.TransportResponse.builder()
                    .status(status)
                    .headers(headers)
                    .entity(json(problem, NOBODY, Optional.empty()))
                    .build();
        };
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, handler);
        }
        return handlers.build();
    }
}
