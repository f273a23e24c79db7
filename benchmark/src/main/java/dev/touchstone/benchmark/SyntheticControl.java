package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Synthetic control (Abadie, Diamond and Hainmueller 2010): the treated series against the weighted mean of donors that went like it
 * before the change. Its second specification lets the treated series lie a constant above or below that mean (Doudchenko and Imbens
 * 2016; Ferman and Pinto 2021).
 *
 * <p>Uncertainty comes from placebos: each donor in turn is taken for treated, with the other donors. The interval of an effect uses
 * how large the effects of the placebos are beside their error before the change; its confidence cannot be higher than J / (J + 1)
 * with J donors.
 */
public final class SyntheticControl {
    static final int LEAST_DONORS = 3;
    static final int LEAST_BEFORE = 4;
    private static final int ENOUGH_BEFORE = 10;

    private final Timeline timeline;
    private final double[] treated;
    private final List<String> names;
    private final double[][] donors;
    private final double level;
    private final String unit;

    private SyntheticControl(
            Timeline timeline, double[] treated, List<String> names, double[][] donors, double level, String unit) {
        this.timeline = timeline;
        this.treated = treated;
        this.names = names;
        this.donors = donors;
        this.level = level;
        this.unit = unit;
    }

    /**
     * @param donors one series for each name, none of them treated; results depend on their order only where weights are not unique
     * @param unit of the figure, for the sentences
     */
    public static Finding of(
            Timeline timeline, double[] treated, List<String> names, double[][] donors, double level, String unit) {
        timeline.require(treated, "The treated series");
        if (names.size() != donors.length || donors.length < LEAST_DONORS) {
            throw new BadData(
                    "too-few",
                    "There are " + donors.length + " units that were not treated, with " + names.size() + " names.",
                    "A synthetic control needs " + LEAST_DONORS + " or more, each with a name.");
        }
        for (int j = 0; j < donors.length; j++) {
            timeline.require(donors[j], "The series of " + names.get(j));
        }
        if (timeline.before() < LEAST_BEFORE) {
            throw new BadData(
                    "too-few",
                    EffectWords.count(timeline.before(), "period lies", "periods lie") + " before the change.",
                    "A synthetic control needs " + LEAST_BEFORE + " or more.");
        }
        Values.probability(level, "The confidence level");
        return new SyntheticControl(timeline, treated, names, donors, level, unit).finding();
    }

    /** One unit against its synthetic control. */
    private record Match(double[] weights, double[] expected, double average, double atEnd, double fit, double after) {
        double ratio() {
            return after / fit;
        }
    }

    private Match match(double[] series, double[][] pool, boolean shifted) {
        int before = timeline.before();
        double shift = shifted ? mean(series, 0, before) : 0;
        double[] shifts = Arrays.stream(pool)
                .mapToDouble(d -> shifted ? mean(d, 0, before) : 0)
                .toArray();
        double[] target = new double[before];
        double[][] past = new double[pool.length][before];
        for (int t = 0; t < before; t++) {
            target[t] = series[t] - shift;
            for (int j = 0; j < pool.length; j++) {
                past[j][t] = pool[j][t] - shifts[j];
            }
        }
        double[] weights = DonorWeights.of(target, past);
        double[] expected = new double[series.length];
        double[] gap = new double[series.length];
        for (int t = 0; t < expected.length; t++) {
            expected[t] = shift;
            for (int j = 0; j < pool.length; j++) {
                expected[t] += weights[j] * (pool[j][t] - shifts[j]);
            }
            gap[t] = series[t] - expected[t];
        }
        return new Match(
                weights,
                expected,
                mean(gap, before, gap.length),
                mean(gap, timeline.end(), gap.length),
                Math.max(rootMeanSquare(gap, 0, before), floor()),
                rootMeanSquare(gap, before, gap.length));
    }

    /** What counts as no error at all, so that nothing is divided by 0. */
    private double floor() {
        return 1e-6 * Math.max(Math.abs(mean(treated, 0, timeline.before())), 1e-6);
    }

