package dev.touchstone.verify;

import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.Batch;
import dev.touchstone.ledger.Listener;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.ledger.Projection;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Identifier;
import dev.touchstone.trace.Population;
import dev.touchstone.verify.OddityStore.Cursor;
import dev.touchstone.verify.OddityStore.Oddity;
import dev.touchstone.verify.OddityStore.Seen;
import dev.touchstone.verify.Travel.Jump;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What does not fit in the journeys of things, over the whole log. Thread-safe.
 *
 * <p>The journeys of the things that new events concern are looked through anew, so that an answer costs what happened since the last
 * one, not the length of the log; it is a pure function of the log, of the places of master data, and of the scans. An answer takes in
 * every event that was acknowledged before it was asked for.
 */
public final class Cases {

    private static final int EVENTS_AT_ONCE = 20_000;
    private static final int THINGS_AT_ONCE = 2_000;
    private static final int MOST_CASES = 1_000;
    private static final Duration REST = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final MasterData masterData;
    private final Population population;
    private final PassingStore passings;

    public Cases(Jdbi jdbi, MasterData masterData, Population population) {
        this.jdbi = jdbi;
        this.masterData = masterData;
        this.population = population;
        this.passings = new PassingStore(masterData);
    }

    /** The cases that ended within a half-open span of time, newest first, at most 1,000. */
    public List<Case> list(Optional<CaseKind> kind, Optional<Instant> since, Optional<Instant> until) {
        catchUp();
        return jdbi.withHandle(handle -> OddityStore.groups(kind, since, until, MOST_CASES, handle)).stream()
                .map(this::toCase)
                .toList();
    }

    /** How many cases there are. */
    public int count() {
        catchUp();
        return jdbi.withHandle(OddityStore::count);
    }

    /** Looks through what the log brought since the last time. */
    public void catchUp() {
        boolean more;
        do {
            more = jdbi.inTransaction(this::step);
        } while (more);
    }

    /** Forgets everything when the log is projected anew, so that the next answer looks through the whole log. */
    public Projection projection() {
        return new Projection() {
            @Override
            public String name() {
                return "cases";
            }

            @Override
            public void clear(Connection connection) {
                Handle handle = Jdbi.open(connection);
                OddityStore.lock(handle);
                OddityStore.clear(handle);
                OddityStore.move(new Cursor(0, 0), handle);
            }

            @Override
            public void apply(Batch batch, Connection connection) {}
        };
    }

    /** Looks through the journey of one thing, of which a scan has been kept in the same transaction. */
    void review(String thing, Handle handle) {
        List<Oddity> found = oddities(
                        thing, passings.passings(List.of(thing), handle).get(thing))
                .toList();
        if (!found.isEmpty() || OddityStore.knows(thing, handle)) {
            OddityStore.lock(handle);
            OddityStore.replace(List.of(thing), found, handle);
        }
    }

    /**
     * Looks through new events in the background as soon as the log rests, so that the first to ask after many captures need not wait
     * for it, and captures need not share the machine with it.
     *
     * @param lastRecordNo the last event of the log
     */
    public Listener listener(LongSupplier lastRecordNo) {
        return new Listener() {
            @Override
            public String name() {
                return "cases";
            }

            @Override
            public void accept(List<LoggedEvent> events) throws InterruptedException {
                long last = events.getLast().recordNo();
                if (lastRecordNo.getAsLong() == last) {
                    Thread.sleep(REST);
                    if (lastRecordNo.getAsLong() == last) {
                        catchUp();
                    }
                }
            }
        };
    }

    /** Whether there is more to look through. */
    private boolean step(Handle handle) {
        long places = masterData.version();
        Cursor seen = OddityStore.cursor(handle);
        if (seen.masterData() == places
                && OddityStore.lastOfNext(seen.recordNo(), 1, handle).isEmpty()) {
            return false;
        }
        OddityStore.lock(handle);
        Cursor from = OddityStore.cursor(handle);
        if (from.masterData() != places) {
            OddityStore.clear(handle);
            from = new Cursor(0, places);
        }
        long after = from.recordNo();
        Optional<Long> upTo = OddityStore.lastOfNext(after, EVENTS_AT_ONCE, handle);
        upTo.ifPresent(last -> lookThrough(OddityStore.affected(after, last, handle), handle));
        OddityStore.move(new Cursor(upTo.orElse(after), places), handle);
        return upTo.isPresent();
    }

