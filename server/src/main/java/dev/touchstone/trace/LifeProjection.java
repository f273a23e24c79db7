package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.ledger.Batch;
import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.Log;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.ledger.Projection;
import dev.touchstone.ledger.Thing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the tables {@code item} and {@code containment}: the lives of all things. A life that goes on in order is taken up where it
 * ended; one that something happens to in its past (a late event, an event withdrawn, a container emptied late) is folded again from
 * the log.
 */
final class LifeProjection implements Projection {
    /** So many lives are folded again at a time, which bounds the events in memory. */
    private static final int FOLDED_AT_ONCE = 1_000;

    private final ItemStore items = new ItemStore();
    private final StayStore stays = new StayStore();

    @Override
    public String name() {
        return "lives";
    }

    @Override
    public void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE item, containment");
        }
    }

    @Override
    public void apply(Batch batch, Connection connection) throws SQLException {
        Map<String, List<LifeEvent>> happened = mentions(batch.added());
        Map<String, List<Emptying>> emptied = emptyings(batch.added());
        Set<String> again = unsettled(batch.retracted(), connection);
        StayStore.contentsAt(flat(emptied), connection).forEach((content, left) -> {
            if (left) {
                again.add(content);
            }
            happened.computeIfAbsent(content, _ -> new ArrayList<>(1));
        });
        Map<String, Item> known = ItemStore.find(happened.keySet(), connection);
        Map<String, List<Stay>> open = StayStore.open(known.keySet(), connection);
        for (Map.Entry<String, List<LifeEvent>> thing : happened.entrySet()) {
            String epc = thing.getKey();
            Item item = known.get(epc);
            List<Stay> in = open.getOrDefault(epc, List.of());
            List<LifeEvent> events = withEmptyings(thing.getValue(), in, emptied);
            if (again.contains(epc) || !isInOrder(events, item, known)) {
                again.add(epc);
            } else if (!events.isEmpty()) {
                goOn(epc, item, in, events);
            }
        }
        items.flush(connection);
        stays.flush(connection);
        foldAgain(List.copyOf(again), Log.upTo(batch.lastRecordNo(), connection), connection);
    }

    private static Map<String, List<LifeEvent>> mentions(List<LoggedEvent> events) {
        Map<String, List<LifeEvent>> mentions = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            for (Thing thing : event.things()) {
                if (!thing.isClass()) {
                    mentions.computeIfAbsent(thing.epc(), _ -> new ArrayList<>(1))
                            .add(Mention.of(event, thing.role()));
                }
            }
        }
        return mentions;
    }

    private static Map<String, List<Emptying>> emptyings(List<LoggedEvent> events) {
        Map<String, List<Emptying>> emptied = new HashMap<>();
        for (LoggedEvent event : events) {
            if (event.emptiesParent()) {
                String container = event.parent().orElseThrow();
                emptied.computeIfAbsent(container, _ -> new ArrayList<>(1)).add(Emptying.of(event, container));
            }
        }
        return emptied;
    }

    private static List<Emptying> flat(Map<String, List<Emptying>> emptied) {
        return emptied.values().stream().flatMap(List::stream).toList();
    }

    /** Things of whose past something has been withdrawn. */
    private static Set<String> unsettled(List<LoggedEvent> retracted, Connection connection) throws SQLException {
        Set<String> things = new HashSet<>();
        List<String> containers = new ArrayList<>();
        List<EventKey> emptiers = new ArrayList<>();
        for (LoggedEvent event : retracted) {
            event.things().stream().filter(thing -> !thing.isClass()).forEach(thing -> things.add(thing.epc()));
            if (event.emptiesParent()) {
                containers.add(event.parent().orElseThrow());
                emptiers.add(event.key());
            }
        }
        things.addAll(StayStore.takenOut(containers, emptiers, connection));
        return things;
    }

    /** What happened to a thing, with the emptyings of all containers that it may have been in meanwhile, in order. */
    private static List<LifeEvent> withEmptyings(
            List<LifeEvent> mentions, List<Stay> open, Map<String, List<Emptying>> emptied) {
        if (mentions.size() == 1 && emptied.isEmpty()) {
            return mentions;
        }
        List<LifeEvent> events = new ArrayList<>(mentions);
        Set<String> containers = entered(mentions);
        open.forEach(stay -> containers.add(stay.parent()));
        containers.forEach(container -> events.addAll(emptied.getOrDefault(container, List.of())));
        events.sort(LifeEvent.ORDER);
        return events;
    }

    private static Set<String> entered(Collection<LifeEvent> events) {
        Set<String> containers = new HashSet<>();
        for (LifeEvent event : events) {
            if (event instanceof Mention mention && mention.parent() != null && mention.action() == Action.ADD) {
                containers.add(mention.parent());
            }
        }
        return containers;
    }

    /**
     * Whether all of it comes after what is known of the thing, and after what is known of each container that it enters: that may
     * have been emptied since.
     */
    private static boolean isInOrder(List<LifeEvent> events, Item item, Map<String, Item> known) {
        if (events.isEmpty()) {
            return true;
        }
        if (item != null && !events.getFirst().at().isAfter(item.last())) {
            return false;
        }
        for (LifeEvent event : events) {
            if (event instanceof Mention mention && mention.parent() != null) {
                Item container = known.get(mention.parent());
                if (container != null && !mention.at().isAfter(container.last())) {
                    return false;
                }
            }
        }
        return true;
    }

    private void goOn(String epc, Item before, List<Stay> in, List<LifeEvent> events) {
        Life life = before == null ? Life.of(epc, events) : Life.after(before, in);
        if (before != null) {
            events.forEach(life::add);
            life.item().ifPresent(items::upsert);
        } else {
            life.item().ifPresent(items::insert);
        }
        for (Stay stay : life.stays()) {
            if (in.stream().noneMatch(stay::sameAs)) {
                stays.insert(stay);
            } else if (!stay.isOpen()) {
                stays.end(stay);
            }
        }
    }

    private void foldAgain(List<String> things, Log log, Connection connection) throws SQLException {
        for (int from = 0; from < things.size(); from += FOLDED_AT_ONCE) {
            List<String> some = things.subList(from, Math.min(from + FOLDED_AT_ONCE, things.size()));
            Map<String, Life> lives = Lives.of(some, log);
            List<String> gone = new ArrayList<>();
            StayStore.delete(some, connection);
            for (String epc : some) {
                Life life = lives.get(epc);
                life.item().ifPresentOrElse(items::upsert, () -> gone.add(epc));
                life.stays().forEach(stays::insert);
            }
            if (!gone.isEmpty()) {
                ItemStore.delete(gone, connection);
            }
            items.flush(connection);
            stays.flush(connection);
        }
    }
}
