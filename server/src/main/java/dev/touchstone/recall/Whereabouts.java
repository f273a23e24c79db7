package dev.touchstone.recall;

import dev.touchstone.masterdata.LocationKind;
import dev.touchstone.trace.Population.Located;

/** Where a unit is now, or what became of it. */
public enum Whereabouts {
    PLANT,
    CENTRE,
    SHOP,
    TRANSIT,
    SOLD,
    CONSUMED,
    DESTROYED,
    OTHER,
    UNKNOWN;

    /** Whether somebody in the chain still holds it, so that it can be stopped before it reaches a buyer. */
    boolean inReach() {
        return switch (this) {
            case PLANT, CENTRE, SHOP, TRANSIT, OTHER -> true;
            case SOLD, CONSUMED, DESTROYED, UNKNOWN -> false;
        };
    }

    /** @param place kind of the place where the unit was last seen */
    static Whereabouts of(Located located, LocationKind place) {
        return switch (located.state()) {
            case SOLD -> SOLD;
            case CONSUMED -> CONSUMED;
            case DESTROYED, DECOMMISSIONED -> DESTROYED;
            case OBSERVED, ACTIVE, RETURNED -> held(located, place);
        };
    }

    private static Whereabouts held(Located located, LocationKind place) {
        if (located.location() == null) {
            return UNKNOWN;
        }
        if (located.inTransit()) {
            return TRANSIT;
        }
        return switch (place) {
            case PLANT, LINE -> PLANT;
            case CENTRE -> CENTRE;
            case SHOP -> SHOP;
            case OTHER -> OTHER;
        };
    }
}
