package dev.touchstone.http;

import dev.touchstone.benchmark.BadData;
import java.util.Optional;
import java.util.function.Supplier;

/** From what the features and the libraries throw to the problem that the client gets. The one place that knows them all. */
final class Problems {
    private Problems() {}

    /** The problem that this failure tells of; empty when it is no fault of the request. */
    static Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Optional.of(refusal.problem());
            case BadData bad ->
                Optional.of(Problem.unprocessable(bad.code(), bad.detail()).expected(bad.remedy()));
            default -> Optional.empty();
        };
    }

    /** Runs a parser of something that stood in a parameter; what it refuses is told as a problem of that parameter. */
    static <T> T inParameter(String name, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (RuntimeException e) {
            throw of(e).map(problem -> new Refusal(asMalformed(problem).parameter(name)))
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    /** Runs a parser of something that stood in the body; what it refuses is told as a problem at that pointer. */
    static <T> T inBody(String pointer, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (RuntimeException e) {
            throw of(e).map(problem -> new Refusal(asMalformed(problem).at(pointer)))
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    private static Problem asMalformed(Problem problem) {
        return new Problem(
                400,
                problem.code(),
                problem.detail(),
                problem.pointer(),
                problem.parameter(),
                problem.position(),
                problem.expected(),
                problem.findings());
    }
}
