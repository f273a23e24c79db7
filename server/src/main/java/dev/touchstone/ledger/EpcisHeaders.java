package dev.touchstone.ledger;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import java.util.function.Supplier;

/** The headers and problem types that GS1 gives the EPCIS interface (EPCIS 2.0, OpenAPI). */
final class EpcisHeaders {
    private static final String VERSION = "2.0.0";

    private EpcisHeaders() {}

    /** @throws Refusal when a header asks for what this interface does not do */
    static void check(Request request) {
        for (String header : new String[] {"GS1-EPCIS-Version", "GS1-CBV-Version", "GS1-EPCIS-Min", "GS1-CBV-Min"}) {
            request.header(header).filter(version -> !version.startsWith("2.0")).ifPresent(version -> {
                throw new Refusal(Problem.notAcceptable("The header %s asks for version %s.".formatted(header, version))
                        .expected(VERSION));
            });
        }
        request.header("GS1-Capture-Error-Behaviour")
                .filter(behaviour -> !behaviour.equals("rollback"))
                .ifPresent(behaviour -> {
                    throw new Refusal(Problem.malformed(
                                    "capture-error-behaviour",
                                    "A capture cannot %s past an error: it is taken whole or not at all."
                                            .formatted(behaviour))
                            .expected("GS1-Capture-Error-Behaviour: rollback"));
                });
    }

    /** An answer with the headers that every answer of the interface has. */
    static Answer on(Answer answer) {
        return answer.header("GS1-EPCIS-Version", VERSION)
                .header("GS1-CBV-Version", VERSION)
                .header("GS1-EPC-Format", "Never_Translates");
    }

    static Answer options(String allowed) {
        return on(Answer.noContent())
                .header("Allow", allowed)
                .header("GS1-EPCIS-Min", VERSION)
                .header("GS1-EPCIS-Max", VERSION)
                .header("GS1-CBV-Min", VERSION)
                .header("GS1-CBV-Max", VERSION)
                .header("GS1-Vendor-Version", "Touchstone");
    }

    /** Makes a place of the keys of a page token. */
    static <T> T fromToken(Supplier<T> place) {
        try {
            return place.get();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new Refusal(Problem.malformed(
                            "malformed-parameter", "This page token is not one that this query gave.")
                    .parameter(Query.NEXT_PAGE_TOKEN)
                    .expected("the nextPageToken of an earlier answer to the same query, or none for the first page"));
        }
    }

    static String problemType(Problem problem) {
        boolean ofQuery = problem.parameter().isPresent();
        return "epcisException:"
                + switch (problem.status()) {
                    case 400, 422 -> ofQuery ? "QueryParameterException" : "ValidationException";
                    case 401, 403 -> "SecurityException";
                    case 404 -> "NoSuchResourceException";
                    case 406 -> "NotAcceptableException";
                    case 409 -> "ResourceAlreadyExistsException";
                    case 413 -> ofQuery ? "QueryTooLargeException" : "CaptureLimitExceededException";
                    case 414 -> "URITooLongException";
                    case 415 -> "UnsupportedMediaTypeException";
                    default -> "ImplementationException";
                };
    }
}
