package dev.touchstone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.LongFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lets the world run for {@value #WEEKS} weeks from Monday 31 August 2026, local time two hours ahead of UTC everywhere.
 *
 * @param events in the order in which they are handed in
 */
record World(List<ObjectNode> events, Planted planted) {

    static final ZoneOffset ZONE = ZoneOffset.ofHours(2);
    static final LocalDate START = LocalDate.of(2026, 8, 31);
    private static final int WEEKS = 8;
    private static final Instant END =
            START.plusWeeks(WEEKS).minusDays(1).atTime(20, 0).toInstant(ZONE);

    private static final LocalDate BAD_LOT_ARRIVAL = START.plusWeeks(4).with(DayOfWeek.WEDNESDAY);
    private static final LocalDate DIVERSION_NOT_BEFORE = START.plusWeeks(3);

    /** {@code serials} gives the serial number of the n-th unit. */
    static World run(long seed, int units, LongFunction<String> serials) {
        Chance chance = new Chance(seed);
        Log log = new Log(new Chance(seed + 1));
        Names names = new Names();
        List<Pallet> pallets = new Factory(chance, log, names, serials, units).run(START, WEEKS);
        Pallet diverted = pallets.stream()
                .filter(pallet -> pallet.plant().equals(Places.DRESDEN))
                .filter(pallet -> pallet.closedAt()
                        .isAfter(DIVERSION_NOT_BEFORE.atStartOfDay().toInstant(ZONE)))
                .findFirst()
                .orElseThrow();
        String badLot = Factory.componentLot(Places.BRNO, BAD_LOT_ARRIVAL);
        List<Distribution.Delivery> deliveries = new Distribution(chance, log, names, END).run(pallets, diverted);
        List<Retail.Sale> sales = new Retail(chance, log, END, badLot).run(deliveries);
        String copied = copy(sales, log);
        return new World(log.inOrder(), planted(pallets, badLot, diverted, copied));
    }

    /** Somebody in Warsaw shows a unit with the serial that Madrid sold an hour and a half before. */
    private static String copy(List<Retail.Sale> sales, Log log) {
        Retail.Sale sale = sales.stream()
                .filter(candidate -> candidate.shop().equals(Places.MADRID))
                .filter(candidate -> candidate
                        .soldAt()
                        .isAfter(DIVERSION_NOT_BEFORE.atStartOfDay().toInstant(ZONE)))
                .filter(candidate -> candidate.soldAt().atOffset(ZONE).getHour() < 17)
                .findFirst()
                .orElseThrow();
        for (Duration later : List.of(Duration.ofMinutes(95), Duration.ofMinutes(131))) {
            Instant seen = sale.soldAt().plus(later);
            log.add(
                    seen,
                    EventJson.object(
                                    seen,
                                    "OBSERVE",
                                    "inspecting",
                                    "",
                                    List.of(sale.unit().id()))
                            .at(Places.WARSAW));
        }
        return sale.unit().id();
    }

    private static Planted planted(List<Pallet> pallets, String badLot, Pallet diverted, String copied) {
        List<Unit> bad = pallets.stream()
                .flatMap(pallet -> pallet.cases().stream())
                .flatMap(box -> box.units().stream())
                .filter(unit -> unit.componentLot().equals(badLot))
                .toList();
        return new Planted(
                badLot,
                bad.stream().map(Unit::productionDay).distinct().sorted().toList(),
                bad.stream().map(Unit::id).sorted().toList(),
                Factory.SLOW_LINE.id(),
                diverted.sscc(),
                diverted.unitIds().stream().sorted().toList(),
                copied);
    }
}
