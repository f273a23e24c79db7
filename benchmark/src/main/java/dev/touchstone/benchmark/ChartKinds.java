package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.Optional;

/** Chooses the chart that suits a series, says why, and draws it. */
record ChartKinds(ChartSeries series, ChartOptions options) {
    private static final int MOST_FOR_RANGES = 10;

    /** @param reason one sentence */
    record Choice(ControlChart.Kind kind, String reason) {}

    Choice choice() {
        Optional<ControlChart.Kind> asked = options.kind();
        if (asked.isPresent()) {
            return new Choice(asked.get(), "It was asked for.");
        }
        if (options.values().isEmpty()) {
            return new Choice(ControlChart.Kind.T, "Only the times of events are known.");
        }
        if (series.sizes().length > 0) {
            return counted();
        }
        if (series.grouped()) {
            int most =
                    Arrays.stream(series.groups()).mapToInt(g -> g.length).max().orElse(0);
            return most <= MOST_FOR_RANGES
                    ? new Choice(
                            ControlChart.Kind.XBAR_R, "Each point is made of several values, " + most + " at most.")
                    : new Choice(
                            ControlChart.Kind.XBAR_S,
                            "Points are made of up to " + most + " values, too many for ranges.");
        }
        if (options.subgroup().isPresent() || options.period().isPresent()) {
            return new Choice(
                    ControlChart.Kind.INDIVIDUALS,
                    "Each point is the mean of its rows, because some points have only one.");
        }
        double[] values = series.means();
        return countsByChance(values)
                ? new Choice(
                        ControlChart.Kind.C,
                        "The values are whole numbers that vary about as much as counts do; ask for individuals if they"
                                + " are not counts.")
                : new Choice(ControlChart.Kind.INDIVIDUALS, "Each point is one measured value.");
    }

    private Choice counted() {
        requireSizes();
        double[] counts = series.sums();
        double[] sizes = series.sizes();
        if (!whole(counts)) {
            return new Choice(
                    ControlChart.Kind.INDIVIDUALS,
                    "The numerators are not counts, so that the ratio is charted as a measured value.");
        }
        boolean shares = whole(sizes);
        for (int i = 0; i < counts.length; i++) {
            shares &= counts[i] <= sizes[i];
        }
        double spread = shortTermSpread(counts, sizes, shares);
        // an estimate from n moving ranges has a standard error of about 0.8 / sqrt n
        boolean laney = spread > 1 + Math.max(0.1, 2 / Math.sqrt(counts.length));
        String what = shares ? "Counts are parts of their denominators" : "Counts may exceed their exposures";
        return new Choice(
                shares
                        ? laney ? ControlChart.Kind.P_LANEY : ControlChart.Kind.P
                        : laney ? ControlChart.Kind.U_LANEY : ControlChart.Kind.U,
                what
                        + (laney
                                ? ", and vary from point to point " + Words.number(Math.rint(100 * spread) / 100)
                                        + " times as much as chance would have it."
                                : "."));
    }

    /** Standard deviation of the scores by their moving ranges, 1 by chance (Laney's sigma of z). */
    private static double shortTermSpread(double[] counts, double[] sizes, boolean shares) {
        double rate = Arrays.stream(counts).sum() / Arrays.stream(sizes).sum();
        double unit = shares ? rate * (1 - rate) : rate;
        if (!(unit > 0) || counts.length < 2) {
            return 1;
        }
        double sum = 0;
        for (int i = 1; i < counts.length; i++) {
            sum += Math.abs(score(counts, sizes, rate, unit, i) - score(counts, sizes, rate, unit, i - 1));
        }
        return sum / (counts.length - 1) / ShewhartConstants.d2(2);
    }

    private static double score(double[] counts, double[] sizes, double rate, double unit, int i) {
        return (counts[i] - rate * sizes[i]) / Math.sqrt(unit * sizes[i]);
    }

