package dev.touchstone.recall;

import dev.touchstone.http.Answer;
import dev.touchstone.http.PageToken;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.recall.RecallScope.ProductName;
import dev.touchstone.recall.RecallScope.RecalledUnit;
import dev.touchstone.trace.Identifier;
import dev.touchstone.trace.Whereabouts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** {@code /api/recall/scope} and {@code /api/recalls}. */
public final class RecallRoutes implements Routes {

    private final Recalls recalls;
    private final MasterData masterData;
    private final Ledger ledger;

    public RecallRoutes(Recalls recalls, MasterData masterData, Ledger ledger) {
        this.recalls = recalls;
        this.masterData = masterData;
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/recall/scope", this::scope)
                        .parameters(
                                "componentLot",
                                "productLot",
                                "product",
                                "plant",
                                "line",
                                "madeFrom",
                                "madeUntil",
                                "whereabouts",
                                "format",
                                Query.PER_PAGE,
                                Query.NEXT_PAGE_TOKEN)
                        .produces(Answer.JSON, Answer.CSV),
                Route.post("/api/recalls", this::start),
                Route.get("/api/recalls", request -> Answer.json(new RecallList(recalls.all()))),
                Route.get("/api/recalls/{id}", this::recall)
                        .parameters("format", Query.PER_PAGE, Query.NEXT_PAGE_TOKEN)
                        .produces(Answer.JSON, Answer.CSV));
    }

    /** What {@code GET /api/recalls} answers. */
    public record RecallList(List<Recall> recalls) {}

    /** What {@code POST /api/recalls} takes. */
    public record RecallRequest(String name, String reason, RecallCondition condition) {}

    /** What {@code GET /api/recalls/{id}} answers. */
    public record RecallDetail(Recall recall, RecallScope scope) {}

    private Answer scope(Request request) {
        Query query = request.query();
        RecallCondition condition = new RecallCondition(
                        query.text("componentLot"),
                        query.text("productLot"),
                        query.text("product"),
                        query.text("plant"),
                        query.text("line"),
                        query.time("madeFrom"),
                        query.time("madeUntil"))
                .canonical((name, parser) -> query.requiredParsed(name, text -> parser.get()));
        Optional<Whereabouts> only = query.choice("whereabouts", Whereabouts.class);
        boolean csv = isCsv(query);
        return answer(request, csv, only, condition, () -> recalls.scope(condition), scope -> scope);
    }

    private Answer recall(Request request) {
        Recall recall = request.path("id", RecallRoutes::uuid)
                .flatMap(recalls::recall)
                .orElseThrow(() -> new Refusal(Problem.notFound("unknown-recall", "There is no such recall.")
                        .parameter("id")
                        .expected("the id of a recall; GET /api/recalls lists them")));
        return answer(
                request,
                isCsv(request.query()),
                Optional.empty(),
                recall.condition(),
                () -> recalls.scope(recall),
                scope -> new RecallDetail(recall, scope));
    }

    private Answer start(Request request) {
        RecallRequest body = request.json(RecallRequest.class);
        RecallCondition condition =
                body.condition().canonical((name, parser) -> Request.at("/condition/" + name, parser));
        Recall recall = recalls.start(text("/name", body.name(), 200), text("/reason", body.reason(), 2000), condition);
        return Answer.created("/api/recalls/" + recall.id(), recall);
    }

    private Answer answer(
            Request request,
            boolean csv,
            Optional<Whereabouts> only,
            RecallCondition condition,
            Supplier<Scope> question,
            java.util.function.Function<RecallScope, Object> shape) {
        long started = System.nanoTime();
        Scope scope = question.get();
        List<Scope.Member> listed = scope.members().stream()
                .filter(member -> only.isEmpty() || only.get() == member.whereabouts())
                .toList();
        if (csv) {
            return table(listed);
        }
        Query query = request.query();
        String after = query.pageToken(1).map(token -> token.keys().getFirst()).orElse("");
        List<Scope.Member> rest = listed.stream()
                .filter(member -> member.unit().compareTo(after) > 0)
                .limit(query.perPage() + 1L)
                .toList();
        List<Scope.Member> page = rest.subList(0, Math.min(rest.size(), query.perPage()));
        Optional<PageToken> next = rest.size() > page.size()
                ? Optional.of(PageToken.after(page.getLast().unit()))
                : Optional.empty();
        int units = scope.members().size();
        RecallScope answer = new RecallScope(
                condition,
                scope.sentence(),
                units,
                scope.located(),
                units == 0 ? 0 : (double) scope.located() / units,
                scope.byWhereabouts(),
                scope.byPlace(),
                scope.wholeLotUnits(),
                (System.nanoTime() - started) / 1_000_000,
                rows(page),
                next.map(PageToken::toString).orElse(null));
        return Answer.json(shape.apply(answer)).next(request, next);
    }

    private List<RecalledUnit> rows(List<Scope.Member> members) {
        Map<Long, String> eventIDs = ledger.eventIDs(members.stream()
                .filter(member -> member.located() != null)
                .map(member -> member.located().lastRecordNo())
                .toList());
        return members.stream().map(member -> row(member, eventIDs)).toList();
    }

    private RecalledUnit row(Scope.Member member, Map<Long, String> eventIDs) {
        Identifier identifier = Identifier.of(member.unit());
        var made = member.made();
        var located = member.located();
        return new RecalledUnit(
                member.unit(),
                identifier.text(),
                identifier
                        .gtin()
                        .map(gtin ->
                                new ProductName(gtin, masterData.product(gtin).name()))
                        .orElse(null),
                identifier.serial().orElse(null),
                made == null ? null : made.lot(),
                member.componentLots(),
                made == null ? null : made.at(),
                made == null ? null : made.line(),
                member.whereabouts(),
                member.location(),
                located == null ? null : located.since(),
                located == null || located.containers().isEmpty()
                        ? null
                        : located.containers().getLast(),
                located == null ? null : eventIDs.get(located.lastRecordNo()));
    }

    private Answer table(List<Scope.Member> members) {
        return Answer.csv("recall-scope.csv", csv -> {
            csv.row(
                    "unit",
                    "product",
                    "serial",
                    "lot",
                    "component_lots",
                    "made_at",
                    "line",
                    "whereabouts",
                    "place",
                    "place_name",
                    "country",
                    "since",
                    "container");
            for (RecalledUnit unit :
                    members.stream().map(member -> row(member, Map.of())).toList()) {
                csv.row(
                        unit.epc(),
                        unit.product() == null ? null : unit.product().name(),
                        unit.serial(),
                        unit.lot(),
                        String.join(" ", unit.componentLots()),
                        unit.madeAt(),
                        unit.line(),
                        unit.whereabouts().name().toLowerCase(java.util.Locale.ROOT),
                        unit.location() == null ? null : unit.location().id(),
                        unit.location() == null ? null : unit.location().name(),
                        unit.location() == null
                                ? null
                                : unit.location().country().orElse(null),
                        unit.since(),
                        unit.container());
            }
        });
    }

    private static boolean isCsv(Query query) {
        return query.choice("format", List.of("json", "csv")).orElse("json").equals("csv");
    }

    private static String text(String pointer, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new Refusal(
                    Problem.malformed("wrong-length", "This text has %d characters.".formatted(value.length()))
                            .at(pointer)
                            .expected("1 to %d characters, not only spaces".formatted(most)));
        }
        return value.strip();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
