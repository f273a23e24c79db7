package dev.touchstone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.serial.Serials.Origin;
import dev.touchstone.trace.ItemState;
import dev.touchstone.verify.Evidence.Contradiction;
import dev.touchstone.verify.Evidence.Fact;
import dev.touchstone.verify.Evidence.Label;
import dev.touchstone.verify.Evidence.Life;
import dev.touchstone.verify.Evidence.Scans;
import dev.touchstone.verify.Judge.Judgement;
import dev.touchstone.verify.Verdict.Outcome;
import dev.touchstone.verify.Verdict.Reason;
import dev.touchstone.verify.Verdict.Weight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-10-01T10:00:00Z");

    /** What can be known, each by a word; a line of the table is what is known of one unit. */
    private enum Known {
        RECALLED,
        STOLEN,
        JUMP,
        DIVERTED,
        SOLD,
        SOLD_AGAIN,
        ODD,
        RETURNED,
        CONSUMED,
        DECOMMISSIONED,
        DESTROYED,
        EXPIRED,
        DECLARED_EXPIRED,
        LABEL_EXPIRED,
        LABEL_LOT,
        LABEL_OTHER_LOT,
        LABEL_OTHER_EXPIRY,
        SEEN_ONLY,
        UNKNOWN,
        ISSUED,
        NEVER_ISSUED,
        SCANNED,
        SCANNED_OFTEN
    }

    @ParameterizedTest
    @CsvSource({
        "'',                               VALID,            activated earlierScans",
        "SCANNED,                          VALID,            activated earlierScans",
        "SCANNED_OFTEN,                    VALID,            activated manyScans",
        "ISSUED,                           VALID,            activated earlierScans",
        // A unit made elsewhere may have a serial of the same form
        "NEVER_ISSUED,                     VALID,            activated earlierScans",
        "DIVERTED,                         VALID,            activated diverted earlierScans",
        "ODD,                              VALID,            activated contradiction earlierScans",
        "RETURNED,                         VALID,            activated returned earlierScans",
        "LABEL_LOT,                        VALID,            activated earlierScans",
        "SOLD,                             ALREADY_SOLD,     activated sold earlierScans",
        "SOLD DIVERTED,                    ALREADY_SOLD,     activated sold diverted earlierScans",
        "SEEN_ONLY,                        NOT_COMMISSIONED, neverActivated earlierScans",
        "SEEN_ONLY SOLD,                   NOT_COMMISSIONED, neverActivated sold earlierScans",
        "SEEN_ONLY NEVER_ISSUED,           SUSPICIOUS,       neverActivated neverIssued earlierScans",
        "UNKNOWN ISSUED,                   NOT_COMMISSIONED, issuedOnly",
        "EXPIRED,                          EXPIRED,          activated expired earlierScans",
        "DECLARED_EXPIRED,                 EXPIRED,          activated expired earlierScans",
        "LABEL_EXPIRED,                    EXPIRED,          activated expired earlierScans",
        "EXPIRED SOLD,                     EXPIRED,          activated expired sold earlierScans",
        "DECOMMISSIONED,                   DECOMMISSIONED,   activated decommissioned earlierScans",
        "DESTROYED,                        DECOMMISSIONED,   activated destroyed earlierScans",
        "CONSUMED,                         DECOMMISSIONED,   activated consumed earlierScans",
        "DECOMMISSIONED EXPIRED,           DECOMMISSIONED,   activated decommissioned expired earlierScans",
        "JUMP,                             SUSPICIOUS,       activated impossibleTravel earlierScans",
        "JUMP SOLD,                        SUSPICIOUS,       activated impossibleTravel sold earlierScans",
        "JUMP DECOMMISSIONED,              SUSPICIOUS,       activated impossibleTravel decommissioned earlierScans",
        "LABEL_OTHER_LOT,                  SUSPICIOUS,       activated lotDiffers earlierScans",
        "LABEL_OTHER_EXPIRY,               SUSPICIOUS,       activated expiryDiffers earlierScans",
        "SOLD SOLD_AGAIN,                  SUSPICIOUS,       activated soldAgain sold earlierScans",
        "STOLEN,                           SUSPICIOUS,       activated stolen earlierScans",
        "RECALLED,                         RECALLED,         activated recalled earlierScans",
        "RECALLED SOLD,                    RECALLED,         activated recalled sold earlierScans",
        "RECALLED JUMP,                    RECALLED,         activated recalled impossibleTravel earlierScans",
        "RECALLED DESTROYED EXPIRED,       RECALLED,         activated recalled destroyed expired earlierScans",
        "UNKNOWN,                          UNKNOWN,          unknownCode",
        "UNKNOWN SCANNED,                  UNKNOWN,          unknownCode scannedBefore",
        "UNKNOWN NEVER_ISSUED,             UNKNOWN,          neverIssued",
        "UNKNOWN JUMP SCANNED_OFTEN,       UNKNOWN,          unknownCode impossibleTravel scannedBefore",
        "UNKNOWN LABEL_EXPIRED,            UNKNOWN,          unknownCode expired"
    })
    void aLifeHasItsVerdictAndAllItsReasons(String known, Outcome outcome, String reasons) {
        Judgement judgement = Judge.judge(evidence(known));

        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.reasons()).extracting(Reason::code).containsExactlyInAnyOrder(reasons.split(" "));
    }

    @Test
    void reasonsAreGravestFirstAndCiteTheirEvents() {
        List<Reason> reasons =
                Judge.judge(evidence("RECALLED JUMP SOLD DIVERTED ODD")).reasons();

        assertThat(reasons).extracting(Reason::weight).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(reasons)
                .filteredOn(reason -> !reason.code().equals("earlierScans"))
                .allSatisfy(reason -> assertThat(reason.eventIDs()).isNotEmpty());
    }

    @Test
    void aValidCodeIsCalledValidAndNeverGenuine() {
        assertThat(plain(Judge.judge(evidence("SCANNED")).sentence()))
                .isEqualTo("This code is valid: first activated on 1 September 2026, 3 earlier scans.");
        for (Known known : Known.values()) {
            Judgement judgement = Judge.judge(evidence(known.name()));
            assertThat(judgement.sentence() + judgement.reasons()).doesNotContainIgnoringCase("genuine");
        }
    }

    @Test
    void reasonsSayWhatWasFound() {
        assertThat(textOf("JUMP", "impossibleTravel"))
                .isEqualTo(
                        "Seen in Madrid, Spain on 12 September 2026, 10:00 UTC and in Warsaw, Poland on 12 September 2026, 11:00 UTC: 2 290 km apart, which no single unit can have travelled in that time.");
        assertThat(textOf("DIVERTED", "diverted"))
                .isEqualTo("Sent to France, but arrived in Poland on 13 September 2026.");
        assertThat(textOf("SOLD", "sold")).isEqualTo("Sold on 20 September 2026 in Lyon, France.");
        assertThat(textOf("LABEL_OTHER_LOT", "lotDiffers"))
                .as("tells a forger nothing of the true lot")
                .isEqualTo("The label says lot X9; this unit was made in another lot.");
    }

    private static String textOf(String known, String code) {
        return plain(Judge.judge(evidence(known)).reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow()
                .text());
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void theLastDayOfAUnitIsStillItsOwn() {
        Evidence onItsDay =
                with(evidence(""), NOW.atZone(java.time.ZoneOffset.UTC).toLocalDate());
        Evidence afterIt = with(evidence(""), LocalDate.parse("2026-09-30"));
        assertThat(Judge.judge(onItsDay).outcome()).isEqualTo(Outcome.VALID);
        assertThat(Judge.judge(afterIt).outcome()).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void theWeightOfAFindingFitsWhatItArguesFor() {
        for (Finding finding : Finding.values()) {
            if (finding.weight() == Weight.GOOD) {
                assertThat(finding.outcome()).isEqualTo(Outcome.VALID);
            }
        }
        assertThat(Arrays.stream(Finding.values()).map(Finding::outcome))
                .as("the order of findings is that of their outcomes")
                .isSorted();
    }

    private static Evidence evidence(String words) {
        List<Known> known = words.isBlank()
                ? List.of()
                : Arrays.stream(words.split(" ")).map(Known::valueOf).toList();
        Scans scans = new Scans(
                known.contains(Known.SCANNED) ? 3 : known.contains(Known.SCANNED_OFTEN) ? 30 : 0,
                known.contains(Known.SCANNED) || known.contains(Known.SCANNED_OFTEN)
                        ? Optional.of(NOW.minusSeconds(3600))
                        : Optional.empty());
        return new Evidence(
                label(known),
                known.contains(Known.ISSUED)
                        ? Origin.ISSUED
                        : known.contains(Known.NEVER_ISSUED) ? Origin.NEVER_ISSUED : Origin.ELSEWHERE,
                known.contains(Known.UNKNOWN) ? Optional.empty() : Optional.of(life(known)),
                known.contains(Known.JUMP)
                        ? Travel.jumps(List.of(
                                TestPassings.at(Instant.parse("2026-09-12T10:00:00Z"), "Madrid"),
                                TestPassings.at(Instant.parse("2026-09-12T11:00:00Z"), "Warsaw")))
                        : List.of(),
                known.contains(Known.DIVERTED)
                        ? List.of(new Diversion(
                                TestPassings.event(Instant.parse("2026-09-10T10:00:00Z"), "Hamburg", "shipping", "FR"),
                                TestPassings.event(Instant.parse("2026-09-13T10:00:00Z"), "Warsaw", "receiving", null)))
                        : List.of(),
                scans,
                NOW);
    }

    private static Label label(List<Known> known) {
        Optional<String> lot = known.contains(Known.LABEL_LOT)
                ? Optional.of("L1")
                : known.contains(Known.LABEL_OTHER_LOT) ? Optional.of("X9") : Optional.empty();
        Optional<LocalDate> expiry = known.contains(Known.LABEL_OTHER_EXPIRY)
                ? Optional.of(LocalDate.parse("2029-01-31"))
                : known.contains(Known.LABEL_EXPIRED) ? Optional.of(LocalDate.parse("2026-01-31")) : Optional.empty();
        return new Label(lot, expiry);
    }

    private static Life life(List<Known> known) {
        ItemState state = known.contains(Known.SEEN_ONLY) ? ItemState.OBSERVED : ItemState.ACTIVE;
        Optional<Fact> since = Optional.empty();
        for (ItemState later : List.of(
                ItemState.SOLD,
                ItemState.RETURNED,
                ItemState.CONSUMED,
                ItemState.DECOMMISSIONED,
                ItemState.DESTROYED)) {
            if (known.contains(Known.valueOf(later.name()))) {
                state = later;
                since = Optional.of(fact("2026-09-20"));
            }
        }
        Optional<LocalDate> expiry = known.contains(Known.LABEL_EXPIRED)
                ? Optional.empty()
                : Optional.of(LocalDate.parse(known.contains(Known.EXPIRED) ? "2026-09-30" : "2028-09-30"));
        List<Contradiction> contradictions = new ArrayList<>();
        if (known.contains(Known.SOLD_AGAIN)) {
            contradictions.add(new Contradiction(fact("2026-09-21"), "It was sold a second time.", true));
        }
        if (known.contains(Known.ODD)) {
            contradictions.add(new Contradiction(fact("2026-09-22"), "It was commissioned a second time.", false));
        }
        return new Life(
                state,
                since,
                known.contains(Known.SEEN_ONLY) ? Optional.empty() : Optional.of(fact("2026-09-01")),
                when(known, Known.RECALLED),
                when(known, Known.STOLEN),
                when(known, Known.DECLARED_EXPIRED),
                Optional.of("L1"),
                expiry,
                contradictions);
    }

    private static Optional<Fact> when(List<Known> known, Known one) {
        return known.contains(one) ? Optional.of(fact("2026-09-25")) : Optional.empty();
    }

    private static Fact fact(String day) {
        return new Fact(Instant.parse(day + "T09:00:00Z"), Optional.of("Lyon, France"), "urn:event:" + day);
    }

    private static Evidence with(Evidence evidence, LocalDate expiry) {
        Life life = evidence.life().orElseThrow();
        Life other = new Life(
                life.state(),
                life.since(),
                life.activated(),
                life.recalled(),
                life.stolen(),
                life.expired(),
                life.lot(),
                Optional.of(expiry),
                life.contradictions());
        return new Evidence(
                evidence.label(),
                evidence.origin(),
                Optional.of(other),
                evidence.jumps(),
                evidence.diversions(),
                evidence.scans(),
                evidence.now());
    }
}