    private static boolean countsByChance(double[] values) {
        if (!whole(values) || values.length < 2) {
            return false;
        }
        double mean = Values.mean(values);
        double sigma = Arrays.stream(VariablesCharts.movingRanges(values)).sum()
                / (values.length - 1)
                / ShewhartConstants.d2(2);
        return mean > 0 && sigma * sigma > mean / 2 && sigma * sigma < 2 * mean;
    }

    private static boolean whole(double[] values) {
        return Arrays.stream(values).allMatch(v -> v >= 0 && v == Math.rint(v) && v < 1e15);
    }

    ControlChart chart(ControlChart.Kind kind, ControlChart.Setup setup) {
        ChartOptions.Memory memory = options.memory();
        return switch (kind) {
            case INDIVIDUALS -> ControlChart.individuals(measured(), setup);
            case XBAR_R -> ControlChart.xbarR(series.groups(), setup);
            case XBAR_S -> ControlChart.xbarS(series.groups(), setup);
            case P -> ControlChart.p(counts(), wholeSizes(kind), setup);
            case P_LANEY -> ControlChart.laneyP(counts(), wholeSizes(kind), setup);
            case NP -> ControlChart.np(counts(), oneSize(), setup);
            case C -> ControlChart.c(counts(), setup);
            case U -> ControlChart.u(counts(), sizes(kind), setup);
            case U_LANEY -> ControlChart.laneyU(counts(), sizes(kind), setup);
            case G -> ControlChart.g(counts(), setup);
            case T -> ControlChart.t(series.means(), setup);
            case EWMA -> ControlChart.ewma(measured(), memory.lambda(), memory.width(), setup);
            case CUSUM -> ControlChart.cusum(measured(), memory.allowance(), memory.limit(), setup);
        };
    }

    /** The mean of the rows of each point, or their ratio. */
    private double[] measured() {
        double[] sizes = series.sizes();
        if (sizes.length == 0) {
            return series.means();
        }
        requireSizes();
        double[] ratios = series.sums();
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= sizes[i];
        }
        return ratios;
    }

    private void requireSizes() {
        double[] sizes = series.sizes();
        for (int i = 0; i < sizes.length; i++) {
            if (!(sizes[i] > 0)) {
                throw new BadData(
                        "zero-denominator",
                        "The denominator at point " + series.labels().get(i) + " is " + Words.number(sizes[i]) + ".",
                        "Leave the point out, or give it a denominator above 0.");
            }
        }
    }

    private long[] counts() {
        double[] sums = series.sums();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] != Math.rint(sums[i])) {
                throw new BadData(
                        "not-a-count",
                        "The value at point " + series.labels().get(i) + " is " + Words.number(sums[i]) + ".",
                        "This chart is of counts, which are whole numbers; use individuals for measured values.");
            }
        }
        return Arrays.stream(sums).mapToLong(v -> (long) v).toArray();
    }

    private double[] sizes(ControlChart.Kind kind) {
        if (series.sizes().length == 0) {
            throw new BadData(
                    "no-size",
                    "A chart of " + kind.words() + " needs to know what was counted in.",
                    "Name the column of the denominators or exposures.");
        }
        return series.sizes();
    }

    private long[] wholeSizes(ControlChart.Kind kind) {
        double[] sizes = sizes(kind);
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] != Math.rint(sizes[i])) {
                throw new BadData(
                        "not-a-count",
                        "The denominator at point " + series.labels().get(i) + " is " + Words.number(sizes[i]) + ".",
                        "Denominators of proportions are whole numbers; use u for exposures.");
            }
        }
        return Arrays.stream(sizes).mapToLong(v -> (long) v).toArray();
    }

    private long oneSize() {
        long[] sizes = wholeSizes(ControlChart.Kind.NP);
        if (Arrays.stream(sizes).distinct().count() > 1) {
            throw new BadData(
                    "unequal-sizes",
                    "The sizes of the subgroups differ.",
                    "Numbers affected need subgroups of one size; use p.");
        }
        return sizes[0];
    }
}
