package dev.touchstone.trace;

import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.LoggedEvent;

/**
 * A DELETE without children: whatever was in the container is no longer in it (EPCIS 2.0, section 7.4.3), and is where that happened.
 *
 * @param place business location, else read point; null where the event has neither
 */
record Emptying(Moment at, EventKey key, ContainmentKind kind, String container, String place) implements LifeEvent {

    static Emptying of(LoggedEvent event, String container) {
        return new Emptying(
                new Moment(event.time(), event.recordNo()),
                event.key(),
                Stay.kindOf(event.type()),
                container,
                event.place());
    }

    @Override
    public int rank() {
        return Integer.MAX_VALUE;
    }
}
