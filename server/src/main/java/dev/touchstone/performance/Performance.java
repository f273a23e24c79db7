package dev.touchstone.performance;

import dev.touchstone.benchmark.Comparison;
import dev.touchstone.benchmark.Comparison.Question;
import dev.touchstone.benchmark.Direction;
import dev.touchstone.benchmark.Gap;
import dev.touchstone.benchmark.Group;
import dev.touchstone.benchmark.Quantile;
import dev.touchstone.benchmark.Verdict;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lead times and returns of product units, compared between groups. Stateless; thread-safe. */
public final class Performance {

    private final Population population;
    private final MasterData masterData;

    public Performance(Population population, MasterData masterData) {
        this.population = population;
        this.masterData = masterData;
    }

    /** Compares the groups; a group of fewer than {@value Comparison#LEAST_RANKED} is shown and not judged. */
    public LeadTimes leadTimes(LeadTimeQuestion question) {
        return leadTimes(question, Journeys.of(question, population, masterData));
    }

    private LeadTimes leadTimes(LeadTimeQuestion question, Journeys journeys) {
        Map<String, List<Journey>> groups = grouped(question, journeys);
        if (groups.isEmpty()) {
            return nothing(question, journeys.unfinished());
        }
        double[] all = hours(journeys.finished());
        Comparison comparison = Comparison.of(
                groups.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), hours(entry.getValue())))
                        .toList(),
                Question.of(question.statistic(), Direction.LOWER_IS_BETTER));
        Histogram histogram = Histogram.over(all);
        List<LeadTimes.Group> rows = comparison.rows().stream()
                .map(row -> group(question, row, groups.get(row.name()), histogram))
                .toList();
        double median = Quantile.DEFAULT.of(all, 0.5);
        return new LeadTimes(
                question.from(),
                question.to(),
                question.by().stream().map(Dimension::word).toList(),
                question.statistic().name(),
                sentence(question, rows, median),
                all.length,
                journeys.unfinished(),
                question.since().orElse(null),
                question.until().orElse(null),
                median,
                histogram.edges(),
                rows,
                comparison.notes().isEmpty() ? null : String.join(" ", comparison.notes()));
    }

    /** Compares the shares of sold units that came back; sales from {@code since} to before {@code until} count. */
    public Returns returns(Returns.By by, Optional<String> product, Optional<Instant> since, Optional<Instant> until) {
        return new ReturnRates(population, masterData).compare(by, product, since, until);
    }

    /** The journeys of one group, slowest first; empty where the comparison has no such group. */
    Optional<Behind> behind(LeadTimeQuestion question, String key) {
        Journeys journeys = Journeys.of(question, population, masterData);
        List<Journey> slowestFirst = journeys.finished().stream()
                .filter(journey -> question.keyOf(journey).equals(key))
                .sorted(Comparator.comparingDouble(Journey::hours).reversed().thenComparing(Journey::unit))
                .toList();
        return leadTimes(question, journeys).groups().stream()
                .filter(group -> group.key().equals(key))
                .findFirst()
                .map(group -> new Behind(group, slowestFirst));
    }

    record Behind(LeadTimes.Group group, List<Journey> slowestFirst) {}

    private static Map<String, List<Journey>> grouped(LeadTimeQuestion question, Journeys journeys) {
        return journeys.finished().stream()
                .collect(Collectors.groupingBy(question::keyOf, TreeMap::new, Collectors.toList()));
    }

    private LeadTimes.Group group(
            LeadTimeQuestion question, Comparison.Row row, List<Journey> journeys, Histogram histogram) {
        Optional<Comparison.Spread> spread = row.spread();
        Map<String, String> members = new LinkedHashMap<>();
        question.by().forEach(dimension -> members.put(dimension.word(), dimension.of(journeys.getFirst())));
        return new LeadTimes.Group(
                row.name(),
                name(members),
                members,
                row.n(),
                spread.map(Comparison.Spread::median).orElse(null),
                spread.map(Comparison.Spread::q1).orElse(null),
                spread.map(Comparison.Spread::q3).orElse(null),
                spread.map(Comparison.Spread::p90).orElse(null),
                orNull(row.value()),
                new LeadTimes.Interval(
                        orNull(row.interval().low()), orNull(row.interval().high())),
                row.gapToBest().map(Gap::units).orElse(null),
                row.gapToMedian().map(Gap::units).orElse(null),
                share(row.gapToBest()),
                share(row.gapToMedian()),
                orNull(row.q()),
                judgement(row.verdict()),
                histogram.count(hours(journeys)));
    }

    /** As people would name the group: the names of its places, then the rest. */
    private String name(Map<String, String> members) {
        List<String> parts = new ArrayList<>();
        members.forEach((dimension, value) -> parts.add(
                switch (dimension) {
                    case "plant", "line", "site" ->
                        value.equals(Dimension.NOT_KNOWN)
                                ? "unknown " + dimension
                                : masterData.location(value).name();
                    case "product" ->
                        value.equals(Dimension.NOT_KNOWN)
                                ? "unknown product"
                                : masterData.product(value).name();
                    case "shift" -> value + " shift";
                    default -> value;
                }));
        return String.join(", ", parts);
    }

    private static String sentence(LeadTimeQuestion question, List<LeadTimes.Group> groups, double median) {
        String whole = String.format(
                Locale.ROOT,
                "From %s to %s takes a median of %s",
                words(question.from()),
                words(question.to()),
                Words.duration(median));
        return groups.stream()
                .filter(group -> group.judgement() == LeadTimes.Judgement.WORSE)
                .max(Comparator.comparingDouble(LeadTimes.Group::gapToMedianHours))
                .map(worst -> "%s; %s is slowest with %s, %s above the median of the groups."
                        .formatted(
                                whole,
                                worst.name(),
                                Words.duration(worst.valueHours()),
                                Words.duration(worst.gapToMedianHours())))
                .orElse(whole + "; no group is slower than the others by more than chance.");
    }

    private static LeadTimes nothing(LeadTimeQuestion question, int unfinished) {
        return new LeadTimes(
                question.from(),
                question.to(),
                question.by().stream().map(Dimension::word).toList(),
                question.statistic().name(),
                "No unit passed both %s and later %s in this period."
                        .formatted(words(question.from()), words(question.to())),
                0,
                unfinished,
                question.since().orElse(null),
                question.until().orElse(null),
                null,
                new double[0],
                List.of(),
                "Nothing to compare.");
    }

    static LeadTimes.Judgement judgement(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> LeadTimes.Judgement.BETTER;
            case WORSE -> LeadTimes.Judgement.WORSE;
            case NOT_DISTINGUISHABLE, HIGHER, LOWER -> LeadTimes.Judgement.NOT_DISTINGUISHABLE;
            case NOT_RANKED -> LeadTimes.Judgement.TOO_FEW;
        };
    }

    private static String words(String bizStep) {
        return bizStep.replace('_', ' ');
    }

    private static Double share(Optional<Gap> gap) {
        return gap.map(found -> orNull(found.percent()))
                .map(percent -> percent / 100)
                .orElse(null);
    }

    static Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static double[] hours(List<Journey> journeys) {
        return journeys.stream().mapToDouble(Journey::hours).toArray();
    }
}
