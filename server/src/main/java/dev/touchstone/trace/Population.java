package dev.touchstone.trace;

import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Lgtin;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Questions about many product units at once: which passed a step, which were made where and of what, where each is now. Answers
 * come from the projections and from the log's indexes; voided events count nowhere. Thread-safe.
 */
public final class Population {

    private final PopulationStore store;

    public Population(Jdbi jdbi) {
        this.store = new PopulationStore(jdbi);
    }

    /**
     * A unit's going through a business step, by an event that names it or a container that it was in at that time.
     *
     * @param zoneMinutes offset of local time from UTC
     * @param readPoint canonical; null where the event has none, as is {@code bizLocation}
     * @param recordNo of the event
     * @param through the container that the event names; null where it names the unit
     */
    public record Passage(
            String unit,
            Instant at,
            int zoneMinutes,
            String readPoint,
            String bizLocation,
            long recordNo,
            String through) {}

    /** Which passages: those of a step, and of a disposition where one is given, within a half-open span of event time. */
    public record Step(String bizStep, Optional<String> disposition, Optional<Instant> since, Optional<Instant> until) {
        public static Step of(String bizStep) {
            return new Step(bizStep, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public Step with(String disposition) {
            return new Step(bizStep, Optional.of(disposition), since, until);
        }
    }

    /** All passages of a step by product units, ordered by unit, event time and record order. */
    public List<Passage> passages(Step step) {
        return store.passages(step);
    }

    /**
     * How a unit came into being. What the log does not say is null.
     *
     * @param productClass canonical class
     * @param plant business location of the event that made it, canonical
     * @param line its read point
     */
    public record Made(String unit, String productClass, String lot, Instant at, String plant, String line) {}

    /** Conditions on the making of a unit, all of which must hold; times are a half-open span. */
    public record MadeFilter(
            Optional<String> productClass,
            Optional<String> lot,
            Optional<String> plant,
            Optional<String> line,
            Optional<Instant> from,
            Optional<Instant> until) {
        public static final MadeFilter ANY = new MadeFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The product units that meet the conditions, by unit. */
    public Map<String, Made> made(MadeFilter filter) {
        return byUnit(store.made(filter));
    }

    /** Those of {@code units} that meet the conditions, by unit. */
    public Map<String, Made> made(Collection<String> units, MadeFilter filter) {
        return byUnit(store.made(units, filter));
    }

    /**
     * Where a unit is: by its own last event, or by that of a container it is in, whichever is newer.
     *
     * @param location canonical; null where no event says
     * @param inTransit whether the newest event sent it off
     * @param containers from the innermost outward
     * @param lastRecordNo of the event that gives the place
     */
    public record Located(
            String unit,
            ItemState state,
            String location,
            Instant since,
            boolean inTransit,
            List<String> containers,
            long lastRecordNo) {}

    /** Where each of these units is now, by unit; a unit that the log does not know is absent. */
    public Map<String, Located> locate(Collection<String> units) {
        Map<String, Located> located = new TreeMap<>();
        store.locate(units).forEach(place -> located.put(place.unit(), place));
        return located;
    }

    /**
     * Every product unit made from these lots or units, directly or through what was made from them, with those of the given
     * ones that led there. A product lot that came out on the way stands for all of its units.
     */
    public Map<String, List<String>> descendants(Collection<String> lotsOrUnits) {
        Map<String, List<String>> units = new TreeMap<>();
        for (PopulationStore.Descendant descendant : store.descendants(lotsOrUnits)) {
            if (EpcUri.parse(descendant.epc()) instanceof EpcUri.Gs1 found && found.key() instanceof Lgtin lot) {
                MadeFilter members = new MadeFilter(
                        Optional.of(lot.gtin().digitalLink()),
                        Optional.of(lot.lot()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                store.made(members).forEach(unit -> units.put(unit.unit(), descendant.ancestors()));
            } else {
                units.put(descendant.epc(), descendant.ancestors());
            }
        }
        return units;
    }

    /** The lots that went directly into each of these units, class-level and canonical, by unit. */
    public Map<String, List<String>> componentLots(Collection<String> units) {
        return store.componentLots(units);
    }

    /** How many units of each product the log knows, by GTIN of 14 digits. */
    public Map<String, Long> unitsByGtin() {
        return store.unitsByGtin();
    }

    /** How many units the product lots have in all that these units belong to. */
    public int unitsInLotsOf(Collection<String> units) {
        return store.unitsInLotsOf(units);
    }

    /** The class-level identifiers of component lots whose lot number is exactly this. */
    public List<String> componentLotsNumbered(String lotNumber) {
        return store.componentLotsNumbered(lotNumber);
    }

    /** How many product units were inside a container, at any depth, just after a moment of event time. */
    public int contentsCount(String container, Instant at) {
        return store.contentsCount(container, at);
    }

    private static Map<String, Made> byUnit(List<Made> made) {
        Map<String, Made> byUnit = new TreeMap<>();
        made.forEach(unit -> byUnit.put(unit.unit(), unit));
        return byUnit;
    }
}
