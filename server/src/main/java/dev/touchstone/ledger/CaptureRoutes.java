package dev.touchstone.ledger;

import dev.touchstone.http.Answer;
import dev.touchstone.http.PageToken;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How events come in: {@code /epcis/capture}. */
public final class CaptureRoutes implements Routes {
    private static final String JOBS = "/epcis/capture";

    private final Ledger ledger;

    public CaptureRoutes(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(JOBS, this::capture).consumes(Answer.JSON, "application/ld+json"),
                Route.get(JOBS, this::jobs).parameters(Query.PER_PAGE, Query.NEXT_PAGE_TOKEN),
                Route.options(JOBS, this::options),
                Route.get(JOBS + "/{captureID}", this::job));
    }

    @Override
    public String problemType(Problem problem) {
        return EpcisHeaders.problemType(problem);
    }

    /** A capture job as the interface shows it. A job that exists has succeeded: what fails leaves none. */
    private record JobAnswer(
            UUID captureID,
            Instant createdAt,
            Instant finishedAt,
            boolean running,
            boolean success,
            String captureErrorBehaviour,
            int events,
            int duplicates) {

        static JobAnswer of(CaptureJob job) {
            return new JobAnswer(
                    job.captureId(),
                    job.createdAt(),
                    job.finishedAt(),
                    false,
                    true,
                    "rollback",
                    job.events(),
                    job.duplicates());
        }
    }

    private Answer capture(Request request) {
        EpcisHeaders.check(request);
        CaptureJob job = ledger.capture(request.body(ledger.limits().maxBytes()));
        return EpcisHeaders.on(
                Answer.json(JobAnswer.of(job)).status(202).header("Location", JOBS + "/" + job.captureId()));
    }

    private Answer jobs(Request request) {
        EpcisHeaders.check(request);
        int perPage = request.query().perPage();
        List<CaptureJob> found =
                ledger.store().jobs(request.query().pageToken(2).map(CaptureRoutes::place), perPage + 1);
        List<CaptureJob> page = found.subList(0, Math.min(perPage, found.size()));
        Optional<PageToken> next = found.size() > perPage
                ? Optional.of(PageToken.after(
                        page.getLast().createdAt(), page.getLast().captureId()))
                : Optional.empty();
        return EpcisHeaders.on(
                Answer.json(page.stream().map(JobAnswer::of).toList()).next(request, next));
    }

    private static CaptureJob place(PageToken token) {
        return EpcisHeaders.fromToken(() -> new CaptureJob(
                UUID.fromString(token.keys().get(1)), Instant.parse(token.keys().get(0)), Instant.EPOCH, 0, 0));
    }

    private Answer job(Request request) {
        EpcisHeaders.check(request);
        String text = request.path("captureID");
        return uuid(text)
                .flatMap(ledger.store()::job)
                .map(job -> EpcisHeaders.on(Answer.json(JobAnswer.of(job))))
                .orElseThrow(() ->
                        new Refusal(Problem.notFound("no-such-capture", "There is no capture job %s.".formatted(text))
                                .parameter("captureID")
                                .expected("the captureID of a capture that was accepted")));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }

    private Answer options(Request request) {
        return EpcisHeaders.options("GET, POST, OPTIONS")
                .header(
                        "GS1-EPCIS-Capture-Limit",
                        Integer.toString(ledger.limits().maxEvents()))
                .header(
                        "GS1-EPCIS-Capture-File-Size-Limit",
                        Long.toString(ledger.limits().maxBytes()))
                .header("GS1-Capture-Error-Behaviour", "rollback");
    }
}
