package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Counts beside what was to be expected of each unit, such as deaths observed over deaths expected by case mix: each ratio with its
 * interval, its place in the funnel about the target, and whether it differs from the target by more than chance.
 *
 * @param rows from the highest ratio to the lowest
 * @param target ratio that all are held against: the sum of the counts over the sum of the expectations
 * @param dispersion absent with fewer than two units, or when nothing was counted; so is {@code rankability}
 * @param notes what was not computed, and why
 */
public record Rates(
        List<Row> rows,
        double target,
        Optional<Dispersion> dispersion,
        OptionalDouble rankability,
        Direction direction,
        List<String> notes) {

    /**
     * A unit of comparison.
     *
     * @param expected above 0
     */
    public record Unit(String name, long observed, double expected) {
        public Unit {
            if (name.isBlank()) {
                throw new BadData("no-name", "A unit has no name.", "Give each unit a name of its own.");
            }
            if (observed < 0 || observed > Integer.MAX_VALUE || !Double.isFinite(expected) || !(expected > 0)) {
                throw new BadData(
                        "out-of-range",
                        "Unit \"" + name + "\" has " + observed + " observed and " + expected + " expected.",
                        "The count is 0 or more, the expectation above 0.");
            }
        }
    }

    /** As of {@link Proportions.Row}. */
    public record Row(
            String name,
            long observed,
            double expected,
            double ratio,
            Interval interval,
            Optional<Gap> gapToTarget,
            Optional<Funnel> limits,
            Optional<Funnel.Position> position,
            OptionalDouble shrunken,
            Optional<Comparison.ExpectedRank> expectedRank,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {}

    public static Rates of(List<Unit> units, Direction direction, double level, double falseDiscoveryRate) {
        Draft draft = draft(units, direction, level, falseDiscoveryRate, Dispersion.Model.MULTIPLICATIVE);
        return draft.judged(FalseDiscovery.adjust(draft.pValues()));
    }

    /** Rates with their tests made and their verdicts still open. */
    static Draft draft(
            List<Unit> units, Direction direction, double level, double falseDiscoveryRate, Dispersion.Model model) {
        Values.probability(level, "The confidence level");
        Values.probability(falseDiscoveryRate, "The false-discovery rate");
        Comparison.requireNames(units, Unit::name);
        List<Unit> sorted = units.stream()
                .sorted(Comparator.comparingDouble((Unit u) -> -u.observed() / u.expected())
                        .thenComparing(Unit::name))
                .toList();
        double[] observed = sorted.stream().mapToDouble(Unit::observed).toArray();
        double[] expected = sorted.stream().mapToDouble(Unit::expected).toArray();
        double target = Values.mean(observed) / Values.mean(expected);
        Optional<CountTest> test = sorted.size() < 2 || target == 0
                ? Optional.empty()
                : Optional.of(CountTest.rates(observed, expected, target, model));
        return new Draft(sorted, direction, level, falseDiscoveryRate, target, test);
    }

    record Draft(
            List<Unit> units,
            Direction direction,
            double level,
            double falseDiscoveryRate,
            double target,
            Optional<CountTest> test) {

        double[] pValues() {
            return test.map(CountTest::pValues).orElseGet(() -> new double[0]);
        }

        Rates judged(double[] q) {
            if (test.isEmpty()) {
                return without();
            }
            CountTest.Shrinkage shrinkage = test.get().shrinkage(direction, level, 1);
            List<Row> rows = IntStream.range(0, q.length)
                    .mapToObj(i -> row(i, q[i], shrinkage))
                    .toList();
            return new Rates(
                    rows,
                    target,
                    Optional.of(test.get().dispersion()),
                    OptionalDouble.of(shrinkage.rankability()),
                    direction,
                    List.of());
        }

        private Rates without() {
            boolean few = units.size() < 2;
            String why = few
                    ? "Not compared because there are fewer than two units."
                    : "Not compared because nothing was counted anywhere.";
            Verdict verdict = few ? Verdict.NOT_RANKED : Verdict.NOT_DISTINGUISHABLE;
            List<Row> rows =
                    units.stream().map(u -> bare(u, level, verdict, why)).toList();
            return new Rates(rows, target, Optional.empty(), OptionalDouble.empty(), direction, List.of(why));
        }

        private Row row(int i, double q, CountTest.Shrinkage shrinkage) {
            Unit u = units.get(i);
            double ratio = u.observed() / u.expected();
            Funnel funnel = test.orElseThrow().funnel(i);
            return new Row(
                    u.name(),
                    u.observed(),
                    u.expected(),
                    ratio,
                    interval(u, level),
                    Optional.of(Gap.between(ratio, target)),
                    Optional.of(funnel),
                    Optional.of(funnel.position(ratio)),
                    OptionalDouble.of(shrinkage.shrunken()[i]),
                    direction == Direction.NONE
                            ? Optional.empty()
                            : Optional.of(shrinkage.ranks().get(i)),
                    q <= falseDiscoveryRate ? direction.verdict(ratio > target) : Verdict.NOT_DISTINGUISHABLE,
                    OptionalDouble.of(q),
                    Optional.empty());
        }
    }

    private static Interval interval(Unit u, double level) {
        return interval(u.observed(), u.expected(), level);
    }

    /** That of the count, over the expectation. */
    static Interval interval(long observed, double expected, double level) {
        Interval count = Interval.ofCount(observed, level);
        return Interval.of(
                count.low().getAsDouble() / expected, count.high().getAsDouble() / expected, level, count.method());
    }

    private static Row bare(Unit u, double level, Verdict verdict, String why) {
        return new Row(
                u.name(),
                u.observed(),
                u.expected(),
                u.observed() / u.expected(),
                interval(u, level),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                verdict,
                OptionalDouble.empty(),
                Optional.of(why));
    }
}
