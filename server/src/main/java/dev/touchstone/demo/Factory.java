package dev.touchstone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Makes units and packs them. Each line makes one product a day in three shifts; ten units at a time leave the test bench and
 * wait for packing. A component lot arrives at a plant each working day and is built in over three of them.
 */
final class Factory {

    static final Place SLOW_LINE = Places.LINES.get(4);
    private static final double SLOWNESS = 3;
    private static final Duration PACKING_WAIT = Duration.ofMinutes(38);

    private static final int UNITS_A_CASE = 10;
    private static final int CASES_A_PALLET = 20;
    private static final List<Double> LOT_SHARES = List.of(0.3, 0.45, 0.25);

    private enum Shift {
        EARLY(6, 0.37),
        LATE(14, 0.34),
        NIGHT(22, 0.29);

        final int startHour;
        final double share;

        Shift(int startHour, double share) {
            this.startHour = startHour;
            this.share = share;
        }
    }

    private final Chance chance;
    private final Log log;
    private final Names names;
    private final LongFunction<String> serials;
    private final int unitsInAll;

    private final List<Case> cases = new ArrayList<>();
    private final Map<Place, List<LocalDate>> lotDays = new HashMap<>();
    private long made;

    Factory(Chance chance, Log log, Names names, LongFunction<String> serials, int unitsInAll) {
        this.chance = chance;
        this.log = log;
        this.names = names;
        this.serials = serials;
        this.unitsInAll = unitsInAll;
    }

    /** Runs the plants from {@code first} for whole weeks; answers the pallets, by the time at which they are closed. */
    List<Pallet> run(LocalDate first, int weeks) {
        double unitsALineDay = unitsInAll / (weeks * weekWeight() * Places.LINES.size());
        for (LocalDate day = first; day.isBefore(first.plusWeeks(weeks)); day = day.plusDays(1)) {
            for (Place line : Places.LINES) {
                for (Shift shift : Shift.values()) {
                    double units = unitsALineDay * weight(day.getDayOfWeek()) * shift.share;
                    runShift(line, day, shift, units);
                }
            }
        }
        LocalDate overtime = first.plusWeeks(weeks);
        while (made < unitsInAll) {
            runShift(Places.LINES.getFirst(), overtime, Shift.EARLY, unitsInAll - made);
        }
        return pallets();
    }

    private void runShift(Place line, LocalDate day, Shift shift, double units) {
        double planned = units / UNITS_A_CASE;
        int casesNow = (int) planned + (chance.happens(planned - (int) planned) ? 1 : 0);
        for (int i = 0; i < casesNow && made < unitsInAll; i++) {
            Instant start = day.atTime(LocalTime.of(shift.startHour, 0)).toInstant(World.ZONE);
            Duration slot = Duration.ofMinutes(7 * 60 / casesNow);
            fillCase(line, day, shift, start.plus(slot.multipliedBy(i)).plus(chance.upTo(slot)));
        }
    }

    private void fillCase(Place line, LocalDate day, Shift shift, Instant start) {
        Product product = Product.ALL.get((Places.LINES.indexOf(line) + day.getDayOfYear() / 2) % Product.ALL.size());
        String lot = String.format(
                Locale.ROOT,
                "%s%d-%tm%<td",
                line.city().substring(0, 2).toUpperCase(Locale.ROOT),
                Places.LINES.indexOf(line) % 3 + 1,
                day);
        List<Unit> units = new ArrayList<>();
        Instant madeAt = start;
        for (int i = 0; i < UNITS_A_CASE && made < unitsInAll; i++) {
            madeAt = madeAt.plus(chance.upTo(Duration.ofMinutes(4))).plusSeconds(20);
            units.add(make(product, lot, line, day, madeAt));
        }
        boolean slow = line.equals(SLOW_LINE) && shift == Shift.NIGHT;
        Duration wait = chance.around(PACKING_WAIT, 0.35);
        Instant packedAt = madeAt.plus(slow ? Duration.ofSeconds((long) (wait.toSeconds() * SLOWNESS)) : wait);
        Case box = new Case(names.sscc(0), line, units, packedAt);
        cases.add(box);
        String plant = line.parent().orElseThrow();
        log.add(
                packedAt.minusSeconds(60),
                EventJson.object(packedAt.minusSeconds(60), "ADD", "commissioning", "active", List.of(box.sscc()))
                        .at(line, plant));
        log.add(packedAt, EventJson.packed(packedAt, box.sscc(), box.unitIds()).at(line, plant));
    }

