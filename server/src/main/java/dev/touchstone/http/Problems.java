package dev.touchstone.http;

import dev.touchstone.benchmark.BadData;
import dev.touchstone.epcis.Finding;
import dev.touchstone.epcis.InvalidDocument;
import dev.touchstone.epcis.LimitExceeded;
import dev.touchstone.identity.ProblemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** From what the features and the libraries throw to the problem that the client gets. The one place that knows them all. */
final class Problems {
    private Problems() {}

    /** The problem that this failure tells of; empty when it is no fault of the request. */
    static Optional<Problem> of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> Optional.of(refusal.problem());
            case ProblemException e -> Optional.of(identifier(e.problem()));
            case InvalidDocument e -> Optional.of(document(e.findings()));
            case LimitExceeded e ->
                Optional.of(Problem.tooLarge("document-too-large", e.getMessage())
                        .expected("a document within the limits; a longer one can be split"));
            case BadData bad ->
                Optional.of(Problem.unprocessable(bad.code(), bad.detail()).expected(bad.remedy()));
            default ->
                isLostConnection(failure)
                        ? Optional.of(Problem.unavailable("database-unavailable", "The database does not answer now.")
                                .expected("the same request again, in a while"))
                        : Optional.empty();
        };
    }

    private static Problem identifier(dev.touchstone.identity.Problem problem) {
        return Problem.malformed(problem.code(), problem.detail())
                .position(problem.position())
                .expected(problem.expected());
    }

    /** The first fault is the problem's own; the others stand beside it. */
    private static Problem document(List<Finding> findings) {
        Finding first = findings.getFirst();
        return Problem.malformed(first.code(), first.detail())
                .at(first.pointer())
                .expected(first.expected())
                .findings(findings);
    }

    private static boolean isLostConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
            // Class 08: connection exceptions; 57P: the server is stopping or starting.
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
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
