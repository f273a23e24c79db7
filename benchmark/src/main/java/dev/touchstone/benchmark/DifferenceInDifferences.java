package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Difference in differences over a balanced panel: how much more treated units changed than the others did at the same time.
 *
 * <p>First specification: changes from each unit's mean before its date, against units not yet treated; with one date this is the
 * regression with effects of units and periods. Second: with one date, changes from each unit's own trend before it; with several,
 * that regression. A third holds treated units against matched ones, where some are named.
 *
 * <p>Intervals and p-values come from re-assignment of the treatment among units, which is right with few units too. Where there are
 * too few ways to choose the treated ones, units' changes are compared by Student's t (Donald and Lang 2007). The error clustered by
 * unit is shown beside.
 */
public final class DifferenceInDifferences {
    static final int LEAST_CONTROLS = 2;
    private static final int LEAST_BEFORE = 2;
    private static final int LEAST_FOR_TREND = 4;
    private static final int ENOUGH_BEFORE = 6;
    private static final int ENOUGH_UNITS = 8;
    static final int DRAWS = 4999;
    static final double ALARM = 0.05;

    private final Timeline timeline;
    private final Units units;
    private final Options options;

    /**
     * The panel.
     *
     * @param values a series for each name
     * @param from first treated period of each, counted from 0; {@link Integer#MAX_VALUE} for a control
     */
    public record Units(List<String> names, double[][] values, int[] from) {
        public Units {
            names = List.copyOf(names);
            if (names.size() != values.length || names.size() != from.length) {
                throw new BadData(
                        "wrong-shape",
                        names.size() + " names, " + values.length + " series and " + from.length + " dates were given.",
                        "Give each unit one of each.");
            }
        }

        private Units only(boolean[] keep) {
            int[] kept = IntStream.range(0, from.length).filter(i -> keep[i]).toArray();
            return new Units(
                    Arrays.stream(kept).mapToObj(names::get).toList(),
                    Arrays.stream(kept).mapToObj(i -> values[i]).toArray(double[][]::new),
                    Arrays.stream(kept).map(i -> from[i]).toArray());
        }

        int treated() {
            return (int) Arrays.stream(from).filter(f -> f != Assignments.NEVER).count();
        }

        boolean oneDate() {
            return Arrays.stream(from)
                            .filter(f -> f != Assignments.NEVER)
                            .distinct()
                            .count()
                    == 1;
        }
    }

    /**
     * @param matched controls that are most like the treated units; empty where none were looked for
     * @param unit of the figure, for the sentences
     */
    public record Options(List<String> matched, double level, long seed, String unit) {
        public Options {
            matched = List.copyOf(matched);
            Values.probability(level, "The confidence level");
        }
    }

    private DifferenceInDifferences(Timeline timeline, Units units, Options options) {
        this.timeline = timeline;
        this.units = units;
        this.options = options;
    }

    /** @param timeline whose periods before the change are those before the first treatment */
    public static Finding of(Timeline timeline, Units units, Options options) {
        for (int i = 0; i < units.values.length; i++) {
            timeline.require(units.values[i], "The series of " + units.names.get(i));
        }
        int treated = units.treated();
        if (treated == 0) {
            throw new BadData("none-treated", "No unit was treated.", "Name the units that were, and the date.");
        }
        int controls = units.names.size() - treated;
        if (units.oneDate() ? controls < LEAST_CONTROLS : units.names.size() < LEAST_CONTROLS + 1) {
            throw new BadData(
                    controls == 0 ? "all-treated" : "too-few",
                    controls == 0
                            ? "All units were treated."
                            : EffectWords.count(controls, "unit was", "units were") + " not treated.",
                    "Give " + LEAST_CONTROLS + " or more that were not, or take an interrupted time series.");
        }
        if (timeline.before() < LEAST_BEFORE) {
            throw new BadData(
                    "too-few",
                    "One period lies before the change.",
                    "Give " + LEAST_BEFORE + " or more, so that units can be seen to go alike.");
        }
        return new DifferenceInDifferences(timeline, units, options).finding();
    }

