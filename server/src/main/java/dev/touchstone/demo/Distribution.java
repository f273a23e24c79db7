package dev.touchstone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings pallets to the distribution centres, and cases from there to the shops. */
final class Distribution {

    /** A case that a shop has unpacked. */
    record Delivery(Case box, Place shop, Instant unpackedAt) {}

    private record Despatch(Place centre, Place shop, LocalDate day) {}

    private static final Map<String, Duration> ROAD = Map.of(
            "DE", Duration.ofHours(16),
            "FR", Duration.ofHours(18),
            "ES", Duration.ofHours(34),
            "IT", Duration.ofHours(28),
            "PL", Duration.ofHours(24));

    private final Chance chance;
    private final Log log;
    private final Names names;
    private final Instant end;

    private final Map<Despatch, List<Case>> despatches = new LinkedHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    Distribution(Chance chance, Log log, Names names, Instant end) {
        this.chance = chance;
        this.log = log;
        this.names = names;
        this.end = end;
    }

    /** Carries all pallets but {@code diverted} to a centre and on to shops; that one goes astray to Warsaw. */
    List<Delivery> run(List<Pallet> pallets, Pallet diverted) {
        for (Pallet pallet : pallets) {
            if (pallet == diverted) {
                divert(pallet);
            } else {
                toCentre(pallet);
            }
        }
        despatches.forEach(this::toShop);
        return deliveries;
    }

    private void toCentre(Pallet pallet) {
        Place centre = chance.one(Places.CENTRES, Place::weight);
        Instant leaves = nextTruck(pallet.closedAt());
        if (!ship(leaves, pallet, centre)) {
            return;
        }
        Instant arrives = leaves.plus(chance.around(Duration.ofHours(22), 0.25));
        Instant unpacked = arrives.plus(chance.around(Duration.ofHours(3), 0.4));
        if (!arrives.isBefore(end)) {
            return;
        }
        log.add(arrives, received(arrives, List.of(pallet.sscc()), centre));
        if (!unpacked.isBefore(end)) {
            return;
        }
        log.add(unpacked, EventJson.emptied(unpacked, pallet.sscc()).at(centre));
        for (Case box : pallet.cases()) {
            LocalDate day = LocalDate.ofInstant(unpacked, World.ZONE).plusDays(1L + chance.below(3));
            day = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
            Place shop = chance.one(Places.SHOPS, Place::weight);
            despatches
                    .computeIfAbsent(new Despatch(centre, shop, day), key -> new ArrayList<>())
                    .add(box);
        }
    }

    private void toShop(Despatch despatch, List<Case> boxes) {
        Instant leaves = despatch.day().atTime(5, 0).toInstant(World.ZONE).plus(chance.upTo(Duration.ofMinutes(90)));
        if (!leaves.isBefore(end)) {
            return;
        }
        List<String> ids = boxes.stream().map(Case::sscc).toList();
        log.add(
                leaves,
                EventJson.object(leaves, "OBSERVE", "shipping", "in_transit", ids)
                        .at(despatch.centre())
                        .sent(despatch.centre(), despatch.shop(), names.despatchAdvice(despatch.centre())));
        Duration road = ROAD.get(despatch.shop().country());
        Instant arrives = openingTime(leaves.plus(chance.around(road, 0.22)));
        if (!arrives.isBefore(end)) {
            return;
        }
        log.add(arrives, received(arrives, ids, despatch.shop()));
        boxes.forEach(box -> unpack(box, despatch.shop(), arrives));
    }

    private void unpack(Case box, Place shop, Instant arrived) {
        Instant unpacked = openingTime(arrived.plus(chance.around(Duration.ofHours(4), 0.6)));
        if (unpacked.isBefore(end)) {
            log.add(unpacked, EventJson.emptied(unpacked, box.sscc()).at(shop));
            deliveries.add(new Delivery(box, shop, unpacked));
        }
    }

    /** Sent to Lyon in France, next seen three days later in the back room of the Warsaw shop, and sold from there. */
    private void divert(Pallet pallet) {
        Instant leaves = nextTruck(pallet.closedAt());
        ship(leaves, pallet, Places.LYON);
        Instant arrives = openingTime(leaves.plus(Duration.ofHours(70)));
        log.add(arrives, received(arrives, List.of(pallet.sscc()), Places.WARSAW));
        Instant unpacked = arrives.plus(Duration.ofMinutes(50));
        log.add(unpacked, EventJson.emptied(unpacked, pallet.sscc()).at(Places.WARSAW));
        pallet.cases().forEach(box -> unpack(box, Places.WARSAW, unpacked));
    }

    private boolean ship(Instant leaves, Pallet pallet, Place centre) {
        if (!leaves.isBefore(end)) {
            return false;
        }
        log.add(
                leaves,
                EventJson.object(leaves, "OBSERVE", "shipping", "in_transit", List.of(pallet.sscc()))
                        .at(pallet.plant())
                        .sent(pallet.plant(), centre, names.despatchAdvice(pallet.plant())));
        return true;
    }

    private static EventJson received(Instant time, List<String> ids, Place place) {
        return EventJson.object(time, "OBSERVE", "receiving", "in_progress", ids)
                .at(place);
    }

    /** Trucks leave a plant at 7:00 and 15:00 on working days. */
    private static Instant nextTruck(Instant ready) {
        OffsetDateTime time = ready.atOffset(World.ZONE);
        LocalDate day = time.toLocalDate();
        while (true) {
            boolean working = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
            for (int hour : new int[] {7, 15}) {
                Instant truck = day.atTime(hour, 0).toInstant(World.ZONE);
                if (working && truck.isAfter(ready)) {
                    return truck;
                }
            }
            day = day.plusDays(1);
        }
    }

    /** The moment itself when shops are open (9:00 to 20:00, not on Sundays), else a little after they open next. */
    static Instant openingTime(Instant moment) {
        OffsetDateTime time = moment.atOffset(World.ZONE);
        LocalDate day = time.toLocalDate();
        boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (!sunday && time.getHour() >= 9 && time.getHour() < 20) {
            return moment;
        }
        if (sunday || time.getHour() >= 20) {
            day = day.plusDays(1);
            day = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
        }
        LocalTime opened = LocalTime.of(9, 0).plusMinutes(time.getMinute() / 2).plusSeconds(time.getSecond());
        return day.atTime(opened).toInstant(World.ZONE);
    }
}
