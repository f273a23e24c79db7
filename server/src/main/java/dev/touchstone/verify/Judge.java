package dev.touchstone.verify;

import dev.touchstone.serial.Serials.Origin;
import dev.touchstone.verify.Evidence.Contradiction;
import dev.touchstone.verify.Evidence.Fact;
import dev.touchstone.verify.Evidence.Life;
import dev.touchstone.verify.Travel.Jump;
import dev.touchstone.verify.Verdict.Outcome;
import dev.touchstone.verify.Verdict.Reason;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Weighs what is known of a unit: a pure function from {@link Evidence} to outcome, sentence and reasons. */
final class Judge {

    /** More scans than the holders of one unit usually make. */
    private static final int MANY_SCANS = 20;

    private record Found(Finding finding, Reason reason) {}

    /** Outcome, sentence and reasons of a verdict. */
    record Judgement(Outcome outcome, String sentence, List<Reason> reasons) {}

    private final Evidence evidence;
    private final List<Found> found = new ArrayList<>();

    private Judge(Evidence evidence) {
        this.evidence = evidence;
    }

    static Judgement judge(Evidence evidence) {
        Judge judge = new Judge(evidence);
        evidence.life().ifPresentOrElse(judge::life, judge::withoutLife);
        judge.label();
        judge.expiry();
        judge.places();
        judge.scans();
        judge.found.sort(Comparator.comparing(Found::finding));
        Finding gravest = judge.found.getFirst().finding();
        return new Judgement(
                gravest.outcome(),
                judge.sentence(gravest),
                judge.found.stream().map(Found::reason).toList());
    }

    private void withoutLife() {
        switch (evidence.origin()) {
            case ISSUED ->
                add(
                        Finding.ISSUED_ONLY,
                        "The serial number was given out, but no event says that a unit was made with it.");
            case NEVER_ISSUED ->
                add(Finding.NEVER_ISSUED, "Serial numbers of this product are given out here, and this one never was.");
            case ELSEWHERE -> add(Finding.UNKNOWN_CODE, "No event names this code.");
        }
    }

    private void life(Life life) {
        life.activated()
                .ifPresentOrElse(
                        made -> add(
                                Finding.ACTIVATED,
                                "First activated on %s%s.".formatted(Words.day(made.at()), Words.in(made.place())),
                                made),
                        () -> add(
                                Finding.NEVER_ACTIVATED,
                                "The code has been seen, but no event says that a unit was made with it."));
        if (evidence.origin() == Origin.NEVER_ISSUED && life.activated().isEmpty()) {
            add(Finding.UNISSUED, "Serial numbers of this product are given out here, and this one never was.");
        }
        life.recalled()
                .ifPresent(fact -> add(Finding.RECALLED_UNIT, "Recalled on %s.".formatted(Words.day(fact.at())), fact));
        life.stolen()
                .ifPresent(fact -> add(
                        Finding.STOLEN,
                        "Reported stolen on %s%s.".formatted(Words.day(fact.at()), Words.in(fact.place())),
                        fact));
        life.since().ifPresent(fact -> state(life, fact));
        life.contradictions().forEach(this::contradiction);
    }

    private void state(Life life, Fact fact) {
        String when = "on %s%s.".formatted(Words.day(fact.at()), Words.in(fact.place()));
        switch (life.state()) {
            case OBSERVED, ACTIVE -> {}
            case SOLD -> add(Finding.SOLD, "Sold " + when, fact);
            case RETURNED -> add(Finding.RETURNED, "Returned by a customer " + when, fact);
            case CONSUMED -> add(Finding.CONSUMED, "Became part of something else " + when, fact);
            case DECOMMISSIONED -> add(Finding.TAKEN_OUT_OF_USE, "Taken out of use " + when, fact);
            case DESTROYED -> add(Finding.DESTROYED, "Destroyed " + when, fact);
        }
    }

    private void contradiction(Contradiction contradiction) {
        Fact event = contradiction.event();
        add(
                contradiction.soldAgain() ? Finding.SOLD_AGAIN : Finding.CONTRADICTION,
                "%s: %s".formatted(Words.day(event.at()) + Words.in(event.place()), contradiction.why()),
                event);
    }

    private void label() {
        Optional<String> lot = evidence.life().flatMap(Life::lot);
        if (differ(evidence.label().lot(), lot)) {
            add(
                    Finding.LOT_DIFFERS,
                    "The label says lot %s; this unit was made in another lot."
                            .formatted(evidence.label().lot().get()),
                    activation());
        }
        Optional<LocalDate> expiry = evidence.life().flatMap(Life::expiry);
        if (differ(evidence.label().expiry(), expiry)) {
            add(
                    Finding.EXPIRY_DIFFERS,
                    "The label says that it expires on %s; this unit expires on another day."
                            .formatted(Words.day(evidence.label().expiry().get())),
                    activation());
        }
    }

