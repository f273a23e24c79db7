package dev.touchstone.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The four faults of the world, as the generator planted them. Tests compare answers of the product with this; nothing else
 * reads it.
 *
 * @param badLot class-level id of the component lot whose units come back ten times as often
 * @param badLotDays production days on which the lot was built in
 * @param badLotUnits every unit that has it
 * @param slowLine id of the line that packs slowly on its night shift
 * @param divertedPallet SSCC id of the pallet that was sent to France and arrived in Poland
 * @param divertedUnits the units on it
 * @param copiedUnit the unit whose serial was seen in Madrid and, soon after, in Warsaw
 */
public record Planted(
        String badLot,
        List<LocalDate> badLotDays,
        List<String> badLotUnits,
        String slowLine,
        String divertedPallet,
        List<String> divertedUnits,
        String copiedUnit) {

    /** Name of the shift on which the slow line is slow: 22:00 to 06:00 local time. */
    public static final String SLOW_SHIFT = "night";
}
