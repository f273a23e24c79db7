package dev.touchstone.performance;

import static dev.touchstone.performance.Performance.orNull;

import dev.touchstone.benchmark.Count;
import dev.touchstone.benchmark.Direction;
import dev.touchstone.benchmark.Dispersion;
import dev.touchstone.benchmark.Proportions;
import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Lgtin;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.performance.LeadTimes.Interval;
import dev.touchstone.performance.LeadTimes.Judgement;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Population.Made;
import dev.touchstone.trace.Population.MadeFilter;
import dev.touchstone.trace.Population.Passage;
import dev.touchstone.trace.Population.Step;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often sold units come back: a sale is a passage of retail selling, a return one with the disposition "returned" after it. */
final class ReturnRates {

    private static final String SELLING = "retail_selling";
    private static final String RECEIVING = "receiving";
    private static final String RETURNED = "returned";

    private final Population population;
    private final MasterData masterData;

    ReturnRates(Population population, MasterData masterData) {
        this.population = population;
        this.masterData = masterData;
    }

    Returns compare(Returns.By by, Optional<String> product, Optional<Instant> since, Optional<Instant> until) {
        Map<String, Passage> sales = new HashMap<>();
        population
                .passages(new Step(SELLING, Optional.empty(), since, until))
                .forEach(sale -> sales.putIfAbsent(sale.unit(), sale));
        Map<String, Made> made = population.made(MadeFilter.ANY);
        product.ifPresent(gtin -> sales.keySet().removeIf(unit -> !unit.contains("/01/" + gtin + "/")));
        Set<String> returned = population.passages(Step.of(RECEIVING).with(RETURNED)).stream()
                .filter(back -> sales.containsKey(back.unit())
                        && back.at().isAfter(sales.get(back.unit()).at()))
                .map(Passage::unit)
                .collect(Collectors.toSet());
        Map<String, long[]> counts = new TreeMap<>();
        Map<String, List<String>> keys = keys(by, sales, made);
        for (String unit : sales.keySet()) {
            for (String key : new HashSet<>(keys.getOrDefault(unit, List.of(Dimension.NOT_KNOWN)))) {
                long[] count = counts.computeIfAbsent(key, fresh -> new long[2]);
                count[0]++;
                count[1] += returned.contains(unit) ? 1 : 0;
            }
        }
        return answer(by, sales.size(), returned.size(), counts);
    }

    private Map<String, List<String>> keys(Returns.By by, Map<String, Passage> sales, Map<String, Made> made) {
        if (by == Returns.By.COMPONENT_LOT) {
            return population.componentLots(sales.keySet());
        }
        Map<String, List<String>> keys = new HashMap<>();
        sales.forEach((unit, sale) -> {
            String key = key(by, sale, made.get(unit));
            keys.put(unit, List.of(key == null ? Dimension.NOT_KNOWN : key));
        });
        return keys;
    }

    private String key(Returns.By by, Passage sale, Made made) {
        return switch (by) {
            case PRODUCT -> made == null ? null : made.productClass();
            case PRODUCT_LOT -> made == null || made.lot() == null ? null : made.productClass() + "/10/" + made.lot();
            case PLANT -> made == null ? null : made.plant();
            case LINE -> made == null ? null : made.line();
            case COUNTRY ->
                sale.bizLocation() == null
                        ? null
                        : masterData.location(sale.bizLocation()).country().orElse(null);
            case COMPONENT_LOT -> throw new IllegalArgumentException("a unit may have several component lots");
        };
    }

    private Returns answer(Returns.By by, int sold, int returned, Map<String, long[]> counts) {
        if (counts.isEmpty()) {
            return new Returns(
                    word(by), "No unit was sold in this period.", 0, 0, null, null, List.of(), "Nothing to compare.");
        }
        Proportions proportions = Proportions.of(
                counts.entrySet().stream()
                        .map(entry -> new Count(entry.getKey(), entry.getValue()[1], entry.getValue()[0]))
                        .toList(),
                Direction.LOWER_IS_BETTER);
        List<Returns.Group> groups =
                proportions.rows().stream().map(row -> group(by, row)).toList();
        double share = (double) returned / sold;
        return new Returns(
                word(by),
                sentence(groups, share, sold),
                sold,
                returned,
                share,
                proportions.dispersion().map(Dispersion::phi).orElse(null),
                groups,
                proportions.notes().isEmpty() ? null : String.join(" ", proportions.notes()));
    }

    private Returns.Group group(Returns.By by, Proportions.Row row) {
        return new Returns.Group(
                row.name(),
                name(by, row.name()),
                row.denominator(),
                row.numerator(),
                orNull(row.share()),
                new Interval(orNull(row.interval().low()), orNull(row.interval().high())),
                orNull(row.q()),
                row.limits()
                        .map(funnel -> new Interval(funnel.low95(), funnel.high95()))
                        .orElse(null),
                row.limits()
                        .map(funnel -> new Interval(funnel.low998(), funnel.high998()))
                        .orElse(null),
                Performance.judgement(row.verdict()));
    }

    private String name(Returns.By by, String key) {
        if (key.equals(Dimension.NOT_KNOWN)) {
            return "unknown";
        }
        return switch (by) {
            case COMPONENT_LOT, PRODUCT_LOT ->
                EpcUri.parse(key) instanceof EpcUri.Gs1 found && found.key() instanceof Lgtin lot
                        ? "%s, lot %s"
                                .formatted(
                                        masterData.product(lot.gtin().digits()).name(), lot.lot())
                        : key;
            case PRODUCT -> masterData.product(key.substring(key.length() - 14)).name();
            case PLANT, LINE -> masterData.location(key).name();
            case COUNTRY -> key;
        };
    }

    private static String sentence(List<Returns.Group> groups, double share, int sold) {
        String whole = "%s of %s sold units came back".formatted(Words.percent(share), Words.count(sold));
        List<Returns.Group> worse = groups.stream()
                .filter(group -> group.judgement() == Judgement.WORSE)
                .toList();
        if (worse.isEmpty()) {
            return whole + "; no group stands out by more than chance.";
        }
        Returns.Group worst = worse.getFirst();
        String others = worse.size() == 1 ? "" : " (and %d more)".formatted(worse.size() - 1);
        return "%s; of %s it is %s%s.".formatted(whole, worst.name(), Words.percent(worst.share()), others);
    }

    private static String word(Returns.By by) {
        return switch (by) {
            case COMPONENT_LOT -> "componentLot";
            case PRODUCT -> "product";
            case PRODUCT_LOT -> "productLot";
            case PLANT -> "plant";
            case LINE -> "line";
            case COUNTRY -> "country";
        };
    }
}
