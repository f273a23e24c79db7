package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;

/** Charts of measured values. */
final class VariablesCharts {
    private static final double NO_LEAST = Double.NEGATIVE_INFINITY;
    private static final double NO_MOST = Double.POSITIVE_INFINITY;
    /** The direction of a figure is not that of its spread, whose signals only say high or low. */
    private static final Direction SPREAD = Direction.NONE;
    /** Power that makes exponential times nearly normal (Nelson 1994). */
    private static final double TIMES_POWER = 1 / 3.6;

    private VariablesCharts() {}

    static ControlChart individuals(double[] values, ControlChart.Setup setup) {
        Values.finite(values, "the series");
        ChartBuilder chart = new ChartBuilder(setup, values.length);
        if (Arrays.stream(values).allMatch(v -> v == values[0])) {
            chart.note("All values are equal, so that the limits have no width.");
        }
        double[] ranges = movingRanges(values);
        chart.panel("individuals", setup.rules().rules(), s -> {
            double sigma = chart.sigma(meanRange(ranges, s) / ShewhartConstants.d2(2));
            return chart.shewhart(chart.centre(mean(values, s)), sigma, values, i -> sigma, NO_LEAST, NO_MOST);
        });
        return movingRanges(chart, ranges).finished(ControlChart.Kind.INDIVIDUALS);
    }

    /** Mean moving range at the base of a stretch; the range across its beginning does not count. */
    static double meanRange(double[] ranges, ChartBuilder.Stretch stretch) {
        ChartBuilder.Stretch s = stretch.base();
        double sum = 0;
        for (int i = s.from() + 1; i < s.to(); i++) {
            sum += ranges[i];
        }
        return sum / (s.length() - 1);
    }

    static double mean(double[] values, ChartBuilder.Stretch s) {
        return Values.mean(Arrays.copyOfRange(values, s.from(), s.baseTo()));
    }

