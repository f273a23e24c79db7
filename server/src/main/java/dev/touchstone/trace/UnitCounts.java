package dev.touchstone.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many things the log knows.
 *
 * @param units product units
 * @param byState product units by state; states without units are absent
 * @param groups product units by state and place
 */
public record UnitCounts(long units, long logisticUnits, Map<ItemState, Long> byState, List<Group> groups) {

    /**
     * Product units of one state at one place.
     *
     * @param location canonical; empty where no event gives one
     * @param inTransit whether the event that gives the place sent them off
     */
    public record Group(ItemState state, Optional<String> location, boolean inTransit, long units) {}
}
