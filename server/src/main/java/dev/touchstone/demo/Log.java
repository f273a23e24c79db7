package dev.touchstone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The events of the world, each with the moment at which its sender hands it in: most at once, some days late. */
final class Log {

    private static final double LATE_SHARE = 0.02;
    private static final Duration LATEST = Duration.ofDays(4);

    record Entry(Instant handedIn, int order, ObjectNode event) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Chance chance;

    Log(Chance chance) {
        this.chance = chance;
    }

    void add(Instant time, EventJson event) {
        Instant handedIn = chance.happens(LATE_SHARE) ? time.plus(chance.upTo(LATEST)) : time;
        entries.add(new Entry(handedIn, entries.size(), event.node()));
    }

    /** An event that never happened: handed in, and declared erroneous a day or so later. */
    void addVoided(Instant time, EventJson event, Instant declaredAt) {
        add(time, event);
        entries.add(new Entry(
                declaredAt.plus(LATEST), entries.size(), EventJson.declaredErroneous(event.node(), declaredAt)));
    }

    /** In the order in which they are handed in. */
    List<ObjectNode> inOrder() {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::handedIn).thenComparingInt(Entry::order))
                .map(Entry::event)
                .toList();
    }
}
