package dev.touchstone.verify;

import static dev.touchstone.verify.Verdict.Outcome.ALREADY_SOLD;
import static dev.touchstone.verify.Verdict.Outcome.DECOMMISSIONED;
import static dev.touchstone.verify.Verdict.Outcome.EXPIRED;
import static dev.touchstone.verify.Verdict.Outcome.NOT_COMMISSIONED;
import static dev.touchstone.verify.Verdict.Outcome.RECALLED;
import static dev.touchstone.verify.Verdict.Outcome.SUSPICIOUS;
import static dev.touchstone.verify.Verdict.Outcome.UNKNOWN;
import static dev.touchstone.verify.Verdict.Outcome.UNREADABLE;
import static dev.touchstone.verify.Verdict.Outcome.VALID;
import static dev.touchstone.verify.Verdict.Weight.ATTENTION;
import static dev.touchstone.verify.Verdict.Weight.BAD;
import static dev.touchstone.verify.Verdict.Weight.GOOD;

import dev.touchstone.verify.Verdict.Outcome;
import dev.touchstone.verify.Verdict.Weight;

/**
 * What can be found out about a scanned code: the outcome that it argues for, and its weight. A verdict lists all that was
 * found; its outcome is the gravest among them, by the order of {@link Outcome}.
 */
enum Finding {
    UNREADABLE_CODE("unreadable", UNREADABLE, BAD),
    NO_SERIAL("noSerial", UNREADABLE, ATTENTION),
    UNKNOWN_CODE("unknownCode", UNKNOWN, BAD),
    NEVER_ISSUED("neverIssued", UNKNOWN, BAD),
    RECALLED_UNIT("recalled", RECALLED, BAD),
    IMPOSSIBLE_TRAVEL("impossibleTravel", SUSPICIOUS, BAD),
    LOT_DIFFERS("lotDiffers", SUSPICIOUS, BAD),
    EXPIRY_DIFFERS("expiryDiffers", SUSPICIOUS, BAD),
    SOLD_AGAIN("soldAgain", SUSPICIOUS, BAD),
    UNISSUED("neverIssued", SUSPICIOUS, BAD),
    STOLEN("stolen", SUSPICIOUS, BAD),
    DESTROYED("destroyed", DECOMMISSIONED, BAD),
    TAKEN_OUT_OF_USE("decommissioned", DECOMMISSIONED, BAD),
    CONSUMED("consumed", DECOMMISSIONED, BAD),
    PAST_EXPIRY("expired", EXPIRED, BAD),
    ISSUED_ONLY("issuedOnly", NOT_COMMISSIONED, ATTENTION),
    NEVER_ACTIVATED("neverActivated", NOT_COMMISSIONED, ATTENTION),
    SOLD("sold", ALREADY_SOLD, ATTENTION),
    DIVERTED("diverted", VALID, ATTENTION),
    CONTRADICTION("contradiction", VALID, ATTENTION),
    RETURNED("returned", VALID, ATTENTION),
    MANY_SCANS("manyScans", VALID, ATTENTION),
    SCANNED_BEFORE("scannedBefore", VALID, ATTENTION),
    ACTIVATED("activated", VALID, GOOD),
    EARLIER_SCANS("earlierScans", VALID, GOOD);

    private final String code;
    private final Outcome outcome;
    private final Weight weight;

    Finding(String code, Outcome outcome, Weight weight) {
        this.code = code;
        this.outcome = outcome;
        this.weight = weight;
    }

    String code() {
        return code;
    }

    Outcome outcome() {
        return outcome;
    }

    Weight weight() {
        return weight;
    }
}
