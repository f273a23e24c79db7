package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Charts of what is counted. */
final class AttributesCharts {
    private static final double NO_MOST = Double.POSITIVE_INFINITY;

    private AttributesCharts() {}

    static ControlChart proportions(ControlChart.Kind kind, long[] affected, long[] sizes, ControlChart.Setup setup) {
        sameLength(affected.length, sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            Count.check(affected[i], sizes[i], "subgroup " + (i + 1));
            notZero(sizes[i], "subgroup", i);
        }
        return rates(
                kind,
                "proportions",
                Arrays.stream(affected).asDoubleStream().toArray(),
                Arrays.stream(sizes).asDoubleStream().toArray(),
                p -> p * (1 - p),
                1,
                (size, p) -> BinomialDistribution.of((int) size, p),
                setup);
    }

    static ControlChart rates(ControlChart.Kind kind, long[] counts, double[] exposures, ControlChart.Setup setup) {
        sameLength(counts.length, exposures.length);
        Values.finite(exposures, "the exposures");
        for (int i = 0; i < counts.length; i++) {
            notNegative(counts[i], i);
            notZero(exposures[i], "exposure", i);
        }
        return rates(
                kind,
                "counts per unit",
                Arrays.stream(counts).asDoubleStream().toArray(),
                exposures,
                u -> u,
                NO_MOST,
                (size, u) -> PoissonDistribution.of(size * u),
                setup);
    }

    /** A rate is a count over a size; its variance by chance is {@code variance(rate)} over the size. */
    private static ControlChart rates(
            ControlChart.Kind kind,
            String name,
            double[] counts,
            double[] sizes,
            DoubleUnaryOperator variance,
            double most,
            Counting counting,
            ControlChart.Setup setup) {
        double[] rates = new double[counts.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = counts[i] / sizes[i];
        }
        boolean laney = kind == ControlChart.Kind.P_LANEY || kind == ControlChart.Kind.U_LANEY;
        ChartBuilder chart = new ChartBuilder(setup, rates.length).withoutGivenSigma();
        chart.panel(name, setup.rules().rules(), s -> {
            double centre = chart.centre(sum(counts, s) / sum(sizes, s));
            double unit = Math.sqrt(variance.applyAsDouble(centre));
            double extra = laney ? sigmaOfScores(rates, sizes, centre, unit, s) : 1;
            return chart.shewhart(
                    centre,
                    extra * unit / Math.sqrt(sum(sizes, s) / s.base().length()),
                    rates,
                    i -> extra * unit / Math.sqrt(sizes[i]),
                    0,
                    most,
                    i -> laney || unit == 0 ? RunLength.POINTS : ChartBuilder.runLength(counting.of(sizes[i], centre)));
        });
        return chart.finished(kind);
    }

    /** Distribution of the count of a size at a rate, if chance alone is at work. */
    private interface Counting {
        DiscreteDistribution of(double size, double rate);
    }

    /** How much more rates differ from point to point than by chance (Laney 2002). */
    private static double sigmaOfScores(
            double[] rates, double[] sizes, double centre, double unit, ChartBuilder.Stretch s) {
        if (unit == 0) {
            return 1;
        }
        double[] z = new double[rates.length];
        for (int i = s.from(); i < s.to(); i++) {
            z[i] = (rates[i] - centre) / (unit / Math.sqrt(sizes[i]));
        }
        return VariablesCharts.meanRange(VariablesCharts.movingRanges(z), s) / ShewhartConstants.d2(2);
    }

    static ControlChart numbers(long[] affected, long size, ControlChart.Setup setup) {
        for (int i = 0; i < affected.length; i++) {
            Count.check(affected[i], size, "subgroup " + (i + 1));
        }
        double[] values = Arrays.stream(affected).asDoubleStream().toArray();
        ChartBuilder chart = new ChartBuilder(setup, values.length).withoutGivenSigma();
        chart.panel("numbers affected", setup.rules().rules(), s -> {
            double centre = chart.centre(VariablesCharts.mean(values, s));
            double sigma = Math.sqrt(centre * (1 - centre / size));
            return chart.shewhart(
                    centre,
                    sigma,
                    values,
                    i -> sigma,
                    0,
                    size,
                    i -> sigma > 0
                            ? ChartBuilder.runLength(BinomialDistribution.of((int) size, centre / size))
                            : RunLength.POINTS);
        });
        return chart.finished(ControlChart.Kind.NP);
    }

    static ControlChart counts(long[] counts, ControlChart.Setup setup) {
        for (int i = 0; i < counts.length; i++) {
            notNegative(counts[i], i);
        }
        double[] values = Arrays.stream(counts).asDoubleStream().toArray();
        ChartBuilder chart = new ChartBuilder(setup, values.length).withoutGivenSigma();
        chart.panel("counts", setup.rules().rules(), s -> {
            double centre = chart.centre(VariablesCharts.mean(values, s));
            double sigma = Math.sqrt(centre);
            return chart.shewhart(
                    centre,
                    sigma,
                    values,
                    i -> sigma,
                    0,
                    NO_MOST,
                    i -> sigma > 0 ? ChartBuilder.runLength(PoissonDistribution.of(centre)) : RunLength.POINTS);
        });
        return chart.finished(ControlChart.Kind.C);
    }

    /** Geometric counts between events (Benneyan 2001). */
    static ControlChart between(long[] between, ControlChart.Setup setup) {
        for (int i = 0; i < between.length; i++) {
            notNegative(between[i], i);
        }
        double[] values = Arrays.stream(between).asDoubleStream().toArray();
        ChartBuilder chart = new ChartBuilder(setup, values.length).withoutStandard();
        chart.panel("opportunities between events", setup.rules().rules(), s -> {
            double centre = VariablesCharts.mean(values, s);
            double sigma = Math.sqrt(centre * (centre + 1));
            return chart.shewhart(
                    centre,
                    sigma,
                    values,
                    i -> sigma,
                    0,
                    NO_MOST,
                    i -> sigma > 0
                            ? ChartBuilder.runLength(GeometricDistribution.of(1 / (1 + centre)))
                            : RunLength.POINTS);
        });
        return chart.finished(ControlChart.Kind.G);
    }

    /** Sum over the base of a stretch. */
    private static double sum(double[] values, ChartBuilder.Stretch s) {
        double sum = 0;
        for (int i = s.from(); i < s.baseTo(); i++) {
            sum += values[i];
        }
        return sum;
    }

    private static void sameLength(int counts, int sizes) {
        if (counts != sizes) {
            throw new BadData(
                    "wrong-shape",
                    "There are " + counts + " counts and " + sizes + " sizes.",
                    "Give one size for each count.");
        }
    }

    private static void notNegative(long count, int i) {
        if (count < 0) {
            throw new BadData(
                    "out-of-range", "The count at point " + (i + 1) + " is " + count + ".", "A count is 0 or more.");
        }
    }

    private static void notZero(double size, String what, int i) {
        if (!(size > 0)) {
            throw new BadData(
                    "zero-denominator",
                    "The " + what + " at point " + (i + 1) + " is " + Words.number(size) + ".",
                    "Leave the point out, or give it a size above 0.");
        }
    }
}
