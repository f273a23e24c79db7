package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Interrupted time series: what a series did after a change, against how it went before (Wagner et al. 2002; Lopez Bernal et al.
 * 2017). Four specifications:
 *
 * <ol>
 *   <li>a straight line whose level and slope change, with autoregressive errors (restricted maximum likelihood, Satterthwaite);
 *   <li>a smooth curve (natural spline) with a step, which believes in no line; what comes gradually it takes for the curve (Salway et
 *       al. show how far the two may lie apart);
 *   <li>a level that wanders about a straight line before the change, and is carried forward from there (local level model);
 *   <li>the first again with Newey and West's errors, which come out too small in series as short as these usually are.
 * </ol>
 */
public final class InterruptedSeries {
    static final int LEAST_BEFORE = 6;
    private static final int LEAST_FOR_SLOPE = 3;
    private static final int ENOUGH_BEFORE = 12;
    private static final int ENOUGH_AFTER = 6;
    private static final int MOST = 2000;
    private static final int PERIODS_PER_KNOT = 24;
    private static final int MOST_KNOTS = 5;

    private final Timeline timeline;
    private final double[] values;
    private final Optional<double[]> exposure;
    private final Options options;
    private final Design base;

    /**
     * @param controls series that were not changed and go with this one otherwise; each as long as it
     * @param lag of Newey and West's errors; 4 (n / 100)^(2/9) where absent (Newey and West 1994)
     * @param unit of the figure, for the sentences
     */
    public record Options(List<double[]> controls, Season season, OptionalInt lag, double level, String unit) {
        public Options {
            controls = List.copyOf(controls);
            Values.probability(level, "The confidence level");
        }

        public static Options of(double level) {
            return new Options(List.of(), Season.NONE, OptionalInt.empty(), level, "");
        }
    }

    private InterruptedSeries(Timeline timeline, double[] values, Optional<double[]> exposure, Options options) {
        this.timeline = timeline;
        this.values = values;
        this.exposure = exposure;
        this.options = options;
        this.base = beside(straight());
    }

    /** Of a mean, a share, a percentile: anything whose errors are about as large at all times. */
    public static Finding of(Timeline timeline, double[] values, Options options) {
        check(timeline, values);
        Values.finite(values, "the series");
        return new InterruptedSeries(timeline, values, Optional.empty(), options).finding();
    }

