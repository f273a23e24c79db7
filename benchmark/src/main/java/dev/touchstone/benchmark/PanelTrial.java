package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** One way to contrast treated units with others, beside the same contrast with the treatment re-assigned. */
final class PanelTrial {
    private static final int MOST_NAMED = 200;

    private final Timeline timeline;
    private final DifferenceInDifferences.Units units;
    private final DifferenceInDifferences.Options options;
    private final PanelContrast contrast;
    private final PanelContrast.Effect effect;
    private final Assignments assignments;
    private final Reassignment average;
    private final Reassignment atEnd;
    private final Reassignment[] byPeriod;

    PanelTrial(
            Timeline timeline,
            DifferenceInDifferences.Units units,
            PanelContrast.Past past,
            DifferenceInDifferences.Options options) {
        this.timeline = timeline;
        this.units = units;
        this.options = options;
        contrast = new PanelContrast(units.values(), timeline.times(), units.from(), past, timeline.end());
        effect = contrast.of(units.from());
        assignments = Assignments.of(units.from(), draws(units.values()), options.seed());
        PanelContrast exposure = new PanelContrast(
                PanelContrast.exposure(units.from(), timeline.size()),
                timeline.times(),
                units.from(),
                past,
                timeline.end());
        int draws = assignments.count();
        int periods = timeline.size();
        double[][] placebos = new double[periods + 2][draws];
        double[][] exposures = new double[periods + 2][draws];
        IntStream.range(0, draws).parallel().forEach(b -> {
            int[] other = assignments.other(b);
            spread(contrast.of(other), placebos, b);
            spread(exposure.of(other), exposures, b);
        });
        average = new Reassignment(effect.average(), placebos[0], exposures[0]);
        atEnd = new Reassignment(effect.atEnd(), placebos[1], exposures[1]);
        byPeriod = IntStream.range(0, periods)
                .mapToObj(t -> new Reassignment(effect.byPeriod()[t], placebos[t + 2], exposures[t + 2]))
                .toArray(Reassignment[]::new);
    }

    /** Fewer for large panels, in time and in memory; never fewer than tell 1 in 1,000. */
    private static int draws(double[][] values) {
        long periods = values[0].length;
        long work = 500_000_000 / (values.length * periods);
        return Math.clamp(Math.min(work, 3_000_000 / periods), 999, DifferenceInDifferences.DRAWS);
    }

    private static void spread(PanelContrast.Effect effect, double[][] into, int b) {
        into[0][b] = effect.average();
        into[1][b] = effect.atEnd();
        for (int t = 0; t < effect.byPeriod().length; t++) {
            into[t + 2][b] = effect.byPeriod()[t];
        }
    }

    /** The regression with effects of units and periods, where treatment has several dates. */
    static Finding.Specification twoWay(
            Timeline timeline, DifferenceInDifferences.Units units, DifferenceInDifferences.Options options) {
        TwoWayEffects values = new TwoWayEffects(units.values());
        TwoWayEffects exposure = new TwoWayEffects(PanelContrast.exposure(units.from(), timeline.size()));
        Assignments assignments = Assignments.of(units.from(), DifferenceInDifferences.DRAWS / 5, options.seed());
        double[] placebos = new double[assignments.count()];
        double[] exposures = new double[placebos.length];
        IntStream.range(0, placebos.length).parallel().forEach(b -> {
            int[] other = assignments.other(b);
            placebos[b] = values.effect(other);
            exposures[b] = exposure.effect(other);
        });
        Reassignment test = new Reassignment(values.effect(units.from()), placebos, exposures);
        Finding.Change change = Finding.Change.ofUnits(
                test.estimate(), test.interval(options.level()), actual(timeline, units, timeline.before()));
        return new Finding.Specification(
                "regression with effects of units and periods",
                "re-assignment of the treatment",
                change,
                change,
                OptionalDouble.of(test.pValue()),
                List.of(),
                List.of());
    }

    Finding.Specification specification(String name, List<Finding.Term> terms) {
        boolean reassign = average.canReject(options.level());
        return new Finding.Specification(
                name,
                reassign
                        ? "re-assignment of the treatment"
                        : "Student's t of the units' changes, for want of units to re-assign to",
                Finding.Change.ofUnits(
                        effect.average(),
                        reassign ? average.interval(options.level()) : student(timeline.before()),
                        actual(timeline, units, timeline.before())),
                Finding.Change.ofUnits(
                        effect.atEnd(),
                        reassign ? atEnd.interval(options.level()) : student(timeline.end()),
                        actual(timeline, units, timeline.end())),
                reassign ? OptionalDouble.of(average.pValue()) : studentP(),
                terms,
                points());
    }

