package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/** Puts a chart together, phase by phase. */
final class ChartBuilder {
    /** Fewer points than this make limits that are themselves uncertain. */
    private static final int ENOUGH_POINTS = 12;

    private final ControlChart.Setup setup;
    private final int size;
    private final List<ControlChart.Panel> panels = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Stretch> stretches;

    ChartBuilder(ControlChart.Setup setup, int size) {
        this.setup = setup;
        this.size = size;
        if (size < 2) {
            throw new BadData(
                    "too-few",
                    "A control chart cannot be drawn from " + size + (size == 1 ? " point." : " points."),
                    "Give two points or more, and better " + ENOUGH_POINTS + ".");
        }
        if (!setup.labels().isEmpty() && setup.labels().size() != size) {
            throw new BadData(
                    "wrong-shape",
                    "There are " + size + " points and " + setup.labels().size() + " labels.",
                    "Give one label for each point, or none.");
        }
        stretches = stretches();
    }

    /** A stretch of points from {@code from} up to but without {@code to}; its limits rest on those before {@code baseTo}. */
    record Stretch(int from, int to, int baseTo, Optional<String> reason) {
        int length() {
            return to - from;
        }

        Stretch base() {
            return new Stretch(from, baseTo, baseTo, reason);
        }
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        Optional<String> reason = Optional.empty();
        for (ControlChart.Intervention intervention : setup.interventions()) {
            if (intervention.from() <= from || intervention.from() >= size) {
                throw new BadData(
                        "out-of-range",
                        "The intervention \"" + intervention.reason() + "\" lies at point " + intervention.from() + ".",
                        "Interventions come in order, with points before and after each; points count from 0 to "
                                + (size - 1) + ".");
            }
            stretches.add(stretch(from, intervention.from(), reason));
            from = intervention.from();
            reason = Optional.of(intervention.reason());
        }
        stretches.add(stretch(from, size, reason));
        for (Stretch stretch : stretches) {
            int points = stretch.base().length();
            if (points < 2) {
                throw new BadData(
                        "too-few",
                        "Only one point carries the limits from point " + (stretch.from() + 1) + " on.",
                        "Limits need two points or more, and better " + ENOUGH_POINTS + ".");
            }
            boolean given = setup.standard().centre().isPresent()
                    && setup.standard().sigma().isPresent();
            if (points < ENOUGH_POINTS && !given) {
                notes.add("The limits from point " + (stretch.from() + 1) + " on rest on " + points
                        + " points and are uncertain: " + ENOUGH_POINTS + " or more are better.");
            }
        }
        return stretches;
    }

    private Stretch stretch(int from, int to, Optional<String> reason) {
        return new Stretch(
                from, to, Math.min(to, from + Math.max(0, setup.baseline().orElse(to - from))), reason);
    }

    /** The centre that is given, or else the one that was estimated. */
    double centre(double estimated) {
        return setup.standard().centre().orElse(estimated);
    }

    /** The standard deviation that is given, or else the one that was estimated. */
    double sigma(double estimated) {
        return setup.standard().sigma().orElse(estimated);
    }

    /** Of charts whose standard deviation follows from their centre. */
    ChartBuilder withoutGivenSigma() {
        if (setup.standard().sigma().isPresent()) {
            throw new BadData(
                    "no-standard",
                    "The standard deviation of a count follows from its centre, and one is given.",
                    "Give the centre alone, or chart individuals.");
        }
        return this;
    }

    /** Of charts that are always estimated. */
    ChartBuilder withoutStandard() {
        if (!setup.standard().equals(ControlChart.Standard.NONE)) {
            throw new BadData(
                    "no-standard",
                    "Charts of rare events are drawn from the data alone, and a centre or a standard deviation is given.",
                    "Leave them out.");
        }
        return this;
    }

    void note(String text) {
        notes.add(text);
    }

    /**
     * What one stretch of a panel is measured against; points are numbered over the whole series.
     *
     * @param runLength points until one lies beyond the limits by chance
     */
    record Scale(
            double centre,
            double sigma,
            IntFunction<ControlChart.Point> point,
            IntFunction<Double> score,
            IntToDoubleFunction runLength) {}

    interface Scaling {
        Scale of(Stretch stretch);
    }

    /** A panel whose signals are read by the direction of the measure. */
    ChartBuilder panel(String name, List<Rule> rules, Scaling scaling) {
        return panel(name, rules, scaling, setup.direction());
    }

