package dev.touchstone.http;

import java.util.Map;

/** A request is refused. Has no stack trace: it describes the request, not a fault of the program. */
public final class Refusal extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public Refusal(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers that the answer needs by the rules of HTTP */
    public Refusal(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.headers = headers;
    }

    public Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