    /** Mean of the treated units in the periods from a row on in which they were. */
    private static double actual(Timeline timeline, DifferenceInDifferences.Units units, int row) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < units.from().length; i++) {
            for (int t = Math.max(row, units.from()[i]); t < timeline.size(); t++) {
                sum += units.values()[i][t];
                count++;
            }
        }
        return sum / count;
    }

    /** Error of the difference between two means of units' changes, both of one variance; with its degrees of freedom. */
    private Optional<double[]> pooled(int row) {
        if (!units.oneDate() || units.names().size() < 3) {
            return Optional.empty();
        }
        double[] changes = contrast.meanChanges(timeline.before(), row);
        double[] treated = IntStream.range(0, changes.length)
                .filter(i -> units.from()[i] != Assignments.NEVER)
                .mapToDouble(i -> changes[i])
                .toArray();
        double[] others = IntStream.range(0, changes.length)
                .filter(i -> units.from()[i] == Assignments.NEVER)
                .mapToDouble(i -> changes[i])
                .toArray();
        double degrees = changes.length - 2.0;
        double squares = squares(treated) + squares(others);
        if (!(squares > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new double[] {Math.sqrt(squares / degrees * (1.0 / treated.length + 1.0 / others.length)), degrees});
    }

    private static double squares(double[] x) {
        double mean = Values.mean(x);
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
    }

    private Interval student(int row) {
        Optional<double[]> error = pooled(row);
        if (error.isEmpty()) {
            return Interval.none(
                    options.level(), "re-assignment", "The units are too few, or too alike, for an interval.");
        }
        double value = row == timeline.before() ? effect.average() : effect.atEnd();
        double half =
                error.get()[0] * TDistribution.of(error.get()[1]).inverseSurvivalProbability((1 - options.level()) / 2);
        return Interval.of(value - half, value + half, options.level(), "Student's t");
    }

    private OptionalDouble studentP() {
        Optional<double[]> error = pooled(timeline.before());
        return error.isEmpty() || !(error.get()[0] > 0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(2
                        * TDistribution.of(error.get()[1])
                                .survivalProbability(Math.abs(effect.average()) / error.get()[0]));
    }

    /** Means of all units that are treated at some time, beside what they would have been. */
    private List<Finding.Point> points() {
        int treated = units.treated();
        List<Finding.Point> points = new ArrayList<>();
        for (int t = 0; t < timeline.size(); t++) {
            int at = t;
            double actual = IntStream.range(0, units.from().length)
                            .filter(i -> units.from()[i] != Assignments.NEVER)
                            .mapToDouble(i -> units.values()[i][at])
                            .sum()
                    / treated;
            // units treated later are not changed yet
            double share = effect.treatedBy()[t] / (double) treated;
            Interval interval =
                    share > 0 ? byPeriod[t].interval(options.level()) : Interval.none(options.level(), "", "");
            points.add(new Finding.Point(
                    timeline.labels().get(t),
                    actual,
                    actual - share * effect.byPeriod()[t],
                    interval.complete()
                            ? OptionalDouble.of(actual - share * interval.high().getAsDouble())
                            : OptionalDouble.empty(),
                    interval.complete()
                            ? OptionalDouble.of(actual - share * interval.low().getAsDouble())
                            : OptionalDouble.empty()));
        }
        return points;
    }

    Finding.Placebos placebos() {
        int rank = 1 + average.asLarge();
        int of = 1 + assignments.count();
        String sentence = units.treated() == 1
                ? "Placebo rank " + rank + " of " + of + "."
                : average.asLarge() + " of " + assignments.count()
                        + (assignments.all() ? " other ways" : " other ways, drawn by chance,")
                        + " to choose the treated units give an effect as large.";
        return new Finding.Placebos(rank, of, average.pValue(), sentence, named());
    }

    /** Where one unit was treated, each other unit as if it had been it. */
    private List<Finding.Placebo> named() {
        if (units.treated() > 1 || units.names().size() > MOST_NAMED) {
            return List.of();
        }
        int date = timeline.before();
        return IntStream.range(0, units.names().size())
                .mapToObj(i -> {
                    int[] from = new int[units.from().length];
                    Arrays.fill(from, Assignments.NEVER);
                    from[i] = date;
                    double before = 0;
                    double after = 0;
                    double[] gaps = contrast.gaps(i, date);
                    for (int t = 0; t < gaps.length; t++) {
                        before += t < date ? gaps[t] * gaps[t] / date : 0;
                        after += t < date ? 0 : gaps[t] * gaps[t] / (gaps.length - date);
                    }
                    return new Finding.Placebo(
                            units.names().get(i),
                            units.from()[i] != Assignments.NEVER,
                            contrast.of(from).average(),
                            Math.sqrt(before),
                            before > 0 ? Math.sqrt(after / before) : 0);
                })
                .sorted(Comparator.comparingDouble((Finding.Placebo p) -> -Math.abs(p.effect()))
                        .thenComparing(Finding.Placebo::unit))
                .toList();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!average.canReject(options.level())) {
            notes.add("There are only " + (1 + assignments.count())
                    + " ways to choose the treated units; Student's t assumes that units' changes are about normal.");
        }
        for (int t = timeline.before(); t < timeline.size(); t++) {
            if (effect.treatedBy()[t] == 0) {
                notes.add("From " + timeline.labels().get(t)
                        + " on no unit is left that was not treated; those periods say nothing.");
                break;
            }
        }
        return notes;
    }
}
