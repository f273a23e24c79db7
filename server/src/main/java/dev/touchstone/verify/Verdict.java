package dev.touchstone.verify;

import dev.touchstone.http.Problem;
import dev.touchstone.trace.Identifier;
import dev.touchstone.trace.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a scanned code, and why.
 *
 * @param sentence the outcome in one sentence
 * @param reasons all that was found, the gravest first
 * @param identifier what the code names; empty where it could not be read
 * @param unit the thing of that name; empty where the log does not know it
 * @param problem why the code could not be read
 * @param earlierScans scans of the code in the scan log
 * @param firstActivatedAt when, by the log, the unit was made
 */
public record Verdict(
        Outcome verdict,
        String sentence,
        List<Reason> reasons,
        Optional<Identifier> identifier,
        Optional<Unit> unit,
        Optional<Problem> problem,
        int earlierScans,
        Optional<Instant> firstActivatedAt) {

    /** As much of it as everybody may know: no places below the city, no containers, no ids of events. */
    Verdict forEverybody() {
        List<Reason> told = reasons.stream()
                .map(reason -> new Reason(reason.code(), reason.text(), reason.weight(), List.of()))
                .toList();
        return new Verdict(
                verdict, sentence, told, identifier, Optional.empty(), problem, earlierScans, firstActivatedAt);
    }

    /**
     * The outcomes, the gravest first: of several that apply, the first one is the verdict.
     *
     * <p>A code that cannot be read, or that nobody has ever heard of, has no life of which more could be said. A recall is a known
     * danger with a known remedy and comes before every doubt about the code; doubt comes before a state, which may be that of the
     * original rather than that of the thing in hand; what may not be used at all comes before what may only not be sold again.
     */
    public enum Outcome {
        UNREADABLE,
        UNKNOWN,
        RECALLED,
        SUSPICIOUS,
        DECOMMISSIONED,
        EXPIRED,
        NOT_COMMISSIONED,
        ALREADY_SOLD,
        VALID
    }

    /** How a reason counts for the holder of the thing. */
    public enum Weight {
        BAD,
        ATTENTION,
        GOOD
    }

    /**
     * One thing that was found.
     *
     * @param code stable name of the finding
     * @param text one sentence for people; names places by city and country only
     * @param eventIDs the events that prove it; none where it does not rest on events
     */
    public record Reason(String code, String text, Weight weight, List<String> eventIDs) {}
}
