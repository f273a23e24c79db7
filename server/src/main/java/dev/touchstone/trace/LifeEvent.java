package dev.touchstone.trace;

import dev.touchstone.ledger.EventKey;
import java.util.Comparator;

/** Something that happened to one thing: an event names it, or its container was emptied. */
sealed interface LifeEvent permits Mention, Emptying {

    /** The order in which a life is folded; a thing that goes into a transformation and comes out of it goes in first. */
    Comparator<LifeEvent> ORDER = Comparator.comparing(LifeEvent::at).thenComparing(LifeEvent::rank);

    Moment at();

    EventKey key();

    /** Among the mentions of one thing in one event. */
    int rank();
}
