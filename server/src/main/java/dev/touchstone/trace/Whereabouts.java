package dev.touchstone.trace;

import dev.touchstone.masterdata.LocationKind;
import dev.touchstone.trace.Population.Located;
import java.util.Optional;

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
    public boolean inReach() {
        return switch (this) {
            case PLANT, CENTRE, SHOP, TRANSIT, OTHER -> true;
            case SOLD, CONSUMED, DESTROYED, UNKNOWN -> false;
        };
    }

    /** @param place kind of the place where the unit was last seen */
    public static Whereabouts of(Located located, LocationKind place) {
        Optional<LocationKind> kind = located.location() == null ? Optional.empty() : Optional.of(place);
        return of(located.state(), kind, located.inTransit());
    }

    /**
     * @param place kind of the place where the unit was last seen; empty where no event gives one
     * @param inTransit whether the event that gives the place sent the unit off
     */
    public static Whereabouts of(ItemState state, Optional<LocationKind> place, boolean inTransit) {
        return switch (state) {
            case SOLD -> SOLD;
            case CONSUMED -> CONSUMED;
            case DESTROYED, DECOMMISSIONED -> DESTROYED;
            case OBSERVED, ACTIVE, RETURNED ->
                place.map(kind -> inTransit ? TRANSIT : at(kind)).orElse(UNKNOWN);
        };
    }

    private static Whereabouts at(LocationKind place) {
        return switch (place) {
            case PLANT, LINE -> PLANT;
            case CENTRE -> CENTRE;
            case SHOP -> SHOP;
            case OTHER -> OTHER;
        };
    }
}
