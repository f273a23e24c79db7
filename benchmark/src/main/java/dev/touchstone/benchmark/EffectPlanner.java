package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Learns from the past how a figure varies, and what that leaves to be seen. */
final class EffectPlanner {
    private static final int[] HORIZONS = {3, 6, 12, 24};
    private static final int LEAST_PERIODS = 6;

    private final EffectPlanOptions options;
    private final EffectPanel panel;
    private final boolean[] treated;
    private final int[] kept;
    private final List<String> notes = new ArrayList<>();

    private EffectPlanner(Samples samples, EffectPlanOptions options) {
        this.options = options;
        long[] range = EffectPanel.range(samples.times(options.time()));
        Period period = options.period().orElse(Period.fitting(range[0], range[1]));
        FigureRows rows = FigureRows.of(options.figure(), samples);
        panel = EffectPanel.of(rows, samples, options.effect(period), period);
        treated = new boolean[panel.units()];
        List<String> names = options.treated().isEmpty() ? List.of(EffectPanel.ALL) : options.treated();
        for (String name : names) {
            int unit = panel.names().indexOf(name);
            if (unit < 0) {
                throw new BadData(
                        "no-entity",
                        "The table has no row of \"" + name + "\".",
                        "Name units of the column \"" + options.entity().orElse("") + "\".");
            }
            treated[unit] = true;
        }
        kept = IntStream.range(0, panel.periods()).filter(panel::known).toArray();
        if (kept.length < LEAST_PERIODS) {
            throw new BadData(
                    "too-few",
                    "The past has " + kept.length + " periods.",
                    "Give " + LEAST_PERIODS + " or more to learn how the figure varies, or shorter periods.");
        }
        notes.addAll(rows.problems());
    }

    static EffectPlan plan(Samples samples, Optional<LoadReport> load, EffectPlanOptions options) {
        return new EffectPlanner(samples, options).plan(load);
    }

    private EffectPlan plan(Optional<LoadReport> load) {
        Optional<EffectPlan.Prospect> comparison = comparison();
        Optional<EffectPlan.Prospect> alone = alone();
        if (comparison.isEmpty() && alone.isEmpty()) {
            throw new BadData(
                    "too-few",
                    "Neither the units nor their past are enough to plan with.",
                    "Give " + LEAST_PERIODS + " whole periods of the units, or others to hold them against.");
        }
        OptionalDouble quantile = options.figure().statistic().quantile();
        OptionalLong values = quantile.isPresent() && quantile.getAsDouble() > 0.5
                ? OptionalLong.of(SampleSize.percentile(quantile.getAsDouble(), options.level(), 0))
                : OptionalLong.empty();
        values.ifPresent(v -> notes.add("To certify that a unit keeps a limit at this percentile, " + v
                + " values without a miss are needed."));
        return new EffectPlan(
                answer(comparison.or(() -> alone).orElseThrow()),
                load,
                options,
                panel.period(),
                kept.length,
                comparison,
                alone,
                values,
                regressionToMean(),
                List.copyOf(notes));
    }

