package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Shares side by side, such as the return rate of each component lot: each with its interval, its place in the funnel about the
 * target, and whether it differs from the target by more than chance.
 *
 * @param rows from the highest share to the lowest, then those without a denominator, by name
 * @param target share that all are held against: the sum of the numerators over the sum of the denominators
 * @param dispersion absent with fewer than two shares, or when the target is 0 or 1
 * @param notes what was not computed, and why
 */
public record Proportions(
        List<Row> rows,
        OptionalDouble target,
        Optional<Dispersion> dispersion,
        Direction direction,
        List<String> notes) {

    /**
     * @param share numerator over denominator; absent for a denominator of 0
     * @param limits absent with fewer than two shares, or when the target is 0 or 1; so are {@code position} and {@code q}
     * @param q share of false alarms to be expected if every unit at least as striking as this one is called out
     */
    public record Row(
            String name,
            long numerator,
            long denominator,
            OptionalDouble share,
            Interval interval,
            Optional<Gap> gapToTarget,
            Optional<Funnel> limits,
            Optional<Funnel.Position> position,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {}

    /** With 95 % intervals and a false-discovery rate of 5 %. */
    public static Proportions of(List<Count> counts, Direction direction) {
        return of(counts, direction, 0.95, 0.05);
    }

    public static Proportions of(List<Count> counts, Direction direction, double level, double falseDiscoveryRate) {
        Values.probability(level, "The confidence level");
        Values.probability(falseDiscoveryRate, "The false-discovery rate");
        requireNames(counts);
        List<Count> counted = counts.stream()
                .filter(c -> c.denominator() > 0)
                .sorted(Comparator.comparingDouble((Count c) -> -share(c)).thenComparing(Count::name))
                .toList();
        List<String> notes = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        OptionalDouble target = target(counted);
        Optional<Dispersion> dispersion = Optional.empty();
        if (counted.size() > 1 && target.getAsDouble() > 0 && target.getAsDouble() < 1) {
            Judgement judgement = new Judgement(counted, target.getAsDouble());
            dispersion = Optional.of(judgement.dispersion);
            rows.addAll(judgement.rows(direction, level, falseDiscoveryRate));
        } else {
            String why = counted.size() < 2
                    ? "Not compared because fewer than two have a denominator above 0."
                    : "Not compared because the share is the same everywhere.";
            notes.add(why);
            Verdict verdict = counted.size() < 2 ? Verdict.NOT_RANKED : Verdict.NOT_DISTINGUISHABLE;
            counted.forEach(c -> rows.add(bare(c, level, verdict, why)));
        }
        counts.stream()
                .filter(c -> c.denominator() == 0)
                .sorted(Comparator.comparing(Count::name))
                .forEach(c -> rows.add(bare(
                        c,
                        level,
                        Verdict.NOT_RANKED,
                        "Not ranked because its denominator is 0: nothing was counted.")));
        return new Proportions(List.copyOf(rows), target, dispersion, direction, List.copyOf(notes));
    }

    /** All shares held against one target. */
    private static final class Judgement {
        private final List<Count> counts;
        private final double target;
        private final Dispersion dispersion;

        Judgement(List<Count> counts, double target) {
            this.counts = counts;
            this.target = target;
            this.dispersion = Dispersion.of(counts.stream()
                    .mapToDouble(c -> (share(c) - target) / Math.sqrt(target * (1 - target) / c.denominator()))
                    .toArray());
        }

        List<Row> rows(Direction direction, double level, double falseDiscoveryRate) {
            double[] q = FalseDiscovery.adjust(
                    counts.stream().mapToDouble(this::pValue).toArray());
            return IntStream.range(0, q.length)
                    .mapToObj(i -> {
                        Count c = counts.get(i);
                        Funnel funnel = Funnel.of((int) c.denominator(), target, dispersion.widening());
                        return new Row(
                                c.name(),
                                c.numerator(),
                                c.denominator(),
                                OptionalDouble.of(share(c)),
                                Interval.wilson(c.numerator(), c.denominator(), level),
                                Optional.of(Gap.between(share(c), target)),
                                Optional.of(funnel),
                                Optional.of(funnel.position(share(c))),
                                q[i] <= falseDiscoveryRate
                                        ? direction.verdict(share(c) > target)
                                        : Verdict.NOT_DISTINGUISHABLE,
                                OptionalDouble.of(q[i]),
                                Optional.empty());
                    })
                    .toList();
        }

        /** Two-sided mid-p-value of the count, its normal score divided by the over-dispersion. */
        private double pValue(Count c) {
            BinomialDistribution counts = BinomialDistribution.of((int) c.denominator(), target);
            int k = (int) c.numerator();
            double half = counts.probability(k) / 2;
            double tail = Math.min(counts.cumulativeProbability(k), counts.survivalProbability(k) + 2 * half) - half;
            double score = Math.max(0, Estimate.scoreOf(tail)) / dispersion.widening();
            return Math.min(1, 2 * Interval.NORMAL.survivalProbability(score));
        }
    }

    private static Row bare(Count c, double level, Verdict verdict, String why) {
        return new Row(
                c.name(),
                c.numerator(),
                c.denominator(),
                c.denominator() == 0 ? OptionalDouble.empty() : OptionalDouble.of(share(c)),
                Interval.wilson(c.numerator(), c.denominator(), level),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                verdict,
                OptionalDouble.empty(),
                Optional.of(why));
    }

    private static double share(Count c) {
        return (double) c.numerator() / c.denominator();
    }

    private static OptionalDouble target(List<Count> counted) {
        long numerator = counted.stream().mapToLong(Count::numerator).sum();
        long denominator = counted.stream().mapToLong(Count::denominator).sum();
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    private static void requireNames(List<Count> counts) {
        if (counts.isEmpty()) {
            throw new BadData("empty", "There are no shares to compare.", "Give two counts or more.");
        }
        Set<String> seen = new HashSet<>();
        for (Count count : counts) {
            if (!seen.add(count.name())) {
                throw new BadData(
                        "duplicate-name",
                        "Two counts are named \"" + count.name() + "\".",
                        "Give each count a name of its own.");
            }
        }
    }
}
