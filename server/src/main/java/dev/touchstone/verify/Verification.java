package dev.touchstone.verify;

import dev.touchstone.http.Problem;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Scan;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.serial.Serials;
import dev.touchstone.serial.Serials.Origin;
import dev.touchstone.trace.Identifier;
import dev.touchstone.trace.Trace;
import dev.touchstone.trace.UnitTrace;
import dev.touchstone.verify.Evidence.Fact;
import dev.touchstone.verify.Evidence.Label;
import dev.touchstone.verify.Evidence.Life;
import dev.touchstone.verify.Evidence.Scans;
import dev.touchstone.verify.Judge.Judgement;
import dev.touchstone.verify.Verdict.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Verdicts on scanned codes, and the scan log. Thread-safe. */
public final class Verification {

    private final Jdbi jdbi;
    private final Trace trace;
    private final MasterData masterData;
    private final Serials serials;
    private final Cases cases;
    private final CompanyPrefixes prefixes;
    private final InstantSource clock;
    private final PassingStore passings;

    public Verification(
            Jdbi jdbi,
            Trace trace,
            MasterData masterData,
            Serials serials,
            Cases cases,
            CompanyPrefixes prefixes,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.trace = trace;
        this.masterData = masterData;
        this.serials = serials;
        this.cases = cases;
        this.prefixes = prefixes;
        this.clock = clock;
        this.passings = new PassingStore(masterData);
    }

    /** What a code names, and what it says beside; {@code unit} where it is a unit of a product. */
    private record Code(Identifier identifier, Optional<Sgtin> unit, Label label) {
        String epc() {
            return identifier.epc();
        }
    }

    /** What a text was found to be: a code of a unit, or a verdict that says why not. */
    private sealed interface Reading {
        record Readable(Code code) implements Reading {}

        record Unreadable(Verdict verdict) implements Reading {}
    }

    /** The verdict on a code; nothing is kept. */
    public Verdict verdict(String scan, Optional<Instant> asOf) {
        Instant now = asOf.orElseGet(clock::instant);
        return switch (read(scan, now)) {
            case Reading.Readable(Code code) ->
                jdbi.withHandle(handle -> judge(code, now, asOf, ScanStore.upTo(now, code.epc(), handle), handle));
            case Reading.Unreadable(Verdict verdict) -> verdict;
        };
    }

    /** The verdict on a code; that it was looked up is kept. */
    Verdict visit(String scan) {
        return keep(scan, Optional.empty());
    }

    /** The verdict on a code; the scan is kept and counts as a sighting where it says where it was made. */
    Verdict record(ScanReport report) {
        return keep(report.scan(), report.place(masterData));
    }

    private Verdict keep(String scan, Optional<String> place) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (read(scan, now)) {
            case Reading.Readable(Code code) ->
                jdbi.inTransaction(handle -> {
                    Scans earlier = ScanStore.upTo(now, code.epc(), handle);
                    ScanStore.keep(now, code.epc(), place, handle);
                    if (place.isPresent()) {
                        cases.review(code.epc(), handle);
                    }
                    return judge(code, now, Optional.empty(), earlier, handle);
                });
            case Reading.Unreadable(Verdict verdict) -> verdict;
        };
    }

    private Reading read(String text, Instant now) {
        return switch (Scan.parse(text)) {
            case Scan.Identified scan when scan.key().isInstance() -> readable(scan, now);
            case Scan.Identified scan ->
                unreadable(
                        Finding.NO_SERIAL,
                        "This code names a product or a lot, not one unit: scan the code that carries the serial number.",
                        Optional.of(Identifier.of(scan.key(), prefixes)),
                        Optional.empty());
            case Scan.Industry scan ->
                new Reading.Readable(
                        new Code(Identifier.of(scan.identifier().canonical(), prefixes), Optional.empty(), Label.BARE));
            case Scan.Refused refused
            when named(text) ->
                new Reading.Readable(new Code(Identifier.of(text, prefixes), Optional.empty(), Label.BARE));
            case Scan.Refused refused ->
                unreadable(
                        Finding.UNREADABLE_CODE,
                        "This code cannot be read. " + refused.problem().detail(),
                        Optional.empty(),
                        Optional.of(problem(refused.problem())));
        };
    }

    private Reading readable(Scan.Identified scan, Instant now) {
        Key key = scan.key();
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        Label label = new Label(scan.lot(), scan.expiry().map(date -> date.near(year)));
        Optional<Sgtin> unit = key instanceof Sgtin sgtin ? Optional.of(sgtin) : Optional.empty();
        return new Reading.Readable(new Code(Identifier.of(key, prefixes), unit, label));
    }

    private static Reading unreadable(
            Finding finding, String sentence, Optional<Identifier> identifier, Optional<Problem> problem) {
        Reason reason = new Reason(finding.code(), sentence, finding.weight(), List.of());
        return new Reading.Unreadable(new Verdict(
                finding.outcome(),
                sentence,
                List.of(reason),
                identifier,
                Optional.empty(),
                problem,
                0,
                Optional.empty()));
    }

    /** Whether the log knows a thing by a name that no scheme explains. */
    private boolean named(String text) {
        return text != null && trace.unit(text, Optional.empty()).isPresent();
    }

    /** @param asOf the moment at which the log is looked at; empty for all of it */
    private Verdict judge(Code code, Instant now, Optional<Instant> asOf, Scans scans, Handle handle) {
        Optional<UnitTrace> told = trace.trace(code.epc(), asOf);
        Optional<Life> life = told.flatMap(Told::life).map(known -> withClassRecall(known, code, asOf, handle));
        List<Passing> journey = passings.passings(List.of(code.epc()), handle).get(code.epc()).stream()
                .filter(passing -> asOf.isEmpty() || !passing.at().isAfter(now))
                .toList();
        Evidence evidence = new Evidence(
                code.label(),
                code.unit().map(serials::origin).orElse(Origin.ELSEWHERE),
                life,
                Travel.jumps(journey),
                Diversion.of(journey),
                scans,
                now);
        Judgement judgement = Judge.judge(evidence);
        return new Verdict(
                judgement.outcome(),
                judgement.sentence(),
                judgement.reasons(),
                Optional.of(code.identifier()),
                told.map(UnitTrace::unit),
                Optional.empty(),
                scans.count(),
                life.flatMap(Life::activated).map(Fact::at));
    }

    private static Life withClassRecall(Life life, Code code, Optional<Instant> asOf, Handle handle) {
        return code.unit()
                .flatMap(unit -> ClassRecallStore.of(unit, life.lot(), asOf, handle))
                .map(life::recalledAs)
                .orElse(life);
    }

    static Problem problem(dev.touchstone.identity.Problem problem) {
        return Problem.malformed(problem.code(), problem.detail())
                .position(problem.position())
                .expected(problem.expected());
    }
}
