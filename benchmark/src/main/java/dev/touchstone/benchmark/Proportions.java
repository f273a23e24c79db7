package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Shares side by side, such as the return rate of each component lot: each with its interval, its place in the funnel about the
 * target, and whether it differs from the target by more than chance.
 *
 * @param rows from the highest share to the lowest, then those without a denominator, by name
 * @param target share that all are held against: the sum of the numerators over the sum of the denominators
 * @param dispersion absent with fewer than two shares, or when the target is 0 or 1
 * @param rankability share of the differences between units that is not chance, from 0 to 1; absent as the dispersion is
 * @param notes what was not computed, and why
 */
public record Proportions(
        List<Row> rows,
        OptionalDouble target,
        Optional<Dispersion> dispersion,
        OptionalDouble rankability,
        Direction direction,
        List<String> notes) {

    /**
     * @param share numerator over denominator; absent for a denominator of 0
     * @param limits absent with fewer than two shares, or when the target is 0 or 1; so are {@code position}, {@code shrunken},
     *     {@code expectedRank} and {@code q}
     * @param shrunken share to be expected of the unit once chance is allowed for
     * @param expectedRank also absent without a direction
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
            OptionalDouble shrunken,
            Optional<Comparison.ExpectedRank> expectedRank,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {}

    /** With 95 % intervals and a false-discovery rate of 5 %. */
    public static Proportions of(List<Count> counts, Direction direction) {
        return of(counts, direction, 0.95, 0.05);
    }

    public static Proportions of(List<Count> counts, Direction direction, double level, double falseDiscoveryRate) {
        Draft draft = draft(counts, direction, level, falseDiscoveryRate, Dispersion.Model.MULTIPLICATIVE);
        return draft.judged(FalseDiscovery.adjust(draft.pValues()));
    }

    /** Shares with their tests made and their verdicts still open. */
    static Draft draft(
            List<Count> counts, Direction direction, double level, double falseDiscoveryRate, Dispersion.Model model) {
        Values.probability(level, "The confidence level");
        Values.probability(falseDiscoveryRate, "The false-discovery rate");
        Comparison.requireNames(counts, Count::name);
        return new Draft(counts, direction, level, falseDiscoveryRate, model);
    }

    static final class Draft {
        private static final long SEED = 1;

        private final List<Count> all;
        private final List<Count> counted;
        private final Direction direction;
        private final double level;
        private final double falseDiscoveryRate;
        private final OptionalDouble target;
        private final Optional<CountTest> test;

        private Draft(
                List<Count> all, Direction direction, double level, double falseDiscoveryRate, Dispersion.Model model) {
            this.all = all;
            this.direction = direction;
            this.level = level;
            this.falseDiscoveryRate = falseDiscoveryRate;
            counted = all.stream()
                    .filter(c -> c.denominator() > 0)
                    .sorted(Comparator.comparingDouble((Count c) -> -share(c)).thenComparing(Count::name))
                    .toList();
            long numerator = counted.stream().mapToLong(Count::numerator).sum();
            long denominator = counted.stream().mapToLong(Count::denominator).sum();
            target = denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
            boolean comparable = counted.size() > 1 && numerator > 0 && numerator < denominator;
            test = comparable
                    ? Optional.of(CountTest.shares(
                            counted.stream().mapToDouble(Count::numerator).toArray(),
                            counted.stream().mapToDouble(Count::denominator).toArray(),
                            target.getAsDouble(),
                            model))
                    : Optional.empty();
        }

        double[] pValues() {
            return test.map(CountTest::pValues).orElseGet(() -> new double[0]);
        }

        Proportions judged(double[] q) {
            List<String> notes = new ArrayList<>();
            List<Row> rows = new ArrayList<>();
            OptionalDouble rankability = OptionalDouble.empty();
            if (test.isPresent()) {
                CountTest.Shrinkage shrinkage = test.get().shrinkage(direction, level, SEED);
                rankability = OptionalDouble.of(shrinkage.rankability());
                IntStream.range(0, q.length)
                        .mapToObj(i -> row(i, q[i], test.get(), shrinkage))
                        .forEach(rows::add);
            } else {
                boolean few = counted.size() < 2;
                String why = few
                        ? "Not compared because fewer than two have a denominator above 0."
                        : "Not compared because the share is the same everywhere.";
                notes.add(why);
                counted.forEach(
                        c -> rows.add(bare(c, level, few ? Verdict.NOT_RANKED : Verdict.NOT_DISTINGUISHABLE, why)));
            }
            all.stream()
                    .filter(c -> c.denominator() == 0)
                    .sorted(Comparator.comparing(Count::name))
                    .forEach(c -> rows.add(bare(
                            c,
                            level,
                            Verdict.NOT_RANKED,
                            "Not ranked because its denominator is 0: nothing was counted.")));
            return new Proportions(
                    List.copyOf(rows),
                    target,
                    test.map(CountTest::dispersion),
                    rankability,
                    direction,
                    List.copyOf(notes));
        }

        private Row row(int i, double q, CountTest test, CountTest.Shrinkage shrinkage) {
            Count c = counted.get(i);
            Funnel funnel = test.funnel(i);
            return new Row(
                    c.name(),
                    c.numerator(),
                    c.denominator(),
                    OptionalDouble.of(share(c)),
                    Interval.wilson(c.numerator(), c.denominator(), level),
                    Optional.of(Gap.between(share(c), target.getAsDouble())),
                    Optional.of(funnel),
                    Optional.of(funnel.position(share(c))),
                    OptionalDouble.of(shrinkage.shrunken()[i]),
                    direction == Direction.NONE
                            ? Optional.empty()
                            : Optional.of(shrinkage.ranks().get(i)),
                    q <= falseDiscoveryRate
                            ? direction.verdict(share(c) > target.getAsDouble())
                            : Verdict.NOT_DISTINGUISHABLE,
                    OptionalDouble.of(q),
                    Optional.empty());
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
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                OptionalDouble.empty(),
                Optional.of(why));
    }

    private static double share(Count c) {
        return (double) c.numerator() / c.denominator();
    }
}
