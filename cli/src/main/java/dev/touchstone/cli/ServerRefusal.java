package dev.touchstone.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The server refused a request; the message is its problem (RFC 9457) as lines for a terminal. */
final class ServerRefusal extends RuntimeException {
    private final transient JsonNode problem;

    /** @param problem as the server sent it */
    ServerRefusal(JsonNode problem) {
        super(lines(problem), null, false, false);
        this.problem = problem;
    }

    JsonNode problem() {
        return problem;
    }

    /** The stable code of the rule. */
    String code() {
        return problem.path("code").asString("");
    }

    private static String lines(JsonNode problem) {
        List<String> lines = new ArrayList<>();
        JsonNode findings = problem.path("findings");
        if (findings.isEmpty()) {
            lines.add(line(
                    problem,
                    problem.path("pointer").asString(problem.path("parameter").asString(""))));
        }
        for (JsonNode finding : findings) {
            lines.add(line(finding, finding.path("pointer").asString("")));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(JsonNode of, String place) {
        String expected = of.path("expected").asString("");
        return (place.isEmpty() ? "" : place + ": ")
                + of.path("detail").asString("")
                + (expected.isEmpty() ? "" : " Expected: " + expected);
    }
}