    ChartBuilder panel(String name, List<Rule> rules, Scaling scaling, Direction direction) {
        List<ControlChart.Phase> phases = new ArrayList<>();
        List<ControlChart.Point> points = new ArrayList<>(size);
        List<ControlChart.Signal> signals = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Scale scale = scaling.of(stretch);
            phases.add(new ControlChart.Phase(
                    stretch.from(), stretch.to(), scale.centre(), scale.sigma(), stretch.reason()));
            double[] z = new double[stretch.length()];
            for (int i = 0; i < z.length; i++) {
                points.add(scale.point().apply(stretch.from() + i));
                z[i] = scale.score().apply(stretch.from() + i);
            }
            signals(z, stretch.from(), scale.runLength(), rules, direction, signals);
        }
        panels.add(new ControlChart.Panel(name, phases, points, signals));
        return this;
    }

    private void signals(
            double[] z,
            int offset,
            IntToDoubleFunction runLength,
            List<Rule> rules,
            Direction direction,
            List<ControlChart.Signal> signals) {
        for (int t = 0; t < z.length; t++) {
            for (Rule rule : rules) {
                Rule.Side side = rule.at(z, t);
                if (side != Rule.Side.NONE) {
                    int from = Math.max(0, t - rule.points() + 1);
                    double points = rule == Rule.BEYOND_LIMITS
                            ? runLength.applyAsDouble(offset + t)
                            : rule.inControlRunLength();
                    signals.add(new ControlChart.Signal(
                            rule, offset + from, offset + t, meaning(side, direction), (int) Math.rint(points)));
                }
            }
        }
    }

    private static ControlChart.Meaning meaning(Rule.Side side, Direction direction) {
        if (side == Rule.Side.BOTH) {
            return ControlChart.Meaning.PATTERN;
        }
        boolean up = side == Rule.Side.UP;
        if (direction == Direction.NONE) {
            return up ? ControlChart.Meaning.HIGH : ControlChart.Meaning.LOW;
        }
        return up == (direction == Direction.HIGHER_IS_BETTER)
                ? ControlChart.Meaning.IMPROVEMENT
                : ControlChart.Meaning.CONCERN;
    }

    String label(int i) {
        return setup.labels().isEmpty() ? String.valueOf(i + 1) : setup.labels().get(i);
    }

    ControlChart finished(ControlChart.Kind kind) {
        return new ControlChart(kind, setup, List.copyOf(panels), variation(), assurance(), List.copyOf(notes));
    }

    private ControlChart.Variation variation() {
        ControlChart.Variation variation = ControlChart.Variation.COMMON_CAUSE;
        for (ControlChart.Panel panel : panels) {
            for (ControlChart.Signal signal : panel.signals()) {
                if (signal.to() == size - 1 && variation != ControlChart.Variation.CONCERN) {
                    variation = switch (signal.meaning()) {
                        case CONCERN -> ControlChart.Variation.CONCERN;
                        case IMPROVEMENT -> ControlChart.Variation.IMPROVEMENT;
                        case HIGH, LOW, PATTERN ->
                            variation == ControlChart.Variation.IMPROVEMENT
                                    ? variation
                                    : ControlChart.Variation.SPECIAL_CAUSE;
                    };
                }
            }
        }
        return variation;
    }

    /** By the limits of the last point. */
    private Optional<ControlChart.Assurance> assurance() {
        if (setup.target().isEmpty() || setup.direction() == Direction.NONE) {
            return Optional.empty();
        }
        double target = setup.target().getAsDouble();
        ControlChart.Point last = panels.getFirst().points().getLast();
        boolean above = last.lower().orElse(Double.NEGATIVE_INFINITY) > target;
        boolean below = last.upper().orElse(Double.POSITIVE_INFINITY) < target;
        if (!above && !below) {
            return Optional.of(ControlChart.Assurance.HIT_AND_MISS);
        }
        return Optional.of(
                above == (setup.direction() == Direction.HIGHER_IS_BETTER)
                        ? ControlChart.Assurance.CONSISTENTLY_HITS
                        : ControlChart.Assurance.CONSISTENTLY_FAILS);
    }

    /** Points about one centre, each with its own standard deviation; limits outside the range of the measure are left out. */
    Scale shewhart(
            double centre, double sigma, double[] values, IntFunction<Double> sigmaOf, double least, double most) {
        return shewhart(centre, sigma, values, sigmaOf, least, most, i -> RunLength.POINTS);
    }

    Scale shewhart(
            double centre,
            double sigma,
            double[] values,
            IntFunction<Double> sigmaOf,
            double least,
            double most,
            IntToDoubleFunction runLength) {
        return new Scale(
                centre,
                sigma,
                i -> point(
                        i,
                        values[i],
                        centre,
                        centre - 3 * sigmaOf.apply(i),
                        centre + 3 * sigmaOf.apply(i),
                        least,
                        most),
                i -> score(values[i] - centre, sigmaOf.apply(i)),
                runLength);
    }

    /** Of counts: points until one lies further from its mean than 3 of its standard deviations. */
    static double runLength(DiscreteDistribution counts) {
        double sigma = Math.sqrt(counts.getVariance());
        int low = (int) Math.ceil(counts.getMean() - 3 * sigma);
        int high = (int) Math.floor(counts.getMean() + 3 * sigma);
        double beyond = counts.survivalProbability(high) + (low > 0 ? counts.cumulativeProbability(low - 1) : 0);
        return Math.min(Integer.MAX_VALUE, 1 / beyond);
    }

    ControlChart.Point point(int i, double value, double centre, double low, double high, double least, double most) {
        return new ControlChart.Point(
                label(i),
                value,
                centre,
                low > least ? OptionalDouble.of(low) : OptionalDouble.empty(),
                high < most ? OptionalDouble.of(high) : OptionalDouble.empty());
    }

    static double score(double distance, double sigma) {
        return sigma > 0 ? distance / sigma : distance == 0 ? 0 : Math.copySign(Double.MAX_VALUE, distance);
    }
}
