package dev.touchstone.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sells units, takes some of them back, and destroys a part of those. */
final class Retail {

    /** A unit that was sold and stayed sold. */
    record Sale(Unit unit, Place shop, Instant soldAt) {}

    private static final Duration SHELF_TIME = Duration.ofDays(12);
    private static final double RETURNED = 0.014;
    private static final double RETURNED_OF_BAD_LOT = 0.24;
    private static final double DESTROYED_OF_RETURNED = 0.35;
    private static final double SOLD_BY_MISTAKE = 0.001;

    private final Chance chance;
    private final Log log;
    private final Instant end;
    private final String badLot;
    private final List<Sale> sales = new ArrayList<>();

    Retail(Chance chance, Log log, Instant end, String badLot) {
        this.chance = chance;
        this.log = log;
        this.end = end;
        this.badLot = badLot;
    }

    List<Sale> run(List<Distribution.Delivery> deliveries) {
        for (Distribution.Delivery delivery : deliveries) {
            for (Unit unit : delivery.box().units()) {
                sell(unit, delivery.shop(), delivery.unpackedAt());
            }
        }
        return sales;
    }

    private void sell(Unit unit, Place shop, Instant available) {
        if (chance.happens(SOLD_BY_MISTAKE)) {
            sellByMistake(unit, shop, available);
        }
        Instant soldAt =
                Distribution.openingTime(available.plus(Duration.ofMinutes(30)).plus(chance.waiting(SHELF_TIME)));
        if (!soldAt.isBefore(end)) {
            return;
        }
        log.add(soldAt, event(soldAt, "retail_selling", "retail_sold", unit, shop));
        boolean comesBack = chance.happens(unit.componentLot().equals(badLot) ? RETURNED_OF_BAD_LOT : RETURNED);
        Instant returnedAt =
                Distribution.openingTime(soldAt.plus(Duration.ofHours(20)).plus(chance.upTo(Duration.ofDays(9))));
        if (comesBack && returnedAt.isBefore(end)) {
            takeBack(unit, shop, returnedAt);
        } else {
            sales.add(new Sale(unit, shop, soldAt));
        }
    }

    private void takeBack(Unit unit, Place shop, Instant returnedAt) {
        log.add(returnedAt, event(returnedAt, "receiving", "returned", unit, shop));
        Instant destroyedAt = Distribution.openingTime(returnedAt.plus(chance.around(Duration.ofDays(2), 0.3)));
        if (chance.happens(DESTROYED_OF_RETURNED) && destroyedAt.isBefore(end)) {
            log.add(
                    destroyedAt,
                    EventJson.object(destroyedAt, "DELETE", "destroying", "destroyed", List.of(unit.id()))
                            .at(shop));
        }
    }

    /** The cashier scans a unit that stays on the shelf; the next day the sale is declared erroneous. */
    private void sellByMistake(Unit unit, Place shop, Instant available) {
        Instant time = Distribution.openingTime(available.plus(Duration.ofMinutes(10)));
        Instant declaredAt = time.plus(Duration.ofHours(24));
        if (declaredAt.isBefore(end)) {
            log.addVoided(time, event(time, "retail_selling", "retail_sold", unit, shop), declaredAt);
        }
    }

    private static EventJson event(Instant time, String bizStep, String disposition, Unit unit, Place shop) {
        return EventJson.object(time, "OBSERVE", bizStep, disposition, List.of(unit.id()))
                .at(shop);
    }
}