    private int[] whole() {
        return IntStream.range(0, panel.units())
                .filter(i -> Arrays.stream(kept).noneMatch(t -> Double.isNaN(panel.value(i, t))))
                .boxed()
                .sorted(Comparator.comparing(panel.names()::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double[][] series(int[] units) {
        return Arrays.stream(units)
                .mapToObj(i ->
                        Arrays.stream(kept).mapToDouble(t -> panel.value(i, t)).toArray())
                .toArray(double[][]::new);
    }

    /** Changes of treated units against those of the others: their errors are what is left beside units and periods. */
    private Optional<EffectPlan.Prospect> comparison() {
        int[] units = whole();
        long ones = Arrays.stream(units).filter(i -> treated[i]).count();
        long others = units.length - ones;
        if (ones == 0 || others < DifferenceInDifferences.LEAST_CONTROLS) {
            return Optional.empty();
        }
        double[][] rest = TwoWayEffects.centred(series(units));
        int periods = kept.length;
        double squares = 0;
        double products = 0;
        for (double[] unit : rest) {
            for (int t = 0; t < periods; t++) {
                squares += unit[t] * unit[t];
                products += t == 0 ? 0 : unit[t] * unit[t - 1];
            }
        }
        double deviation = Math.sqrt(squares / ((units.length - 1.0) * (periods - 1)));
        if (!(deviation > 0)) {
            return Optional.empty();
        }
        // short series seem to go together less than they do (Nickell 1981)
        double raw = products / squares;
        double autocorrelation = Math.clamp(raw + (1 + raw) / (periods - 1), 0, 0.95);
        double degrees = units.length - 2.0;
        return Optional.of(prospect(
                Finding.Method.DIFFERENCE_IN_DIFFERENCES,
                EffectWords.count((int) ones, "unit", "units") + " to be treated against " + others + " others.",
                deviation,
                autocorrelation,
                (after, power) -> deviation
                        * Math.sqrt(SampleSize.changeVariance(periods, after, autocorrelation)
                                * (1.0 / ones + 1.0 / others))
                        * (TDistribution.of(degrees).inverseSurvivalProbability((1 - options.level()) / 2)
                                + TDistribution.of(degrees).inverseCumulativeProbability(power))));
    }

    /** All rows of the treated units together, about a line with its season. */
    private Optional<EffectPlan.Prospect> alone() {
        double[] pooled = panel.pool(treated).values();
        int[] rows = Arrays.stream(kept).filter(t -> !Double.isNaN(pooled[t])).toArray();
        if (rows.length < LEAST_PERIODS) {
            return Optional.empty();
        }
        long[] times = Arrays.stream(rows).mapToLong(t -> t).toArray();
        double[] y = Arrays.stream(rows).mapToDouble(t -> pooled[t]).toArray();
        Design line = Season.usual(panel.period(), rows.length)
                .addTo(
                        Design.intercept(rows.length)
                                .with(
                                        "trend",
                                        Arrays.stream(times).asDoubleStream().toArray()),
                        times);
        SerialRegression fit = SerialRegression.of(SerialErrors.AUTOREGRESSIVE, times, line, y);
        double deviation = Math.sqrt(fit.scale());
        if (!(deviation > 1e-9 * Math.abs(Values.mean(y)))) {
            return Optional.empty();
        }
        return Optional.of(prospect(
                Finding.Method.INTERRUPTED_TIME_SERIES,
                "The units' own past alone.",
                deviation,
                fit.share(),
                (after, power) -> new SampleSize(options.level(), power)
                        .smallestEffect(rows.length, after, deviation, fit.share())));
    }

    /** Least effect by the number of periods after and the power. */
    private interface Least {
        double effect(int after, double power);
    }

    private EffectPlan.Prospect prospect(
            Finding.Method method, String design, double deviation, double autocorrelation, Least least) {
        return new EffectPlan.Prospect(
                method,
                design,
                deviation,
                autocorrelation,
                needed(after -> least.effect(after, 0.8)),
                Arrays.stream(HORIZONS)
                        .mapToObj(h -> new EffectPlan.Horizon(h, least.effect(h, 0.8), least.effect(h, 0.9)))
                        .toList());
    }

    private OptionalLong needed(IntToDoubleFunction least) {
        if (options.difference().isEmpty()) {
            return OptionalLong.empty();
        }
        double wanted = Math.abs(options.difference().getAsDouble());
        return IntStream.rangeClosed(3, EffectPlan.Prospect.MOST_PERIODS)
                .filter(after -> least.applyAsDouble(after) <= wanted)
                .asLongStream()
                .findFirst();
    }

    private String answer(EffectPlan.Prospect prospect) {
        String period = panel.period().name().toLowerCase(Locale.ROOT) + "s";
        String unit = EffectWords.unit(options.figure().unit());
        EffectPlan.Horizon half = prospect.horizons().get(1);
        String least = "The least change of " + options.figure().name() + " that " + half.after() + " " + period
                + " can show in 80 % of cases is " + EffectWords.brief(half.power80()) + unit + " ("
                + prospect.method().words() + ").";
        if (options.difference().isEmpty()) {
            return least;
        }
        String hoped = EffectWords.brief(options.difference().getAsDouble()) + unit;
        return prospect.needed().isPresent()
                ? "To show the change of " + hoped + " that is hoped for, "
                        + prospect.needed().getAsLong() + " " + period + " after it are needed. " + least
                : "The change of " + hoped + " that is hoped for could not be shown in "
                        + EffectPlan.Prospect.MOST_PERIODS + " " + period + ". " + least;
    }

    private Optional<RegressionToMean> regressionToMean() {
        int[] units = whole();
        boolean[] picked = new boolean[units.length];
        int count = 0;
        for (int k = 0; k < units.length; k++) {
            picked[k] = treated[units[k]];
            count += picked[k] ? 1 : 0;
        }
        return units.length < RegressionToMean.LEAST_UNITS || count == 0 || count == units.length
                ? Optional.empty()
                : Optional.of(RegressionToMean.of(
                        series(units),
                        picked,
                        0,
                        options.figure().direction(),
                        options.figure().unit(),
                        options.seed()));
    }
}