    private static double mean(double[] x, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += x[t];
        }
        return sum / (to - from);
    }

    private static double rootMeanSquare(double[] x, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += x[t] * x[t];
        }
        return Math.sqrt(sum / (to - from));
    }

    private double[][] without(int donor) {
        return IntStream.range(0, donors.length)
                .filter(j -> j != donor)
                .mapToObj(j -> donors[j])
                .toArray(double[][]::new);
    }

    /** The treated unit and each donor as if it were. */
    private record Trial(Match treated, List<Match> placebos) {}

    private Trial trial(boolean shifted) {
        return new Trial(
                match(treated, donors, shifted),
                IntStream.range(0, donors.length)
                        .parallel()
                        .mapToObj(j -> match(donors[j], without(j), shifted))
                        .toList());
    }

    private Finding finding() {
        Trial plain = trial(false);
        Trial shifted = trial(true);
        List<Finding.Specification> ways = List.of(
                specification("weighted mean of donors", plain),
                specification("the same, shifted by a constant", shifted));
        Agreement agreement = Agreement.of(ways, unit);
        return new Finding(
                Finding.Method.SYNTHETIC_CONTROL,
                "The treated series against a weighted mean of "
                        + Arrays.stream(plain.treated.weights)
                                .filter(w -> w > 1e-6)
                                .count()
                        + " of " + donors.length + " untreated units.",
                timeline.before(),
                ways,
                agreement.sentence(),
                agreement.proof(),
                Optional.empty(),
                Optional.of(placebos(plain)),
                weights(plain.treated),
                leaveOneOut(plain.treated),
                List.of(enough(), fit(plain), unique(plain.treated)),
                List.of());
    }

    private Finding.Specification specification(String name, Trial trial) {
        Match match = trial.treated;
        int before = timeline.before();
        double[] size = trial.placebos.stream()
                .mapToDouble(m -> Math.abs(m.average) / m.fit)
                .toArray();
        double[] sizeAtEnd = trial.placebos.stream()
                .mapToDouble(m -> Math.abs(m.atEnd) / m.fit)
                .toArray();
        long asLarge = Arrays.stream(size)
                .filter(s -> s >= Math.abs(match.average) / match.fit)
                .count();
        return new Finding.Specification(
                name,
                "placebos, beside their error before the change",
                Finding.Change.ofUnits(
                        match.average, interval(match.average, match.fit, size), mean(treated, before, treated.length)),
                Finding.Change.ofUnits(
                        match.atEnd,
                        interval(match.atEnd, match.fit, sizeAtEnd),
                        mean(treated, timeline.end(), treated.length)),
                OptionalDouble.of((1.0 + asLarge) / (1 + donors.length)),
                List.of(new Finding.Term("root mean squared error before", match.fit, Optional.empty())),
                points(trial));
    }

    /** An effect would be as large beside the error before as those of the placebos are, if it were none. */
    private Interval interval(double value, double fit, double[] sizes) {
        int k = (int) Math.ceil(level * (sizes.length + 1) - 1e-9);
        if (k > sizes.length) {
            return Interval.none(
                    level,
                    "placebo",
                    sizes.length + " donors are too few for " + Words.percent(level) + ": "
                            + (int) Math.ceil(level / (1 - level) - 1e-9) + " are needed.");
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double half = sorted[k - 1] * fit;
        return Interval.of(value - half, value + half, level, "placebo");
    }

    private List<Finding.Point> points(Trial trial) {
        List<Finding.Point> points = new ArrayList<>();
        for (int t = 0; t < treated.length; t++) {
            int at = t;
            double expected = trial.treated.expected[t];
            double[] sizes = IntStream.range(0, donors.length)
                    .mapToDouble(j ->
                            Math.abs(donors[j][at] - trial.placebos.get(j).expected[at]) / trial.placebos.get(j).fit)
                    .toArray();
            Interval interval = interval(expected, trial.treated.fit, sizes);
            points.add(
                    new Finding.Point(timeline.labels().get(t), treated[t], expected, interval.low(), interval.high()));
        }
        return points;
    }

    private Finding.Placebos placebos(Trial trial) {
        List<Finding.Placebo> units = new ArrayList<>();
        units.add(placebo("treated", true, trial.treated));
        for (int j = 0; j < donors.length; j++) {
            units.add(placebo(names.get(j), false, trial.placebos.get(j)));
        }
        units.sort(Comparator.comparingDouble(Finding.Placebo::ratio).reversed().thenComparing(Finding.Placebo::unit));
        int rank = 1
                + (int) trial.placebos.stream()
                        .filter(p -> p.ratio() >= trial.treated.ratio())
                        .count();
        int of = donors.length + 1;
        return new Finding.Placebos(
                rank,
                of,
                (double) rank / of,
                "Placebo rank " + rank + " of " + of + " by the error after the change over that before.",
                units);
    }

    private static Finding.Placebo placebo(String name, boolean treated, Match match) {
        return new Finding.Placebo(name, treated, match.average, match.fit, match.ratio());
    }

    private List<Finding.Weight> weights(Match match) {
        return IntStream.range(0, donors.length)
                .filter(j -> match.weights[j] > 1e-6)
                .mapToObj(j -> new Finding.Weight(names.get(j), match.weights[j]))
                .sorted(Comparator.comparingDouble(Finding.Weight::weight)
                        .reversed()
                        .thenComparing(Finding.Weight::unit))
                .toList();
    }

    private List<Finding.LeaveOneOut> leaveOneOut(Match match) {
        return IntStream.range(0, donors.length)
                .filter(j -> match.weights[j] > 1e-6)
                .mapToObj(j -> {
                    Match other = match(treated, without(j), false);
                    return new Finding.LeaveOneOut(names.get(j), other.average, other.fit);
                })
                .sorted(Comparator.comparingDouble(Finding.LeaveOneOut::effect))
                .toList();
    }

    private Gate enough() {
        int needed = (int) Math.ceil(level / (1 - level) - 1e-9);
        boolean enough = timeline.before() >= ENOUGH_BEFORE && donors.length >= needed;
        return Gate.of(
                "periods and donors",
                enough,
                timeline.before() + " periods before and " + donors.length + " donors"
                        + (enough ? "." : "; " + ENOUGH_BEFORE + " and " + needed + " are wanted."));
    }

    private Gate fit(Trial trial) {
        double typical = Quantile.DEFAULT.of(
                trial.placebos.stream().mapToDouble(Match::fit).toArray(), 0.5);
        boolean good = trial.treated.fit <= 2 * typical;
        return Gate.of(
                "fit before",
                good,
                "The error before the change is " + EffectWords.brief(trial.treated.fit) + EffectWords.unit(unit)
                        + ", that of a usual placebo " + EffectWords.brief(typical)
                        + (good ? "." : ": the donors do not make up a unit like the treated one."));
    }

    private Gate unique(Match match) {
        boolean exact = match.fit <= floor();
        return Gate.of(
                "weights",
                !exact,
                exact
                        ? "The donors reproduce the past without error, so that other weights would do as well: the past is too"
                                + " short for so many donors."
                        : "The weights are the only ones that fit best.");
    }
}
