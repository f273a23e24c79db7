package dev.touchstone.trace;

import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When a thing was inside a container, directly or by a container between them.
 *
 * @param until half-open; null while it is in, as is {@code untilKey}, the event that ended it
 * @param depth 1: directly
 */
record Inside(
        String container, Instant since, Instant until, EventKey untilKey, ContainmentKind kind, int depth, Inside by) {

    /** Deeper nesting is a circle. */
    private static final int DEEPEST = 8;
    /** More than anyone reads; bounds what one question costs. */
    private static final int MOST = 2_000;

    /** Everything that a thing was inside of up to a time, by beginning, as if nothing had happened after it. */
    static List<Inside> of(String epc, Instant asOf, Connection connection) throws SQLException {
        List<Inside> all = new ArrayList<>();
        List<Inside> level = List.of(new Inside(epc, Instant.MIN, null, null, ContainmentKind.AGGREGATION, 0, null));
        while (!level.isEmpty() && level.getFirst().depth() < DEEPEST && all.size() < MOST) {
            List<String> holders =
                    level.stream().map(Inside::container).distinct().toList();
            Map<String, List<Stay>> stays = StayStore.upTo(asOf, holders, connection);
            List<Inside> next = new ArrayList<>();
            for (Inside inner : level) {
                for (Stay stay : stays.getOrDefault(inner.container(), List.of())) {
                    if (!inner.goesThrough(stay.parent()) && inner.overlaps(stay)) {
                        next.add(inner.within(stay));
                    }
                }
            }
            all.addAll(next);
            level = next;
        }
        all.sort(
                Comparator.comparing(Inside::since).thenComparing(Inside::depth).thenComparing(Inside::container));
        return all;
    }

    /** The containers that a thing is in at the end, from the innermost outward. */
    static List<Inside> chain(List<Inside> all) {
        return all.stream()
                .filter(inside -> inside.until() == null && inside.isPacked())
                .sorted(Comparator.comparing(Inside::depth))
                .toList();
    }

    /** Whether an event of the container happened while the thing was in it; the event that ended it did. */
    boolean covers(LoggedEvent event) {
        return !event.time().isBefore(since)
                && (until == null || event.time().isBefore(until) || event.key().equals(untilKey));
    }

    /** Whether it is in the container by aggregations alone. */
    private boolean isPacked() {
        return kind == ContainmentKind.AGGREGATION && (by == null || by.isPacked());
    }

    private boolean goesThrough(String other) {
        return container.equals(other) || by != null && by.goesThrough(other);
    }

    private boolean overlaps(Stay stay) {
        return depth == 0
                || (until == null || stay.since().isBefore(until))
                        && (stay.isOpen() || stay.until().isAfter(since));
    }

    private Inside within(Stay stay) {
        Instant begins = stay.since().isAfter(since) ? stay.since() : since;
        boolean endsFirst = !stay.isOpen() && (until == null || stay.until().isBefore(until));
        return new Inside(
                stay.parent(),
                begins,
                endsFirst ? stay.until() : until,
                endsFirst ? stay.untilKey() : untilKey,
                stay.kind(),
                depth + 1,
                this);
    }
}
