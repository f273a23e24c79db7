package dev.touchstone.recall;

import dev.touchstone.masterdata.Location;
import dev.touchstone.trace.Whereabouts;
import java.time.Instant;
import java.util.List;

/**
 * The units that meet a condition, and where each is. Fields that are not known are null.
 *
 * @param located units that are not {@link Whereabouts#UNKNOWN}
 * @param locatedShare of all, 0 to 1
 * @param wholeLotUnits units that a recall of every product lot touched would take
 * @param list one page of the units
 */
public record RecallScope(
        RecallCondition condition,
        String sentence,
        int units,
        int located,
        double locatedShare,
        List<WhereaboutsCount> byWhereabouts,
        List<PlaceCount> byPlace,
        int wholeLotUnits,
        long tookMillis,
        List<RecalledUnit> list,
        String nextPageToken) {

    public record WhereaboutsCount(Whereabouts whereabouts, int units) {}

    public record PlaceCount(Location location, int units) {}

    public record ProductName(String gtin, String name) {}

    /**
     * One unit.
     *
     * @param componentLots the lots of the condition that are built in, canonical
     * @param location where it was last seen, {@code since} when
     * @param container the outermost container that it is in
     * @param lastEventID the event that says so
     */
    public record RecalledUnit(
            String epc,
            String text,
            ProductName product,
            String serial,
            String lot,
            List<String> componentLots,
            Instant madeAt,
            String line,
            Whereabouts whereabouts,
            Location location,
            Instant since,
            String container,
            String lastEventID) {}
}
