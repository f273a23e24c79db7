package dev.touchstone.performance;

import dev.touchstone.benchmark.Statistic;
import dev.touchstone.http.Answer;
import dev.touchstone.http.PageToken;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.Gtin;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.trace.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /api/performance}. */
public final class PerformanceRoutes implements Routes {

    private static final String[] QUESTION = {
        "from", "to", "by", "statistic", "product", "plant", "line", "country", "since", "until"
    };
    private static final String[] UNITS = {
        "from",
        "to",
        "by",
        "group",
        "product",
        "plant",
        "line",
        "country",
        "since",
        "until",
        "format",
        Query.PER_PAGE,
        Query.NEXT_PAGE_TOKEN
    };

    private final Performance performance;
    private final Ledger ledger;

    public PerformanceRoutes(Performance performance, Ledger ledger) {
        this.performance = performance;
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/performance/lead-times", this::leadTimes).parameters(QUESTION),
                Route.get("/api/performance/lead-times/units", this::units)
                        .parameters(UNITS)
                        .produces(Answer.JSON, Answer.CSV),
                Route.get("/api/performance/returns", this::returns).parameters("by", "product", "since", "until"));
    }

    private Answer leadTimes(Request request) {
        Query query = request.query();
        Statistic statistic = query.choice("statistic", List.of("median", "p90"))
                .map(Statistic::parse)
                .orElse(Statistic.MEDIAN);
        return Answer.json(performance.leadTimes(question(query, statistic)));
    }

    private Answer units(Request request) {
        Query query = request.query();
        String key = query.requiredText("group");
        Performance.Behind behind = performance
                .behind(question(query, Statistic.MEDIAN), key)
                .orElseThrow(() -> new Refusal(
                        Problem.notFound("unknown-group", "The comparison has no group \"%s\".".formatted(key))
                                .parameter("group")
                                .expected("the key of a group that the comparison with the same parameters gives")));
        boolean csv =
                query.choice("format", List.of("json", "csv")).orElse("json").equals("csv");
        return csv ? table(behind) : page(request, behind);
    }

    private Answer page(Request request, Performance.Behind behind) {
        int from = request.query()
                .pageToken(1)
                .map(token -> position(behind, token.keys().getFirst()))
                .orElse(0);
        int to = Math.min(behind.slowestFirst().size(), from + request.query().perPage());
        List<Journey> journeys = behind.slowestFirst().subList(from, to);
        Map<Long, String> eventIDs = ledger.eventIDs(journeys.stream()
                .flatMap(journey -> Stream.of(journey.startRecordNo(), journey.finishRecordNo()))
                .toList());
        List<LeadTimes.Unit> units = journeys.stream()
                .map(journey -> new LeadTimes.Unit(
                        journey.unit(),
                        Identifier.of(journey.unit()).text(),
                        journey.startedAt(),
                        journey.finishedAt(),
                        journey.hours(),
                        eventIDs.get(journey.startRecordNo()),
                        eventIDs.get(journey.finishRecordNo())))
                .toList();
        Optional<PageToken> next = to < behind.slowestFirst().size()
                ? Optional.of(PageToken.after(journeys.getLast().unit()))
                : Optional.empty();
        return Answer.json(new LeadTimes.Units(
                        behind.group(),
                        behind.slowestFirst().size(),
                        units,
                        next.map(PageToken::toString).orElse(null)))
                .next(request, next);
    }

    /** Index behind the unit that the last page ended with; the start where new events took it out of the group. */
    private static int position(Performance.Behind behind, String lastUnit) {
        for (int i = 0; i < behind.slowestFirst().size(); i++) {
            if (behind.slowestFirst().get(i).unit().equals(lastUnit)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Answer table(Performance.Behind behind) {
        return Answer.csv("lead-times.csv", csv -> {
            csv.row("unit", "started_at", "finished_at", "hours");
            for (Journey journey : behind.slowestFirst()) {
                csv.row(journey.unit(), journey.startedAt(), journey.finishedAt(), journey.hours());
            }
        });
    }

    private Answer returns(Request request) {
        Query query = request.query();
        return Answer.json(performance.returns(
                query.choice("by", Returns.By.class).orElse(Returns.By.COMPONENT_LOT),
                product(query),
                query.time("since"),
                query.time("until")));
    }

    private static LeadTimeQuestion question(Query query, Statistic statistic) {
        String by = query.text("by").orElse("plant");
        return new LeadTimeQuestion(
                query.requiredText("from"),
                query.requiredText("to"),
                Dimension.parse(by)
                        .orElseThrow(() -> query.malformed(
                                "by", by, "one or more of %s, separated by commas".formatted(Dimension.words()))),
                statistic,
                product(query),
                query.text("plant"),
                query.text("line"),
                query.text("country"),
                query.time("since"),
                query.time("until"));
    }

    private static Optional<String> product(Query query) {
        return query.parsed("product", Gtin::parse).map(Gtin::digits);
    }
}
