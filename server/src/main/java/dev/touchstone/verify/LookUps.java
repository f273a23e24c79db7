package dev.touchstone.verify;

import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.http.Request;
import java.time.InstantSource;
import java.util.Map;

/** Keeps look-ups by everybody from becoming a way to guess codes, and counts each visit once. Remembers addresses in memory alone. */
public final class LookUps {

    private static final int AT_ONCE = 60;
    private static final double PER_SECOND = 1;
    private static final double PER_TEN_MINUTES = 1.0 / 600;

    private final RateLimit askers;
    private final RateLimit visits;

    public LookUps(InstantSource clock) {
        this.askers = new RateLimit(AT_ONCE, PER_SECOND, clock);
        this.visits = new RateLimit(1, PER_TEN_MINUTES, clock);
    }

    /** @throws Refusal when the address asks too often */
    void admit(Request request) {
        if (!askers.admits(request.address())) {
            throw new Refusal(
                    Problem.tooManyRequests("Too many look-ups came from this address.")
                            .expected("%d at once, then one each second".formatted(AT_ONCE)),
                    Map.of("Retry-After", "1"));
        }
    }

    /** Whether a look-up is a visit: not the page loaded again, and not one that a browser makes in advance. */
    boolean isVisit(Request request, String code) {
        boolean inAdvance = request.header("Sec-Purpose")
                .or(() -> request.header("Purpose"))
                .isPresent();
        return !request.isHead() && !inAdvance && visits.admits(request.address() + " " + code);
    }
}
