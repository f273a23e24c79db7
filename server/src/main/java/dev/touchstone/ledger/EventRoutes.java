package dev.touchstone.ledger;

import dev.touchstone.http.Answer;
import dev.touchstone.http.PageToken;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How events go out, and a single one comes in: {@code /epcis} and {@code /epcis/events}. */
public final class EventRoutes implements Routes {
    private static final String EVENTS = "/epcis/events";

    private final Ledger ledger;

    public EventRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/epcis", this::resources),
                Route.options("/epcis", _ -> EpcisHeaders.options("GET, OPTIONS")),
                Route.get(EVENTS, this::events).parameters(EventParameters.names()),
                Route.post(EVENTS, this::capture).consumes(Answer.JSON, "application/ld+json"),
                Route.get(EVENTS + "/{eventID}", this::event));
    }

    @Override
    public String problemType(Problem problem) {
        return EpcisHeaders.problemType(problem);
    }

    private Answer resources(Request request) {
        EpcisHeaders.check(request);
        return EpcisHeaders.on(Answer.json(Map.of(
                "@context",
                dev.touchstone.epcis.QueryDocumentWriter.EPCIS_CONTEXT,
                "type",
                "Collection",
                "member",
                List.of("capture", "events"))));
    }

    private Answer capture(Request request) {
        EpcisHeaders.check(request);
        String id = ledger.captureEvent(request.body(ledger.limits().maxBytes()));
        return EpcisHeaders.on(
                Answer.created(EVENTS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8), Map.of("eventID", id)));
    }

    private Answer events(Request request) {
        EpcisHeaders.check(request);
        EventQuery query = EventParameters.parse(request.query());
        query.maxEventCount()
                .filter(most -> ledger.store().hasMoreThan(most, query))
                .ifPresent(most -> {
                    throw new Refusal(
                            Problem.tooLarge("query-too-large", "More than %d events meet the query.".formatted(most))
                                    .parameter("maxEventCount")
                                    .expected("narrower conditions, a greater maxEventCount, or pages without it"));
                });
        Optional<EventQuery.Place> after = request.query().pageToken(3).map(EventRoutes::place);
        EventStore.Page page = ledger.store().page(query, after, request.query().perPage());
        return document(page)
                .next(
                        request,
                        page.next()
                                .map(place -> PageToken.after(place.eventTime(), place.recordNo(), place.delivered())));
    }

    private static EventQuery.Place place(PageToken token) {
        return EpcisHeaders.fromToken(() -> new EventQuery.Place(
                Instant.parse(token.keys().get(0)),
                Long.parseLong(token.keys().get(1)),
                Integer.parseUnsignedInt(token.keys().get(2))));
    }

    private Answer event(Request request) {
        EpcisHeaders.check(request);
        String id = request.path("eventID");
        EventStore.Page page = ledger.store().named(id);
        if (page.recordNos().isEmpty()) {
            throw new Refusal(Problem.notFound("no-such-event", "The log has no event of the id %s.".formatted(id))
                    .parameter("eventID")
                    .expected("the eventID of an event that was captured, percent-encoded"));
        }
        return document(page);
    }

    private Answer document(EventStore.Page page) {
        Instant now = ledger.now();
        return EpcisHeaders.on(Answer.stream(Answer.JSON, out -> ledger.store().write(page, now, out)));
    }
}