    /** Of counts out of an exposure, by quasi-Poisson regression; the effect is on their rate. */
    public static Finding ofCounts(Timeline timeline, double[] counts, double[] exposure, Options options) {
        check(timeline, counts);
        timeline.require(exposure, "the exposure");
        double[] rates = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0) || !(exposure[i] > 0)) {
                throw new BadData(
                        "out-of-range",
                        "In " + timeline.labels().get(i) + " there are " + Words.number(counts[i]) + " out of "
                                + Words.number(exposure[i]) + ".",
                        "A count is 0 or more, what it is out of is above 0.");
            }
            rates[i] = counts[i] / exposure[i];
        }
        return new InterruptedSeries(timeline, rates, Optional.of(exposure), options).finding();
    }

    private static void check(Timeline timeline, double[] values) {
        timeline.require(values, "The series");
        if (timeline.before() < LEAST_BEFORE) {
            throw new BadData(
                    "too-few",
                    EffectWords.count(timeline.before(), "period lies", "periods lie") + " before the change.",
                    "At least " + LEAST_BEFORE + " are needed to see how it went by itself, better " + ENOUGH_BEFORE
                            + ".");
        }
        if (values.length > MOST) {
            throw new BadData(
                    "too-many",
                    "The series has " + values.length + " periods.",
                    "Take longer periods, at most " + MOST + ".");
        }
        double[] past = Arrays.copyOf(values, timeline.before());
        Arrays.sort(past);
        if (Values.constant(past)) {
            throw new BadData(
                    "constant",
                    "The series is " + Words.number(values[0]) + " in every period before the change.",
                    "Take a figure that varies: without chance in the past nothing can be said of chance now.");
        }
    }

    private Design straight() {
        double[] trend = new double[timeline.size()];
        for (int i = 0; i < trend.length; i++) {
            trend[i] = timeline.times()[i] - timeline.times()[timeline.before()];
        }
        return Design.intercept(trend.length).with("trend", trend);
    }

    private Design curved() {
        int knots = Math.clamp(timeline.size() / PERIODS_PER_KNOT, 1, MOST_KNOTS);
        return NaturalSpline.addTo(Design.intercept(timeline.size()), timeline.times(), knots);
    }

    /** A trend with the season and the controls. */
    private Design beside(Design trend) {
        Design design = options.season().addTo(trend, timeline.times());
        for (int c = 0; c < options.controls().size(); c++) {
            double[] control = options.controls().get(c);
            timeline.require(control, "A control series");
            design = design.with(options.controls().size() == 1 ? "control" : "control " + (c + 1), logged(control));
        }
        return design;
    }

    private double[] logged(double[] control) {
        if (exposure.isEmpty()) {
            return control;
        }
        double[] logs = new double[control.length];
        for (int i = 0; i < logs.length; i++) {
            if (!(control[i] > 0)) {
                throw new BadData(
                        "out-of-range",
                        "The control series is " + Words.number(control[i]) + " in "
                                + timeline.labels().get(i) + ".",
                        "Beside rates of counts a control must be above 0: take longer periods.");
            }
            logs[i] = Math.log(control[i]);
        }
        return logs;
    }

    private double[] step() {
        double[] step = new double[timeline.size()];
        Arrays.fill(step, timeline.before(), step.length, 1);
        return step;
    }

    private double[] slope() {
        double[] slope = new double[timeline.size()];
        for (int i = timeline.before(); i < slope.length; i++) {
            slope[i] = timeline.times()[i] - timeline.times()[timeline.before()];
        }
        return slope;
    }

    /** Without any error nothing can be said of chance, and nothing be divided by it. */
    private void requireErrors() {
        int rows = timeline.before();
        double[] past = Arrays.copyOf(values, rows);
        double[] rest = LinearModel.of(past(), past).residuals();
        double mean = Values.mean(past);
        double errors = Arrays.stream(rest).map(r -> r * r).sum();
        double spread = Arrays.stream(past).map(v -> (v - mean) * (v - mean)).sum();
        if (!(errors > 1e-18 * spread)) {
            throw new BadData(
                    "no-errors",
                    "Before the change the series follows a line without any error.",
                    "Give what was measured, not what was planned or smoothed.");
        }
    }

    /** The model of the periods before the change. */
    private Design past() {
        return base.first(timeline.before());
    }

    private Finding finding() {
        requireErrors();
        Design design = base.with(SegmentedLine.LEVEL, step());
        SegmentedLine line = new SegmentedLine(
                "line with a change of level and slope",
                timeline,
                values,
                exposure,
                timeline.after() < LEAST_FOR_SLOPE ? design : design.with(SegmentedLine.SLOPE, slope()),
                options.level());
        SegmentedLine curve = new SegmentedLine(
                "smooth curve with a step",
                timeline,
                values,
                exposure,
                beside(curved()).with(SegmentedLine.LEVEL, step()),
                options.level());
        WanderingTrend wander = new WanderingTrend(timeline, values, exposure, base, modelled(), options.level());
        int lag = options.lag().orElse((int) Math.floor(4 * Math.pow(timeline.size() / 100.0, 2.0 / 9)));
        List<Finding.Specification> ways =
                List.of(line.autoregressive(), curve.autoregressive(), wander.specification(), line.neweyWest(lag));
        Agreement agreement = Agreement.of(ways, options.unit());
        return new Finding(
                Finding.Method.INTERRUPTED_TIME_SERIES,
                "The " + EffectWords.count(timeline.after(), "period", "periods") + " after the change against the "
                        + timeline.before() + " before"
                        + (options.controls().isEmpty() ? ", without a control." : ", beside a control."),
                timeline.before(),
                ways,
                agreement.sentence(),
                agreement.proof(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(periods(), dip()),
                List.of());
    }

    private Gate periods() {
        boolean enough = timeline.before() >= ENOUGH_BEFORE && timeline.after() >= ENOUGH_AFTER;
        return Gate.of(
                "periods",
                enough,
                timeline.before() + " before and " + timeline.after() + " after"
                        + (enough ? "." : "; " + ENOUGH_BEFORE + " and " + ENOUGH_AFTER + " are wanted."));
    }

    /** Mean from a row on; of rates the sum of the counts over the sum of what they are out of. */
    static double mean(double[] values, Optional<double[]> exposure, int from) {
        double sum = 0;
        double weights = 0;
        for (int i = from; i < values.length; i++) {
            double weight = exposure.isPresent() ? exposure.get()[i] : 1;
            sum += weight * values[i];
            weights += weight;
        }
        return sum / weights;
    }

    /** Of rates their logarithms, half an event added. */
    private double[] modelled() {
        if (exposure.isEmpty()) {
            return values;
        }
        double[] out = exposure.get();
        double[] logs = new double[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log((values[i] * out[i] + 0.5) / out[i]);
        }
        return logs;
    }

    /**
     * Whether the last periods before the change stood out against those before them. A series that is acted on because it was bad
     * just then comes back by itself.
     */
    private Gate dip() {
        int last = Math.clamp(timeline.before() / 6, 1, 3);
        int rows = timeline.before();
        if (rows - last < LEAST_BEFORE) {
            return new Gate("no dip before", Gate.Status.NOT_CHECKED, "Too few periods before to tell.");
        }
        double[] recent = new double[rows];
        for (int i = rows - last; i < rows; i++) {
            recent[i] = 1;
        }
        Design past = past().with("recent", recent);
        double[] y = Arrays.copyOf(modelled(), rows);
        SerialRegression fit =
                SerialRegression.of(SerialErrors.AUTOREGRESSIVE, Arrays.copyOf(timeline.times(), rows), past, y);
        double[] contrast = past.contrast("recent");
        double t = fit.value(contrast) / Math.sqrt(fit.variance(contrast));
        double p = 2 * TDistribution.of(fit.degrees(contrast)).survivalProbability(Math.abs(t));
        String which = last == 1 ? "last period" : "last " + last + " periods";
        return Gate.of(
                "no dip before",
                p > 0.05,
                p > 0.05
                        ? "The " + which + " before the change did not stand out (p " + EffectWords.p(p) + ")."
                        : "The " + which + " before the change stood out (p " + EffectWords.p(p)
                                + "): some of the effect may be the way back to the usual.");
    }
}
