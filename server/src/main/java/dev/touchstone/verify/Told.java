package dev.touchstone.verify;

import dev.touchstone.trace.ItemState;
import dev.touchstone.trace.Unit;
import dev.touchstone.trace.UnitTrace;
import dev.touchstone.trace.UnitTrace.Part;
import dev.touchstone.trace.UnitTrace.TimelineEntry;
import dev.touchstone.verify.Evidence.Contradiction;
import dev.touchstone.verify.Evidence.Fact;
import dev.touchstone.verify.Evidence.Life;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds in the trace of a unit the events that a verdict cites. */
final class Told {

    private static final Set<String> SELLING = Set.of("retail_selling", "dispensing", "retail_sold", "dispensed");
    private static final Set<String> RETIRING = Set.of("decommissioning", "killing", "inactive");
    private static final Set<String> DESTROYING = Set.of("destroying", "destroyed", "disposed");
    private static final Set<String> RETURNING = Set.of("returned");
    private static final Set<String> MAKING = Set.of("commissioning");

    private final Unit unit;
    private final List<TimelineEntry> newestFirst;

    private Told(UnitTrace trace) {
        this.unit = trace.unit();
        this.newestFirst =
                trace.timeline().stream().filter(entry -> !entry.voided()).toList();
    }

    /** What the log says of the unit; empty where no event that counts names it. */
    static Optional<Life> life(UnitTrace trace) {
        return trace.unit().events() == 0 ? Optional.empty() : Optional.of(new Told(trace).life());
    }

    private Life life() {
        List<Contradiction> contradictions = newestFirst.reversed().stream()
                .flatMap(entry -> entry.contradiction().stream()
                        .map(why -> new Contradiction(
                                fact(entry), why, unit.state() == ItemState.SOLD && says(entry, SELLING))))
                .toList();
        return new Life(
                unit.state(),
                since(),
                made(),
                disposed("recalled"),
                disposed("stolen"),
                disposed("expired"),
                unit.lot(),
                unit.expiry(),
                contradictions);
    }

    /** The last event that led to the state. */
    private Optional<Fact> since() {
        return switch (unit.state()) {
            case OBSERVED, ACTIVE -> Optional.empty();
            case SOLD ->
                last(entry -> own(entry)
                        && says(entry, SELLING)
                        && entry.contradiction().isEmpty());
            case RETURNED -> last(entry -> own(entry) && says(entry, RETURNING));
            case CONSUMED -> last(entry -> entry.role() == Part.INPUT);
            case DECOMMISSIONED ->
                last(entry ->
                        own(entry) && (says(entry, RETIRING) || entry.role() == Part.EPC && does(entry, "DELETE")));
            case DESTROYED -> last(entry -> own(entry) && says(entry, DESTROYING));
        };
    }

    /** The event that made it. */
    private Optional<Fact> made() {
        return unit.commissionedAt()
                .flatMap(at -> last(entry -> entry.eventTime().equals(at)
                        && (entry.role() == Part.OUTPUT
                                || entry.role() == Part.EPC && (does(entry, "ADD") || says(entry, MAKING)))));
    }

    /** The last event that gave it a disposition which it still has. */
    private Optional<Fact> disposed(String disposition) {
        boolean has = unit.persistentDispositions().contains(disposition)
                || unit.disposition().filter(disposition::equals).isPresent();
        return has ? last(entry -> own(entry) && gives(entry, disposition)) : Optional.empty();
    }

    private static boolean gives(TimelineEntry entry, String disposition) {
        return entry.disposition().filter(disposition::equals).isPresent()
                || entry.persistentDispositions().contains(disposition);
    }

    private Optional<Fact> last(Predicate<TimelineEntry> wanted) {
        return newestFirst.stream().filter(wanted).findFirst().map(Told::fact);
    }

    private static boolean own(TimelineEntry entry) {
        return entry.role() != Part.CONTAINER;
    }

    private static boolean says(TimelineEntry entry, Set<String> words) {
        return entry.bizStep().filter(words::contains).isPresent()
                || entry.disposition().filter(words::contains).isPresent();
    }

    private static boolean does(TimelineEntry entry, String action) {
        return entry.action().filter(action::equals).isPresent();
    }

    private static Fact fact(TimelineEntry entry) {
        return new Fact(
                entry.eventTime(), entry.bizLocation().or(entry::readPoint).flatMap(Words::place), entry.eventID());
    }
}
