package dev.touchstone.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A thing among its containers.
 *
 * @param containers from the innermost outward
 * @param place the newest among its own and those of its containers, the outermost of equals; empty where no event gives one
 */
record Standing(List<String> containers, Optional<Place> place) {
    /** Deeper nesting is a circle. */
    private static final int DEEPEST = 8;

    /**
     * A place and since when it is known.
     *
     * @param of the thing whose events give it
     */
    record Place(String location, Instant since, String of) {}

    /** @param holders the thing itself and its containers, from the innermost outward */
    static Standing of(List<Item> holders) {
        Optional<Place> newest = Optional.empty();
        for (Item holder : holders) {
            Instant since = holder.locatedAt();
            if (since != null
                    && newest.filter(place -> place.since().isAfter(since)).isEmpty()) {
                newest = Optional.of(new Place(holder.location(), since, holder.epc()));
            }
        }
        return new Standing(holders.stream().skip(1).map(Item::epc).toList(), newest);
    }

    /** How these things stand now, by thing. */
    static Map<String, Standing> now(Collection<Item> things, Connection connection) throws SQLException {
        Map<String, Item> known = new HashMap<>();
        things.forEach(thing -> known.put(thing.epc(), thing));
        Set<String> missing = new HashSet<>();
        do {
            missing.clear();
            known.values().stream()
                    .map(Item::parent)
                    .filter(parent -> parent != null && !known.containsKey(parent))
                    .forEach(missing::add);
            known.putAll(ItemStore.find(missing, connection));
        } while (!missing.isEmpty());
        Map<String, Standing> standings = new HashMap<>();
        for (Item thing : things) {
            List<Item> holders = new ArrayList<>();
            for (Item at = thing; at != null && holders.size() <= DEEPEST && !holders.contains(at); ) {
                holders.add(at);
                at = at.parent() == null ? null : known.get(at.parent());
            }
            standings.put(thing.epc(), of(holders));
        }
        return standings;
    }
}