    private void expiry() {
        Optional<Fact> declared = evidence.life().flatMap(Life::expired);
        LocalDate today = evidence.now().atOffset(ZoneOffset.UTC).toLocalDate();
        Optional<LocalDate> past = Stream.concat(
                        evidence.life().flatMap(Life::expiry).stream(), evidence.label().expiry().stream())
                .filter(today::isAfter)
                .min(Comparator.naturalOrder());
        if (past.isPresent()) {
            add(Finding.PAST_EXPIRY, "Expired on %s.".formatted(Words.day(past.get())), activation());
        } else if (declared.isPresent()) {
            add(
                    Finding.PAST_EXPIRY,
                    "Declared expired on %s.".formatted(Words.day(declared.get().at())),
                    declared.get());
        }
    }

    private void places() {
        for (Jump jump : evidence.jumps()) {
            String text = "Seen %s and %s: %s km apart, which no single unit can have travelled in that time."
                    .formatted(seen(jump.from()), seen(jump.to()), Words.number(jump.distanceKm()));
            List<String> eventIDs = Stream.of(jump.from(), jump.to())
                    .flatMap(passing -> passing.eventID().stream())
                    .toList();
            add(Finding.IMPOSSIBLE_TRAVEL, text, eventIDs);
        }
        for (Diversion diversion : evidence.diversions()) {
            String text = "Sent to %s, but arrived in %s on %s."
                    .formatted(
                            Words.country(diversion.sentTo()),
                            Words.country(diversion.arrivedIn()),
                            Words.day(diversion.arrived().at()));
            add(Finding.DIVERTED, text, diversion.eventIDs());
        }
    }

    /** Of a code without a life it is only told that it was scanned, which says nothing good of it. */
    private void scans() {
        int count = evidence.scans().count();
        String text = evidence.scans()
                .last()
                .map(at -> "%s, the last one on %s."
                        .formatted(
                                Words.capital(Words.count(count, "earlier scan", "earlier scans")), Words.minute(at)))
                .orElse("No earlier scans.");
        if (evidence.life().isPresent()) {
            add(count > MANY_SCANS ? Finding.MANY_SCANS : Finding.EARLIER_SCANS, text);
        } else if (count > 0) {
            add(Finding.SCANNED_BEFORE, text);
        }
    }

    /** The outcome in one sentence, from the gravest finding; the reasons tell the rest. */
    private String sentence(Finding gravest) {
        return switch (gravest) {
            case UNREADABLE_CODE, NO_SERIAL -> throw new IllegalStateException("no unit to judge: " + gravest);
            case UNKNOWN_CODE -> "This code is not known here: no unit of this name was ever made or seen.";
            case NEVER_ISSUED -> "This code is not known here: its serial number was never given out.";
            case RECALLED_UNIT -> "This unit is recalled: do not use it, bring it back.";
            case IMPOSSIBLE_TRAVEL ->
                "This code was seen in two places too far apart for the time between, so that at least one of the labels may be a copy.";
            case LOT_DIFFERS, EXPIRY_DIFFERS ->
                "The label does not say what the log says of this unit, so that it may be false.";
            case SOLD_AGAIN ->
                "This unit was sold twice without having come back, so that at least one of the labels may be a copy.";
            case UNISSUED -> "The serial number of this code was never given out, so that the label may be false.";
            case STOLEN -> "This unit was reported stolen.";
            case DESTROYED -> "This unit was destroyed: nothing should carry its code any more.";
            case TAKEN_OUT_OF_USE -> "This code was taken out of use: nothing should carry it any more.";
            case CONSUMED -> "This unit has become part of something else and is no longer a unit of its own.";
            case PAST_EXPIRY -> "This unit is past its expiry date.";
            case ISSUED_ONLY, NEVER_ACTIVATED ->
                "This code has not been activated, so that no unit should carry it yet.";
            case SOLD ->
                "This unit has already been sold. If you bought it, all is well; if it is offered to you as new, ask why.";
            case DIVERTED, CONTRADICTION, RETURNED, MANY_SCANS, SCANNED_BEFORE, EARLIER_SCANS, ACTIVATED ->
                validSentence();
        };
    }

    private String validSentence() {
        String scans = Words.count(evidence.scans().count(), "earlier scan", "earlier scans");
        return evidence.life()
                .flatMap(Life::activated)
                .map(made -> "This code is valid: first activated on %s, %s.".formatted(Words.day(made.at()), scans))
                .orElseThrow();
    }

    private List<String> activation() {
        return evidence.life().flatMap(Life::activated).stream()
                .map(Fact::eventID)
                .toList();
    }

    private static <T> boolean differ(Optional<T> label, Optional<T> log) {
        return label.isPresent() && log.isPresent() && !label.equals(log);
    }

    private static String seen(Passing passing) {
        String place = passing.location()
                .flatMap(Words::place)
                .map(name -> "in " + name)
                .orElse("somewhere");
        return "%s on %s".formatted(place, Words.minute(passing.at()));
    }

    private void add(Finding finding, String text, Fact fact) {
        add(finding, text, List.of(fact.eventID()));
    }

    private void add(Finding finding, String text) {
        add(finding, text, List.of());
    }

    private void add(Finding finding, String text, List<String> eventIDs) {
        found.add(new Found(finding, new Reason(finding.code(), text, finding.weight(), eventIDs)));
    }
}
