package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.Log;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.ledger.Thing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to a thing up to a time, in order: the events that name it, and those that name a container while it was inside.
 * Events that are declared erroneous are among them; the declarations are not, but for one whose event has not come: it repeats that
 * event, and stands for it.
 */
final class Timeline {

    /**
     * An event of the timeline.
     *
     * @param through the container that the event names; null where it names the thing
     * @param late recorded after an event that happened later
     */
    record Moved(LoggedEvent event, UnitTrace.Part role, String through, boolean late, boolean voided) {}

    private final String epc;
    private final List<Inside> insides;

    private Timeline(String epc, List<Inside> insides) {
        this.epc = epc;
        this.insides = insides;
    }

    /** @param insides everything that the thing was inside of up to the time */
    static List<Moved> of(String epc, List<Inside> insides, Instant asOf, Log log) throws SQLException {
        Timeline timeline = new Timeline(epc, insides);
        List<LoggedEvent> events = new ArrayList<>();
        List<LoggedEvent> declarations = new ArrayList<>();
        for (LoggedEvent event : log.within(timeline.spans(asOf))) {
            if (timeline.concerns(event)) {
                (event.voids() == null ? events : declarations).add(event);
            }
        }
        List<LoggedEvent> alone = withoutEvent(declarations, events);
        events.addAll(alone);
        events.sort(Comparator.comparing(LoggedEvent::time).thenComparing(LoggedEvent::recordNo));
        Set<EventKey> voided = log.voided(events.stream().map(LoggedEvent::key).toList());
        alone.forEach(declaration -> voided.add(declaration.key()));
        return timeline.entries(events, voided);
    }

    /** Declarations of which the log has not the event, the first of each event. */
    private static List<LoggedEvent> withoutEvent(List<LoggedEvent> declarations, List<LoggedEvent> events) {
        Set<EventKey> known = new HashSet<>();
        events.forEach(event -> known.add(event.key()));
        return declarations.stream()
                .sorted(Comparator.comparing(LoggedEvent::recordNo))
                .filter(declaration -> known.add(declaration.voids()))
                .toList();
    }

    private List<Log.Span> spans(Instant asOf) {
        List<Log.Span> spans = new ArrayList<>();
        spans.add(new Log.Span(epc, Instant.MIN, asOf));
        for (Inside inside : insides) {
            Instant until = inside.until() == null ? asOf : inside.until();
            spans.add(new Log.Span(inside.container(), inside.since(), until));
        }
        return spans;
    }

    private boolean concerns(LoggedEvent event) {
        return own(event).isPresent() || container(event).isPresent();
    }

    private Optional<Role> own(LoggedEvent event) {
        return event.things().stream()
                .filter(thing -> thing.epc().equals(epc))
                .map(Thing::role)
                .min(Comparator.naturalOrder());
    }

    /** The innermost container with the thing in it to which the event happened. */
    private Optional<String> container(LoggedEvent event) {
        Set<String> moved = new HashSet<>();
        for (Thing thing : event.things()) {
            if (!thing.isClass() && !(thing.role() == Role.PARENT && joinsOthers(event))) {
                moved.add(thing.epc());
            }
        }
        return insides.stream()
                .filter(inside -> moved.contains(inside.container()) && inside.covers(event))
                .min(Comparator.comparing(Inside::depth))
                .map(Inside::container);
    }

    /** Whether the event puts other things into its parent or takes them out: that is no event of what else is in there. */
    private static boolean joinsOthers(LoggedEvent event) {
        boolean joins = event.type() == EventType.AGGREGATION || event.type() == EventType.ASSOCIATION;
        return joins && event.action() != Action.OBSERVE && !event.emptiesParent();
    }

    private List<Moved> entries(List<LoggedEvent> events, Set<EventKey> voided) {
        Map<EventKey, Boolean> late = new HashMap<>();
        long earliestOfLater = Long.MAX_VALUE;
        for (LoggedEvent event : events.reversed()) {
            late.put(event.key(), event.recordNo() > earliestOfLater);
            if (!voided.contains(event.key())) {
                earliestOfLater = Math.min(earliestOfLater, event.recordNo());
            }
        }
        List<Moved> entries = new ArrayList<>(events.size());
        for (LoggedEvent event : events) {
            Optional<Role> own = own(event);
            entries.add(new Moved(
                    event,
                    own.map(role -> UnitTrace.Part.valueOf(role.name())).orElse(UnitTrace.Part.CONTAINER),
                    own.isPresent() ? null : container(event).orElseThrow(),
                    late.get(event.key()),
                    voided.contains(event.key())));
        }
        return entries;
    }
}
