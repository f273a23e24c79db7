package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.ledger.Log;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.ledger.Thing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds lives from the log. */
final class Lives {
    private Lives() {}

    /** The lives of these things, from all events of the log that count. */
    static Map<String, Life> of(Collection<String> epcs, Log log) throws SQLException {
        return of(epcs, log, Instant.MAX);
    }

    /** The lives of these things, as they were at a time. */
    static Map<String, Life> of(Collection<String> epcs, Log log, Instant asOf) throws SQLException {
        Map<String, List<LifeEvent>> events = new HashMap<>();
        epcs.forEach(epc -> events.put(epc, new ArrayList<>()));
        Map<String, Set<String>> guests = new HashMap<>();
        for (LoggedEvent event : log.naming(epcs)) {
            for (Thing thing : event.things()) {
                List<LifeEvent> own = thing.isClass() || event.time().isAfter(asOf) ? null : events.get(thing.epc());
                if (own != null) {
                    Mention mention = Mention.of(event, thing.role());
                    own.add(mention);
                    if (mention.parent() != null && mention.action() == Action.ADD) {
                        guests.computeIfAbsent(mention.parent(), _ -> new HashSet<>())
                                .add(thing.epc());
                    }
                }
            }
        }
        if (!guests.isEmpty()) {
            for (LoggedEvent event : log.emptying(guests.keySet())) {
                String container = event.parent().orElseThrow();
                if (!event.time().isAfter(asOf)) {
                    guests.get(container).forEach(guest -> events.get(guest).add(Emptying.of(event, container)));
                }
            }
        }
        Map<String, Life> lives = new HashMap<>();
        events.forEach((epc, own) -> {
            own.sort(LifeEvent.ORDER);
            lives.put(epc, Life.of(epc, own));
        });
        return lives;
    }
}