    private void lookThrough(List<String> things, Handle handle) {
        for (int i = 0; i < things.size(); i += THINGS_AT_ONCE) {
            List<String> some = things.subList(i, Math.min(things.size(), i + THINGS_AT_ONCE));
            List<Oddity> found = passings.passings(some, handle).entrySet().stream()
                    .flatMap(journey -> oddities(journey.getKey(), journey.getValue()))
                    .toList();
            OddityStore.replace(some, found, handle);
        }
    }

    /** What is odd about a thing itself; what it shares with a container that it was in is the container's case. */
    private static Stream<Oddity> oddities(String thing, List<Passing> journey) {
        return Stream.concat(
                Travel.jumps(journey).stream()
                        .filter(jump -> !jump.from().sharedWith(jump.to()))
                        .map(jump -> impossibleTravel(thing, jump)),
                Diversion.of(journey).stream()
                        .filter(diversion -> !diversion.sent().sharedWith(diversion.arrived()))
                        .map(diversion -> diversion(thing, diversion)));
    }

    private static Oddity impossibleTravel(String thing, Jump jump) {
        return new Oddity(
                CaseKind.IMPOSSIBLE_TRAVEL,
                thing,
                thing,
                seen(jump.from()),
                seen(jump.to()),
                Optional.empty(),
                Optional.of(jump.distanceKm()),
                Optional.of(jump.speedKmh()));
    }

    private static Oddity diversion(String thing, Diversion diversion) {
        return new Oddity(
                CaseKind.DIVERSION,
                thing,
                diversion.sent().carrierOf(thing),
                seen(diversion.sent()),
                seen(diversion.arrived()),
                Optional.of(diversion.sentTo()),
                Optional.empty(),
                Optional.empty());
    }

    private static Seen seen(Passing passing) {
        return new Seen(passing.at(), passing.location().orElseThrow().id(), passing.eventID());
    }

    private Case toCase(List<Oddity> group) {
        Oddity worst = group.stream()
                .max(Comparator.comparing(oddity -> oddity.speedKmh().orElse(0.0)))
                .orElseThrow();
        String epc = worst.carrier();
        String text = Identifier.of(epc, CompanyPrefixes.none()).text();
        Sighting from = sighting(worst.from());
        Sighting to = sighting(worst.to());
        String sentence = switch (worst.kind()) {
            case IMPOSSIBLE_TRAVEL ->
                "%s was seen%s and, %s later,%s: %s km apart."
                        .formatted(
                                text,
                                Words.in(Words.place(from.location())),
                                Words.duration(Duration.between(from.at(), to.at())),
                                Words.in(Words.place(to.location())),
                                Words.number(worst.distanceKm().orElseThrow()));
            case DIVERSION ->
                "%s was sent to %s, but arrived%s on %s."
                        .formatted(
                                text,
                                Words.country(worst.sentTo().orElseThrow()),
                                Words.in(Words.place(to.location())),
                                Words.day(to.at()));
        };
        List<String> eventIDs = group.stream()
                .flatMap(oddity -> Stream.of(oddity.from(), oddity.to()))
                .flatMap(seen -> seen.eventID().stream())
                .distinct()
                .toList();
        Optional<Double> distance = from.location()
                .coordinates()
                .flatMap(start -> to.location().coordinates().map(start::distanceKm));
        return new Case(
                worst.kind(), epc, text, sentence, from, to, distance, worst.speedKmh(), units(group), eventIDs);
    }

    private Sighting sighting(Seen seen) {
        return new Sighting(seen.at(), masterData.location(seen.place()));
    }

    /** Each thing counts itself, where it is a product unit, and what was in it at the start. */
    private int units(List<Oddity> group) {
        return group.stream()
                .map(Oddity::thing)
                .distinct()
                .mapToInt(thing ->
                        population.contentsCount(thing, group.getFirst().from().at()))
                .sum();
    }
}
