package dev.touchstone.trace;

import dev.touchstone.http.Answer;
import dev.touchstone.http.PageToken;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.Gtin;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing, lists of things, and what they were made of. */
public final class TraceRoutes implements Routes {
    private static final int DEEPEST = 20;
    private static final int USUAL_DEPTH = 5;
    private static final int MOST_NODES = 10_000;
    private static final int USUAL_NODES = 200;

    private final Trace trace;

    public TraceRoutes(Trace trace) {
        this.trace = trace;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/trace", this::trace).parameters("epc", "asOf"),
                Route.get("/api/units", this::units)
                        .parameters(
                                "text",
                                "kind",
                                "state",
                                "product",
                                "lot",
                                "location",
                                "whereabouts",
                                Query.PER_PAGE,
                                Query.NEXT_PAGE_TOKEN),
                Route.get("/api/genealogy", this::genealogy).parameters("epc", "direction", "depth", "limit"));
    }

    /** A page as the interface shows it. */
    private record PageAnswer(List<Unit> units, long total, Optional<String> nextPageToken) {}

    private Answer trace(Request request) {
        String epc = epc(request.query());
        return trace.trace(epc, request.query().time("asOf")).map(Answer::json).orElseThrow(() -> unknown(epc));
    }

    private Answer units(Request request) {
        Query query = request.query();
        UnitFilter filter = new UnitFilter(
                query.text("text").map(text -> printable(query, "text", text)),
                query.choice("kind", ItemKind.class),
                query.choice("state", ItemState.class),
                query.parsed("product", gtin -> Gtin.parse(gtin).digitalLink()),
                query.text("lot").map(lot -> printable(query, "lot", lot)),
                query.text("location").map(location -> printable(query, "location", location)),
                query.choice("whereabouts", Whereabouts.class));
        UnitPage page = trace.units(filter, query.pageToken(2).map(TraceRoutes::place), query.perPage());
        Optional<PageToken> next = page.next().map(place -> PageToken.after(place.lastEventTime(), place.epc()));
        return Answer.json(new PageAnswer(page.units(), page.total(), next.map(PageToken::toString)))
                .next(request, next);
    }

    private Answer genealogy(Request request) {
        Query query = request.query();
        return Answer.json(trace.genealogy(
                epc(query),
                query.choice("direction", Genealogy.Direction.class).orElse(Genealogy.Direction.BOTH),
                query.integer("depth", 1, DEEPEST).orElse(USUAL_DEPTH),
                query.integer("limit", 1, MOST_NODES).orElse(USUAL_NODES)));
    }

    private static String epc(Query query) {
        return query.requiredParsed("epc", Identifier::canonical);
    }

    private static String printable(Query query, String name, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw query.malformed(name, text, "printable text");
        }
        return text;
    }

    private static UnitPage.Place place(PageToken token) {
        try {
            return new UnitPage.Place(
                    Instant.parse(token.keys().get(0)), token.keys().get(1).replace("\0", ""));
        } catch (DateTimeException e) {
            throw new Refusal(Problem.malformed(
                            "malformed-parameter", "This page token is not one that this query gave.")
                    .parameter(Query.NEXT_PAGE_TOKEN)
                    .expected("the nextPageToken of an earlier answer to the same query, or none for the first page"));
        }
    }

    private static Refusal unknown(String epc) {
        return new Refusal(Problem.notFound("unknown-unit", "No event in the log names %s.".formatted(epc))
                .parameter("epc")
                .expected("an identifier that a captured event names, at that time"));
    }
}