    static double[] movingRanges(double[] values) {
        double[] ranges = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            ranges[i] = Math.abs(values[i] - values[i - 1]);
        }
        return ranges;
    }

    private static ChartBuilder movingRanges(ChartBuilder chart, double[] ranges) {
        return chart.panel(
                "moving ranges",
                List.of(Rule.BEYOND_LIMITS),
                s -> {
                    double d2 = ShewhartConstants.d2(2);
                    double centre = d2 * chart.sigma(meanRange(ranges, s) / d2);
                    double sigma = centre * ShewhartConstants.d3(2) / d2;
                    double limit = 3.267 * centre;
                    // the first point of a stretch has no range of its own and is drawn on the centre
                    return new ChartBuilder.Scale(
                            centre,
                            sigma,
                            i -> chart.point(i, i == s.from() ? centre : ranges[i], centre, 0, limit, 0, NO_MOST),
                            i -> i == s.from() || ranges[i] <= limit
                                    ? 0
                                    : ChartBuilder.score(ranges[i] - centre, sigma),
                            i -> RunLength.MOVING_RANGES);
                },
                SPREAD);
    }

    static ControlChart subgroups(ControlChart.Kind kind, double[][] subgroups, ControlChart.Setup setup) {
        boolean ranges = kind == ControlChart.Kind.XBAR_R;
        double[] means = new double[subgroups.length];
        double[] spreads = new double[subgroups.length];
        for (int i = 0; i < subgroups.length; i++) {
            double[] group = Values.checked(subgroups[i], "subgroup " + (i + 1));
            if (group.length < 2 || (ranges && group.length > 25)) {
                throw new BadData(
                        "out-of-range",
                        "Subgroup " + (i + 1) + " has " + group.length + (group.length == 1 ? " value." : " values."),
                        ranges
                                ? "Ranges need 2 to 25 values; larger subgroups are for the chart of standard deviations."
                                : "Give 2 values or more, or use the chart of individuals.");
            }
            means[i] = Values.mean(group);
            spreads[i] = ranges
                    ? Arrays.stream(group).max().getAsDouble()
                            - Arrays.stream(group).min().getAsDouble()
                    : Math.sqrt(Values.variance(group, means[i]));
        }
        ChartBuilder chart = new ChartBuilder(setup, subgroups.length);
        chart.panel("means", setup.rules().rules(), s -> {
            double sigma = chart.sigma(sigma(subgroups, spreads, s, ranges));
            double centre = chart.centre(weightedMean(means, subgroups, s));
            return chart.shewhart(
                    centre,
                    sigma / Math.sqrt(subgroups[s.from()].length),
                    means,
                    i -> sigma / Math.sqrt(subgroups[i].length),
                    NO_LEAST,
                    NO_MOST);
        });
        chart.panel(
                ranges ? "ranges" : "standard deviations",
                List.of(Rule.BEYOND_LIMITS),
                s -> {
                    double sigma = chart.sigma(sigma(subgroups, spreads, s, ranges));
                    return new ChartBuilder.Scale(
                            sigma * centre(subgroups[s.from()].length, ranges),
                            sigma * spread(subgroups[s.from()].length, ranges),
                            i -> {
                                double centre = sigma * centre(subgroups[i].length, ranges);
                                double width = 3 * sigma * spread(subgroups[i].length, ranges);
                                return chart.point(i, spreads[i], centre, centre - width, centre + width, 0, NO_MOST);
                            },
                            i -> ChartBuilder.score(
                                    spreads[i] - sigma * centre(subgroups[i].length, ranges),
                                    sigma * spread(subgroups[i].length, ranges)),
                            i -> ranges
                                    ? RunLength.ranges(subgroups[i].length)
                                    : RunLength.deviations(subgroups[i].length));
                },
                SPREAD);
        return chart.finished(kind);
    }

    private static double centre(int n, boolean ranges) {
        return ranges ? ShewhartConstants.d2(n) : ShewhartConstants.c4(n);
    }

    private static double spread(int n, boolean ranges) {
        double c4 = ShewhartConstants.c4(n);
        return ranges ? ShewhartConstants.d3(n) : Math.sqrt(1 - c4 * c4);
    }

    /** Standard deviation within subgroups, the mean of what each of them says. */
    private static double sigma(double[][] subgroups, double[] spreads, ChartBuilder.Stretch s, boolean ranges) {
        double sum = 0;
        for (int i = s.from(); i < s.baseTo(); i++) {
            sum += spreads[i] / centre(subgroups[i].length, ranges);
        }
        return sum / s.base().length();
    }

    private static double weightedMean(double[] means, double[][] subgroups, ChartBuilder.Stretch s) {
        double sum = 0;
        double n = 0;
        for (int i = s.from(); i < s.baseTo(); i++) {
            sum += means[i] * subgroups[i].length;
            n += subgroups[i].length;
        }
        return sum / n;
    }

    static ControlChart times(double[] between, ControlChart.Setup setup) {
        Values.finite(between, "the series");
        for (int i = 0; i < between.length; i++) {
            if (between[i] < 0) {
                throw new BadData(
                        "out-of-range",
                        "The time before event " + (i + 1) + " is " + between[i] + ".",
                        "Times between events are 0 or more; put the events in order.");
            }
        }
        double[] powered =
                Arrays.stream(between).map(v -> Math.pow(v, TIMES_POWER)).toArray();
        double[] ranges = movingRanges(powered);
        ChartBuilder chart = new ChartBuilder(setup, between.length).withoutStandard();
        chart.panel("time between events", setup.rules().rules(), s -> {
            double centre = mean(powered, s);
            double sigma = meanRange(ranges, s) / ShewhartConstants.d2(2);
            double low = back(centre - 3 * sigma);
            double high = back(centre + 3 * sigma);
            return new ChartBuilder.Scale(
                    back(centre),
                    (high - low) / 6,
                    i -> chart.point(i, between[i], back(centre), low, high, 0, NO_MOST),
                    i -> ChartBuilder.score(powered[i] - centre, sigma),
                    i -> RunLength.TIMES);
        });
        return chart.finished(ControlChart.Kind.T);
    }

    private static double back(double powered) {
        return Math.pow(Math.max(0, powered), 1 / TIMES_POWER);
    }
}
