package dev.touchstone.trace;

import dev.touchstone.epcis.EventType;
import dev.touchstone.ledger.EventKey;
import java.time.Instant;

/**
 * When a thing was in a container: from {@code since} up to but not including {@code until}, which is null while it is in.
 *
 * @param sinceKey the event that put it there
 * @param untilKey the event that ended it; null while it is in
 */
record Stay(
        String child,
        String parent,
        ContainmentKind kind,
        Instant since,
        EventKey sinceKey,
        Instant until,
        EventKey untilKey) {

    /** What sort of stay an event of this type begins or ends. */
    static ContainmentKind kindOf(EventType type) {
        return type == EventType.ASSOCIATION ? ContainmentKind.ASSOCIATION : ContainmentKind.AGGREGATION;
    }

    boolean isOpen() {
        return untilKey == null;
    }

    Stay ended(Instant at, EventKey by) {
        return new Stay(child, parent, kind, since, sinceKey, at, by);
    }

    /** Whether both are the same stay, ended or not. */
    boolean sameAs(Stay other) {
        return sinceKey.equals(other.sinceKey) && parent.equals(other.parent) && child.equals(other.child);
    }
}
