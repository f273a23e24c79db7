package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Whether treated units went like those never treated before the first date, each beside its own mean then. That they did proves nothing
 * of later, but where they did not the comparison is in doubt.
 */
final class ParallelPast {
    private ParallelPast() {}

    /** @return nothing with fewer than three periods, or where every unit was treated at some time */
    static Optional<Finding.Leads> of(
            Timeline timeline, DifferenceInDifferences.Units units, DifferenceInDifferences.Options options) {
        int before = timeline.before();
        boolean neverTreated = Arrays.stream(units.from()).anyMatch(f -> f == Assignments.NEVER);
        if (before < 3 || !neverTreated) {
            return Optional.empty();
        }
        int[] from = Arrays.stream(units.from())
                .map(f -> f == Assignments.NEVER ? f : before)
                .toArray();
        double[][] past = Arrays.stream(units.values())
                .map(v -> {
                    double mean = Values.mean(Arrays.copyOf(v, before));
                    return Arrays.stream(v, 0, before).map(x -> x - mean).toArray();
                })
                .toArray(double[][]::new);
        Assignments assignments = Assignments.of(from, DifferenceInDifferences.DRAWS, options.seed());
        double drift = drift(timeline, differences(past, from));
        double[] drifts = new double[assignments.count()];
        double[] sizes = new double[assignments.count()];
        IntStream.range(0, drifts.length).parallel().forEach(b -> {
            double[] other = differences(past, assignments.other(b));
            drifts[b] = drift(timeline, other);
            sizes[b] = size(other);
        });
        double[] actual = differences(past, from);
        OptionalDouble p = OptionalDouble.empty();
        Reassignment ofDrift = new Reassignment(drift, drifts, new double[0]);
        if (ofDrift.canReject(1 - DifferenceInDifferences.ALARM / 2)) {
            // two looks at the same past: a steady drift, and any difference at all
            double any = new Reassignment(size(actual), sizes, new double[0]).pValue();
            p = OptionalDouble.of(Math.min(1, 2 * Math.min(ofDrift.pValue(), any)));
        }
        List<Finding.Lead> points = new ArrayList<>();
        for (int t = 0; t < before; t++) {
            points.add(new Finding.Lead(timeline.labels().get(t), actual[t]));
        }
        return Optional.of(new Finding.Leads(p, drift, points, words(p, drift, options.unit())));
    }

    private static String words(OptionalDouble p, double drift, String unit) {
        String by = EffectWords.brief(Math.abs(drift)) + EffectWords.unit(unit) + " a period";
        if (p.isEmpty()) {
            return "The treated units drew away from the others by " + by
                    + " before; the units are too few to tell that from chance.";
        }
        return p.getAsDouble() > DifferenceInDifferences.ALARM
                ? "Before, treated and other units went alike as far as can be seen (p "
                        + EffectWords.p(p.getAsDouble()) + ", drift " + by + ")."
                : "Treated and other units did not go alike before (p " + EffectWords.p(p.getAsDouble()) + ", drift "
                        + by + "): part of the effect may be that drift going on.";
    }

    private static double[] differences(double[][] past, int[] from) {
        double[] differences = new double[past[0].length];
        double treated = Arrays.stream(from).filter(f -> f != Assignments.NEVER).count();
        for (int i = 0; i < past.length; i++) {
            double weight = from[i] != Assignments.NEVER ? 1 / treated : -1 / (past.length - treated);
            for (int t = 0; t < differences.length; t++) {
                differences[t] += weight * past[i][t];
            }
        }
        return differences;
    }

    private static double drift(Timeline timeline, double[] differences) {
        double[] times = Arrays.stream(timeline.times(), 0, differences.length)
                .asDoubleStream()
                .toArray();
        double middle = Values.mean(times);
        double products = 0;
        double squares = 0;
        for (int t = 0; t < times.length; t++) {
            products += (times[t] - middle) * differences[t];
            squares += (times[t] - middle) * (times[t] - middle);
        }
        return products / squares;
    }

    private static double size(double[] differences) {
        return Arrays.stream(differences).map(d -> d * d).sum();
    }

    static Gate gate(Finding.Leads leads) {
        return leads.pValue().isEmpty()
                ? new Gate("parallel before", Gate.Status.NOT_CHECKED, leads.sentence())
                : Gate.of(
                        "parallel before",
                        leads.pValue().getAsDouble() > DifferenceInDifferences.ALARM,
                        leads.sentence());
    }
}