    private Unit make(Product product, String lot, Place line, LocalDate day, Instant madeAt) {
        String plant = line.parent().orElseThrow();
        String id = product.id() + "/21/" + serials.apply(made++);
        Unit unit = new Unit(id, product, lot, componentLot(plant, day), line, day, madeAt);
        log.add(
                madeAt,
                EventJson.made(madeAt, unit.componentLot(), unit.id(), lot).at(line, plant));
        return unit;
    }

    /** A lot that arrived today, one or two working days ago; its number names the plant and the day of arrival. */
    private String componentLot(String plant, LocalDate day) {
        Place at = Places.PLANTS.stream()
                .filter(place -> place.id().equals(plant))
                .findFirst()
                .orElseThrow();
        List<LocalDate> days = lotDays.computeIfAbsent(at, key -> new ArrayList<>());
        if (days.isEmpty() || !days.getLast().equals(day)) {
            days.add(day);
        }
        int age = chance.one(List.of(0, 1, 2), LOT_SHARES::get);
        return componentLot(at, days.get(Math.max(0, days.size() - 1 - age)));
    }

    /** The lot that arrived at a plant on a day. */
    static String componentLot(Place plant, LocalDate arrival) {
        return String.format(Locale.ROOT, "%s/10/%s%ty%<tm%<td", Product.CELL.id(), plant.country(), arrival);
    }

    /** Cases of a line in the order of packing, twenty a pallet; the last one may be smaller. */
    private List<Pallet> pallets() {
        List<Pallet> pallets = new ArrayList<>();
        for (Place line : Places.LINES) {
            List<Case> packed = cases.stream()
                    .filter(box -> box.line().equals(line))
                    .sorted(Comparator.comparing(Case::packedAt))
                    .toList();
            for (int from = 0; from < packed.size(); from += CASES_A_PALLET) {
                pallets.add(close(line, packed.subList(from, Math.min(packed.size(), from + CASES_A_PALLET))));
            }
        }
        pallets.sort(Comparator.comparing(Pallet::closedAt).thenComparing(Pallet::sscc));
        return pallets;
    }

    private Pallet close(Place line, List<Case> boxes) {
        Instant closedAt = boxes.getLast().packedAt().plus(chance.around(Duration.ofMinutes(25), 0.3));
        String plantId = line.parent().orElseThrow();
        Place plant = Places.PLANTS.stream()
                .filter(place -> place.id().equals(plantId))
                .findFirst()
                .orElseThrow();
        Pallet pallet = new Pallet(names.sscc(1), plant, List.copyOf(boxes), closedAt);
        Instant commissioned = closedAt.minusSeconds(60);
        log.add(
                commissioned,
                EventJson.object(commissioned, "ADD", "commissioning", "active", List.of(pallet.sscc()))
                        .at(plant));
        log.add(
                closedAt,
                EventJson.packed(closedAt, pallet.sscc(), pallet.caseIds()).at(plant));
        return pallet;
    }

    private static double weekWeight() {
        double sum = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            sum += weight(day);
        }
        return sum;
    }

    private static double weight(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> 0.92;
            case TUESDAY, THURSDAY -> 1.06;
            case WEDNESDAY -> 1.12;
            case FRIDAY -> 0.99;
            case SATURDAY -> 0.45;
            case SUNDAY -> 0;
        };
    }
}
