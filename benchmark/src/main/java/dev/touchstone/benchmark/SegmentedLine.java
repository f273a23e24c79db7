package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A trend, straight or curved, whose level and slope change at a time.
 *
 * @param values of each period; rates where there is an exposure
 * @param design with the column {@link #LEVEL} and, where the slope may change, {@link #SLOPE}
 */
record SegmentedLine(
        String name, Timeline timeline, double[] values, Optional<double[]> exposure, Design design, double level) {

    static final String LEVEL = "level change";
    static final String SLOPE = "slope change";
    private static final List<String> EFFECTS = List.of(LEVEL, SLOPE);

    /** Coefficients with their uncertainty, whichever way it was found. */
    private record Fitted(
            String errors,
            double[] coefficients,
            ToDoubleFunction<double[]> variance,
            ToDoubleFunction<double[]> degrees,
            double scale,
            List<Finding.Term> terms) {}

    Finding.Specification autoregressive() {
        SerialRegression fit = exposure.isPresent()
                ? counted(SerialErrors.AUTOREGRESSIVE).working()
                : SerialRegression.of(SerialErrors.AUTOREGRESSIVE, timeline.times(), design, values);
        return specification(new Fitted(
                "autoregressive, restricted maximum likelihood",
                fit.coefficients(),
                fit::variance,
                fit::degrees,
                fit.scale(),
                List.of(new Finding.Term("autocorrelation of the errors", fit.share(), Optional.empty()))));
    }

    Finding.Specification neweyWest(int lag) {
        LinearModel fit =
                exposure.isPresent() ? counted(SerialErrors.INDEPENDENT).independent() : LinearModel.of(design, values);
        return specification(new Fitted(
                "Newey-West, lag " + lag,
                fit.coefficients(),
                c -> fit.neweyWest(c, lag),
                c -> fit.degrees(),
                fit.scale(),
                List.of()));
    }

    private CountRegression counted(SerialErrors errors) {
        double[] out = exposure.orElseThrow();
        double[] counts = new double[values.length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = values[i] * out[i];
        }
        return CountRegression.of(errors, timeline.times(), design, counts, out);
    }

    private Finding.Specification specification(Fitted fit) {
        double[] average = effect(fit, timeline.before());
        double error = Math.sqrt(fit.variance.applyAsDouble(average));
        double value = value(fit, average, timeline.before());
        OptionalDouble p = error > 0
                ? OptionalDouble.of(2
                        * TDistribution.of(fit.degrees.applyAsDouble(average))
                                .survivalProbability(Math.abs(value) / error))
                : OptionalDouble.empty();
        return new Finding.Specification(
                exposure.isPresent() ? name + ", quasi-Poisson" : name,
                fit.errors,
                change(fit, average, timeline.before()),
                change(fit, effect(fit, timeline.end()), timeline.end()),
                p,
                terms(fit),
                points(fit));
    }

    private Finding.Change change(Fitted fit, double[] contrast, int from) {
        double value = value(fit, contrast, from);
        Interval interval = interval(fit, contrast, value);
        double actual = InterruptedSeries.mean(values, exposure, from);
        return exposure.isPresent()
                ? Finding.Change.ofRatio(value, interval, actual)
                : Finding.Change.ofUnits(value, interval, actual);
    }

    private Interval interval(Fitted fit, double[] contrast, double value) {
        double half = TDistribution.of(fit.degrees.applyAsDouble(contrast)).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(fit.variance.applyAsDouble(contrast));
        return Interval.of(value - half, value + half, level, fit.errors);
    }

    /**
     * The combination of coefficients that is the mean effect from a row on. Of counts it is the gradient of the logarithm of the
     * sum with the effect over the sum without it.
     */
    private double[] effect(Fitted fit, int from) {
        double[] contrast = new double[design.size()];
        double with = 0;
        double without = 0;
        for (int i = from; i < timeline.size(); i++) {
            with += mean(fit, i, true);
            without += mean(fit, i, false);
        }
        for (int j = 0; j < contrast.length; j++) {
            boolean ofEffect = EFFECTS.contains(design.names().get(j));
            for (int i = from; i < timeline.size(); i++) {
                double x = design.columns().get(j)[i];
                contrast[j] += exposure.isEmpty()
                        ? (ofEffect ? x / (timeline.size() - from) : 0)
                        : x * (mean(fit, i, true) / with - (ofEffect ? 0 : mean(fit, i, false) / without));
            }
        }
        return contrast;
    }

    private double value(Fitted fit, double[] contrast, int from) {
        if (exposure.isEmpty()) {
            double sum = 0;
            for (int j = 0; j < contrast.length; j++) {
                sum += contrast[j] * fit.coefficients[j];
            }
            return sum;
        }
        double with = 0;
        double without = 0;
        for (int i = from; i < timeline.size(); i++) {
            with += mean(fit, i, true);
            without += mean(fit, i, false);
        }
        return Math.log(with / without);
    }

    /** Expected value of a period, of counts the expected count, with or without the effect. */
    private double mean(Fitted fit, int row, boolean withEffect) {
        double sum = 0;
        for (int j = 0; j < design.size(); j++) {
            if (withEffect || !EFFECTS.contains(design.names().get(j))) {
                sum += fit.coefficients[j] * design.columns().get(j)[row];
            }
        }
        return exposure.isPresent() ? exposure.get()[row] * Math.exp(sum) : sum;
    }

    private List<Finding.Term> terms(Fitted fit) {
        List<Finding.Term> terms = new ArrayList<>();
        for (String name : design.names()) {
            if (name.equals("trend") || EFFECTS.contains(name) || name.startsWith("control")) {
                double[] contrast = design.contrast(name);
                double value = fit.coefficients[design.index(name)];
                terms.add(new Finding.Term(
                        exposure.isPresent() ? name + ", logarithm" : name,
                        value,
                        Optional.of(interval(fit, contrast, value))));
            }
        }
        terms.addAll(fit.terms);
        if (exposure.isPresent()) {
            terms.add(new Finding.Term("dispersion", fit.scale, Optional.empty()));
        }
        return List.copyOf(terms);
    }

    private List<Finding.Point> points(Fitted fit) {
        List<Finding.Point> points = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            double[] contrast = new double[design.size()];
            for (int j = 0; j < contrast.length; j++) {
                contrast[j] = EFFECTS.contains(design.names().get(j))
                        ? 0
                        : design.columns().get(j)[i];
            }
            double out = exposure.isPresent() ? exposure.get()[i] : 1;
            double expected = mean(fit, i, false);
            double noise = exposure.isPresent() ? fit.scale / expected : fit.scale;
            double half =
                    TDistribution.of(fit.degrees.applyAsDouble(contrast)).inverseSurvivalProbability((1 - level) / 2)
                            * Math.sqrt(fit.variance.applyAsDouble(contrast) + noise);
            points.add(new Finding.Point(
                    timeline.labels().get(i),
                    values[i],
                    expected / out,
                    OptionalDouble.of(exposure.isPresent() ? expected / out * Math.exp(-half) : expected - half),
                    OptionalDouble.of(exposure.isPresent() ? expected / out * Math.exp(half) : expected + half)));
        }
        return points;
    }
}
