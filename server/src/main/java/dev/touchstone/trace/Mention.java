package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.LoggedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * An event as one thing that it names sees it. Texts that the event does not have are null.
 *
 * @param place where the thing is after the event: the business location, else the read point
 * @param parent the container, where the thing is its child
 * @param lot lot that the event gives the thing, as is {@code expiry}
 */
record Mention(
        Moment at,
        EventKey key,
        EventType type,
        Action action,
        Role role,
        String bizStep,
        String disposition,
        List<String> persistentSet,
        List<String> persistentUnset,
        String readPoint,
        String bizLocation,
        String place,
        String parent,
        String lot,
        LocalDate expiry)
        implements LifeEvent {

    private static final Set<String> SENDING = Set.of("shipping", "departing", "transporting");

    static Mention of(LoggedEvent event, Role role) {
        boolean described = role == Role.EPC || role == Role.OUTPUT;
        return new Mention(
                new Moment(event.time(), event.recordNo()),
                event.key(),
                event.type(),
                event.action(),
                role,
                event.bizStep(),
                event.disposition(),
                event.persistentSet(),
                event.persistentUnset(),
                event.readPoint(),
                event.bizLocation(),
                event.place(),
                role == Role.CHILD ? event.parent().orElse(null) : null,
                described ? event.lot() : null,
                described ? event.expiry() : null);
    }

    /** Whether the thing is on its way after the event (CBV 2.0, sections 7.1 and 7.2). */
    boolean sendsOff() {
        return "in_transit".equals(disposition) || bizStep != null && SENDING.contains(bizStep);
    }

    @Override
    public int rank() {
        return role.ordinal();
    }
}