    private Finding finding() {
        PanelTrial first = new PanelTrial(timeline, units, PanelContrast.Past.MEAN, options);
        List<Finding.Specification> ways = new ArrayList<>();
        ways.add(first.specification("each unit against its mean before", List.of(clustered())));
        ways.add(second());
        matched().ifPresent(ways::add);
        Agreement agreement = Agreement.of(ways, options.unit);
        Optional<Finding.Leads> leads = ParallelPast.of(timeline, units, options);
        List<Gate> gates = new ArrayList<>();
        gates.add(enough());
        leads.map(ParallelPast::gate).ifPresent(gates::add);
        placeboDate().ifPresent(gates::add);
        return new Finding(
                Finding.Method.DIFFERENCE_IN_DIFFERENCES,
                EffectWords.count(units.treated(), "treated unit", "treated units") + " against "
                        + (units.names.size() - units.treated()) + " others"
                        + (units.oneDate() ? "." : ", treated on different dates."),
                timeline.before(),
                ways,
                agreement.sentence(),
                agreement.proof(),
                leads,
                Optional.of(first.placebos()),
                List.of(),
                List.of(),
                gates,
                first.notes());
    }

    private Finding.Specification second() {
        if (!units.oneDate()) {
            return PanelTrial.twoWay(timeline, units, options);
        }
        boolean trend = timeline.before() >= LEAST_FOR_TREND;
        return new PanelTrial(timeline, units, trend ? PanelContrast.Past.TREND : PanelContrast.Past.LAST, options)
                .specification(
                        trend ? "each unit against its own trend before" : "each unit against its last period before",
                        List.of());
    }

    private Finding.Term clustered() {
        TwoWayEffects regression = new TwoWayEffects(units.values);
        double effect = regression.effect(units.from);
        double half = regression.clusteredError(units.from)
                * TDistribution.of(units.names.size() - 1.0).inverseSurvivalProbability((1 - options.level) / 2);
        return new Finding.Term(
                "by regression, error clustered by unit",
                effect,
                Optional.of(Interval.of(effect - half, effect + half, options.level, "clustered, t")));
    }

    private Optional<Finding.Specification> matched() {
        boolean[] keep = new boolean[units.names.size()];
        int controls = 0;
        for (int i = 0; i < keep.length; i++) {
            boolean match = units.from[i] == Assignments.NEVER && options.matched.contains(units.names.get(i));
            controls += match ? 1 : 0;
            keep[i] = match || units.from[i] != Assignments.NEVER;
        }
        return controls < LEAST_CONTROLS
                ? Optional.empty()
                : Optional.of(new PanelTrial(timeline, units.only(keep), PanelContrast.Past.MEAN, options)
                        .specification("against " + controls + " matched units", List.of()));
    }

    private Gate enough() {
        boolean enough = timeline.before() >= ENOUGH_BEFORE && units.names.size() >= ENOUGH_UNITS;
        return Gate.of(
                "periods and units",
                enough,
                timeline.before() + " periods before, " + units.treated() + " treated and "
                        + (units.names.size() - units.treated()) + " other units"
                        + (enough
                                ? "."
                                : "; " + ENOUGH_BEFORE + " periods and " + ENOUGH_UNITS + " units are wanted."));
    }

    /** The same made as if treatment had begun in the middle of the past, where nothing should be found. */
    private Optional<Gate> placeboDate() {
        int middle = timeline.before() / 2;
        if (!units.oneDate() || middle < LEAST_FOR_TREND) {
            return Optional.empty();
        }
        Units past = new Units(
                units.names,
                Arrays.stream(units.values)
                        .map(v -> Arrays.copyOf(v, timeline.before()))
                        .toArray(double[][]::new),
                Arrays.stream(units.from)
                        .map(f -> f == Assignments.NEVER ? f : middle)
                        .toArray());
        Finding.Specification placebo = new PanelTrial(
                        timeline.first(timeline.before(), middle), past, PanelContrast.Past.MEAN, options)
                .specification("", List.of());
        boolean nothing = placebo.pValue().isEmpty() || placebo.pValue().getAsDouble() > ALARM;
        return Optional.of(Gate.of(
                "placebo date",
                nothing,
                "With a date in the middle of the past the effect is "
                        + EffectWords.signed(placebo.average(), options.unit)
                        + (nothing ? "." : ", where there should be none.")));
    }
}
