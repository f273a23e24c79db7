package dev.touchstone.benchmark;

import java.util.List;

/** Charts whose points remember those before them, which see small lasting shifts soon. */
final class MemoryCharts {
    private MemoryCharts() {}

    static ControlChart ewma(double[] values, double lambda, double width, ControlChart.Setup setup) {
        Values.finite(values, "the series");
        if (!(lambda > 0 && lambda <= 1) || !(width > 0)) {
            throw new BadData(
                    "out-of-range",
                    "The weight is " + lambda + " and the width " + width + ".",
                    "The weight lies above 0 and up to 1, usually 0.2; the width is above 0, usually 3.");
        }
        ChartBuilder chart = new ChartBuilder(setup, values.length);
        double[] ranges = VariablesCharts.movingRanges(values);
        chart.panel("weighted average", List.of(Rule.BEYOND_LIMITS), s -> {
            double centre = chart.centre(VariablesCharts.mean(values, s));
            double sigma = chart.sigma(VariablesCharts.meanRange(ranges, s) / ShewhartConstants.d2(2));
            double[] averages = new double[s.length()];
            double[] errors = new double[s.length()];
            double average = centre;
            for (int t = 0; t < averages.length; t++) {
                average = lambda * values[s.from() + t] + (1 - lambda) * average;
                averages[t] = average;
                errors[t] = sigma * Math.sqrt(lambda / (2 - lambda) * (1 - Math.pow(1 - lambda, 2.0 * (t + 1))));
            }
            return new ChartBuilder.Scale(
                    centre,
                    sigma,
                    i -> {
                        double half = width * errors[i - s.from()];
                        return chart.point(
                                i,
                                averages[i - s.from()],
                                centre,
                                centre - half,
                                centre + half,
                                Double.NEGATIVE_INFINITY,
                                Double.POSITIVE_INFINITY);
                    },
                    // the rule asks for 3; a score of 3 is a point at the limit
                    i -> 3 / width * ChartBuilder.score(averages[i - s.from()] - centre, errors[i - s.from()]),
                    i -> RunLength.ewma(lambda, width));
        });
        return chart.finished(ControlChart.Kind.EWMA);
    }

    static ControlChart cusum(double[] values, double allowance, double limit, ControlChart.Setup setup) {
        Values.finite(values, "the series");
        if (!(allowance >= 0) || !(limit > 0)) {
            throw new BadData(
                    "out-of-range",
                    "The allowance is " + allowance + " and the limit " + limit + ".",
                    "The allowance is 0 or more, usually 0.5; the limit is above 0, usually 4 or 5.");
        }
        ChartBuilder chart = new ChartBuilder(setup, values.length);
        double[] ranges = VariablesCharts.movingRanges(values);
        chart.panel(
                "upward sum", List.of(Rule.BEYOND_LIMITS), s -> sums(chart, values, ranges, s, allowance, limit, 1));
        chart.panel(
                "downward sum", List.of(Rule.BEYOND_LIMITS), s -> sums(chart, values, ranges, s, allowance, limit, -1));
        return chart.finished(ControlChart.Kind.CUSUM);
    }

    private static ChartBuilder.Scale sums(
            ChartBuilder chart,
            double[] values,
            double[] ranges,
            ChartBuilder.Stretch s,
            double allowance,
            double limit,
            int way) {
        double centre = chart.centre(VariablesCharts.mean(values, s));
        double sigma = chart.sigma(VariablesCharts.meanRange(ranges, s) / ShewhartConstants.d2(2));
        double[] sums = new double[s.length()];
        double sum = 0;
        for (int t = 0; t < sums.length; t++) {
            double z = sigma > 0 ? (values[s.from() + t] - centre) / sigma : 0;
            sum = Math.max(0, sum + way * z - allowance);
            sums[t] = sum;
        }
        return new ChartBuilder.Scale(
                0,
                1,
                i -> chart.point(
                        i,
                        way * sums[i - s.from()],
                        0,
                        -limit,
                        limit,
                        way > 0 ? 0 : -limit - 1,
                        way > 0 ? limit + 1 : 0),
                i -> way * 3 * sums[i - s.from()] / limit,
                i -> RunLength.cusum(allowance, limit));
    }
}
