package dev.touchstone.verify;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Lgtin;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.identity.Sscc;
import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.masterdata.Product;
import dev.touchstone.trace.Unit;
import dev.touchstone.verify.PublicPage.Row;
import dev.touchstone.verify.PublicPage.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Digital Links of products, lots, units and logistic units: pages for whoever scans one, and JSON for programs. */
public final class PublicRoutes implements Routes {

    /** Any GS1 attribute or other parameter may follow a Digital Link. */
    private static final String ANY_PARAMETER = "{attribute}";

    /** Nothing but our own style sheets is loaded, and nothing runs. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Verification verification;
    private final MasterData masterData;
    private final LookUps lookUps;

    public PublicRoutes(Verification verification, MasterData masterData, LookUps lookUps) {
        this.verification = verification;
        this.masterData = masterData;
        this.lookUps = lookUps;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                link("/01/{gtin}"),
                link("/01/{gtin}/21/{serial}"),
                link("/01/{gtin}/10/{lot}"),
                link("/01/{gtin}/10/{lot}/21/{serial}"),
                link("/00/{sscc}"),
                link("/01/{rest*}"),
                link("/00/{rest*}"));
    }

    private Route link(String path) {
        return Route.get(path, this::answer)
                .parameters(ANY_PARAMETER)
                .produces(Answer.HTML, Answer.JSON)
                .openToAll();
    }

    private Answer answer(Request request) {
        try {
            lookUps.admit(request);
        } catch (Refusal tooOften) {
            return refused(tooOften, "Too many look-ups", request).header("Retry-After", "1");
        }
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        try {
            DigitalLink link = DigitalLink.parse(DigitalLink.CANONICAL_STEM + request.rawPath() + query);
            Key key = link.key().orElseThrow();
            String path = canonicalPath(link);
            return path.equals(request.rawPath())
                    ? answer(key, link, request)
                    : new Answer(301, Map.of("Location", path + query), new Answer.Body.Empty());
        } catch (ProblemException wrong) {
            return refused(new Refusal(Verification.problem(wrong.problem())), "Not a GS1 Digital Link", request);
        }
    }

    private static String canonicalPath(DigitalLink link) {
        String path = new DigitalLink(link.stem(), link.path(), List.of(), Map.of()).toString();
        return path.substring(link.stem().length());
    }

    private Answer answer(Key key, DigitalLink link, Request request) {
        boolean asJson = request.accepted().equals(Answer.JSON);
        return switch (key) {
            case Gtin gtin
            when !asJson ->
                page(
                        PublicPage.kind(
                                subject(gtin.digits(), List.of(Row.code("GTIN", gtin.digits()))),
                                "Product code",
                                "This code names a kind of product, not one unit of it. To check a unit, scan the square code that carries its serial number."));
            case Lgtin lot
            when !asJson ->
                page(
                        PublicPage.kind(
                                subject(
                                        lot.gtin().digits(),
                                        List.of(Row.code("GTIN", lot.gtin().digits()), Row.fact("Lot", lot.lot()))),
                                "Lot code",
                                "This code names a lot of a product, not one unit of it. To check a unit, scan the square code that carries its serial number."));
            default -> {
                String scan = link.toString();
                Verdict verdict = lookUps.isVisit(request, key.canonical())
                        ? verification.visit(scan)
                        : verification.verdict(scan, Optional.empty());
                yield asJson
                        ? Answer.json(verdict.forEverybody())
                        : page(PublicPage.verdict(subject(key, verdict), verdict));
            }
        };
    }

    private Subject subject(Key key, Verdict verdict) {
        List<Row> rows = new ArrayList<>();
        Optional<Unit> unit = verdict.unit();
        if (key instanceof Sgtin product) {
            rows.add(Row.code("GTIN", product.gtin().digits()));
            rows.add(Row.code("Serial number", product.serial()));
            unit.flatMap(Unit::lot).ifPresent(lot -> rows.add(Row.fact("Lot", lot)));
            unit.flatMap(Unit::expiry).ifPresent(date -> rows.add(Row.fact("Expires", Words.day(date))));
            unit.flatMap(Unit::plant)
                    .flatMap(Location::country)
                    .ifPresent(country -> rows.add(Row.fact("Made in", Words.country(country))));
        } else {
            rows.add(Row.code(key.scheme().title(), key.primary()));
        }
        verdict.firstActivatedAt().ifPresent(at -> rows.add(Row.fact("First activated", Words.day(at))));
        return key instanceof Sgtin product
                ? subject(product.gtin().digits(), rows)
                : new Subject(
                        key instanceof Sscc ? "Logistic unit" : key.scheme().title(), Optional.empty(), rows);
    }

    private Subject subject(String gtin, List<Row> rows) {
        Product product = masterData.product(gtin);
        String name = product.name().equals(gtin) ? "Product " + gtin : product.name();
        return new Subject(name, product.brand(), rows);
    }

    private static Answer page(String page) {
        return Answer.html(page)
                .header("Content-Security-Policy", PAGE_POLICY)
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store");
    }

    private static Answer refused(Refusal refusal, String word, Request request) {
        if (request.accepted().equals(Answer.JSON)) {
            throw refusal;
        }
        Problem problem = refusal.problem();
        return page(PublicPage.refused(word, problem.detail(), problem.expected()))
                .status(problem.status());
    }
}
