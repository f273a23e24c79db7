package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A level that wanders about a line before the change and is carried forward from there; each period after the change has an effect of
 * its own, and their means are the answer.
 *
 * @param values of each period; rates where there is an exposure
 * @param base the model without the change
 * @param modelled the values, of rates their logarithms
 */
record WanderingTrend(
        Timeline timeline, double[] values, Optional<double[]> exposure, Design base, double[] modelled, double level) {

    Finding.Specification specification() {
        int before = timeline.before();
        SerialRegression fit = SerialRegression.of(
                        SerialErrors.WANDERING,
                        Arrays.copyOf(timeline.times(), before),
                        base.first(before),
                        Arrays.copyOf(modelled, before))
                .extended(timeline.times(), withOwnEffects(), modelled);
        double[] contrast = ownEffects(before);
        double t = fit.value(contrast) / Math.sqrt(fit.variance(contrast));
        return new Finding.Specification(
                "trend that may wander" + (exposure.isPresent() ? ", of the logarithm of the rate" : ""),
                "local level model of the past, carried forward",
                change(fit, contrast, before),
                change(fit, ownEffects(timeline.end()), timeline.end()),
                OptionalDouble.of(2 * TDistribution.of(fit.degrees(contrast)).survivalProbability(Math.abs(t))),
                List.of(new Finding.Term("share of wandering in the variance", fit.share(), Optional.empty())),
                points(fit));
    }

    private Design withOwnEffects() {
        List<String> names = new ArrayList<>(base.names());
        List<double[]> columns = new ArrayList<>(base.columns());
        for (int i = timeline.before(); i < timeline.size(); i++) {
            double[] own = new double[timeline.size()];
            own[i] = 1;
            names.add("effect in " + timeline.labels().get(i));
            columns.add(own);
        }
        return new Design(names, columns);
    }

    /** The mean of the effects from a row on. */
    private double[] ownEffects(int from) {
        double[] contrast = new double[base.size() + timeline.after()];
        for (int i = from; i < timeline.size(); i++) {
            contrast[base.size() + i - timeline.before()] = 1.0 / (timeline.size() - from);
        }
        return contrast;
    }

    private Finding.Change change(SerialRegression fit, double[] contrast, int from) {
        Interval interval = interval(fit, contrast);
        double actual = InterruptedSeries.mean(values, exposure, from);
        return exposure.isPresent()
                ? Finding.Change.ofRatio(fit.value(contrast), interval, actual)
                : Finding.Change.ofUnits(fit.value(contrast), interval, actual);
    }

    private Interval interval(SerialRegression fit, double[] contrast) {
        double half = TDistribution.of(fit.degrees(contrast)).inverseSurvivalProbability((1 - level) / 2)
                * Math.sqrt(fit.variance(contrast));
        double value = fit.value(contrast);
        return Interval.of(value - half, value + half, level, "local level");
    }

    private List<Finding.Point> points(SerialRegression fit) {
        List<Finding.Point> points = new ArrayList<>();
        for (int i = 0; i < timeline.size(); i++) {
            if (i < timeline.before()) {
                double expected = unlogged(base.dot(fit.coefficients(), i));
                points.add(new Finding.Point(
                        timeline.labels().get(i), values[i], expected, OptionalDouble.empty(), OptionalDouble.empty()));
                continue;
            }
            double[] own = new double[base.size() + timeline.after()];
            own[base.size() + i - timeline.before()] = 1;
            Interval effect = interval(fit, own);
            points.add(new Finding.Point(
                    timeline.labels().get(i),
                    values[i],
                    unlogged(modelled[i] - fit.value(own)),
                    OptionalDouble.of(unlogged(modelled[i] - effect.high().getAsDouble())),
                    OptionalDouble.of(unlogged(modelled[i] - effect.low().getAsDouble()))));
        }
        return points;
    }

    private double unlogged(double x) {
        return exposure.isPresent() ? Math.exp(x) : x;
    }
}
