package dev.touchstone.verify;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import java.util.List;
import java.util.Map;

/** Verdicts, scans and cases by HTTP. */
public final class VerifyRoutes implements Routes {

    private final Verification verification;
    private final Cases cases;
    private final LookUps lookUps;

    public VerifyRoutes(Verification verification, Cases cases, LookUps lookUps) {
        this.verification = verification;
        this.cases = cases;
        this.lookUps = lookUps;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/verify", this::verify).parameters("scan", "asOf"),
                Route.post("/api/scans", this::record),
                Route.get("/api/cases", this::cases).parameters("kind", "since", "until"));
    }

    private Answer verify(Request request) {
        String scan = request.query().requiredText("scan");
        return Answer.json(verification.verdict(scan, request.query().time("asOf")));
    }

    private Answer record(Request request) {
        lookUps.admit(request);
        return Answer.json(verification.record(request.json(ScanReport.class)));
    }

    private Answer cases(Request request) {
        return Answer.json(Map.of(
                "cases",
                cases.list(
                        request.query().choice("kind", CaseKind.class),
                        request.query().time("since"),
                        request.query().time("until"))));
    }
}
