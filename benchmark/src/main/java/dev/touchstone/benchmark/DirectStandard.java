package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Direct standardisation: the figure that a unit would have if its kinds of work were mixed as they are everywhere.
 *
 * @param kinds names
 * @param weights share of each kind in the whole, summing to 1
 * @param counted whether the numerators are Poisson counts
 */
record DirectStandard(List<String> kinds, double[] weights, boolean counted) {

    /** Whether a figure could be made, and if not why. */
    record Result(Optional<ErrorEstimate> estimate, Optional<String> problem) {}

    /** @param kindOf number of the kind of each row */
    Result of(double[] numerators, double[] denominators, double[] kindOf) {
        int k = weights.length;
        double[] top = new double[k];
        double[] bottom = new double[k];
        int[] rows = new int[k];
        for (int i = 0; i < kindOf.length; i++) {
            int kind = (int) kindOf[i];
            top[kind] += numerators[i];
            bottom[kind] += denominators[i];
            rows[kind]++;
        }
        Optional<String> problem = problem(bottom, rows);
        if (problem.isPresent()) {
            return new Result(Optional.empty(), problem);
        }
        double[] squares = new double[k];
        for (int i = 0; i < kindOf.length; i++) {
            int kind = (int) kindOf[i];
            double rest = numerators[i] - top[kind] / bottom[kind] * denominators[i];
            squares[kind] += rest * rest;
        }
        double value = 0;
        double variance = 0;
        double[] parts = new double[k];
        for (int kind = 0; kind < k; kind++) {
            if (weights[kind] > 0) {
                value += weights[kind] * top[kind] / bottom[kind];
                double scatter = counted ? top[kind] : squares[kind] * rows[kind] / (rows[kind] - 1.0);
                parts[kind] = weights[kind] * weights[kind] * scatter / (bottom[kind] * bottom[kind]);
                variance += parts[kind];
            }
        }
        double degrees = counted || variance == 0 ? 1e6 : degrees(parts, variance, rows);
        OptionalLong events =
                counted ? OptionalLong.of(Math.round(Arrays.stream(top).sum())) : OptionalLong.empty();
        return new Result(
                Optional.of(new ErrorEstimate(
                        kindOf.length, value, Math.sqrt(variance), degrees, events, "direct standardisation")),
                Optional.empty());
    }

    /** Satterthwaite (1946). */
    private static double degrees(double[] parts, double variance, int[] rows) {
        double sum = 0;
        for (int kind = 0; kind < parts.length; kind++) {
            double share = parts[kind] / variance;
            sum += share * share / Math.max(1, rows[kind] - 1.0);
        }
        return 1 / sum;
    }

    private Optional<String> problem(double[] bottom, int[] rows) {
        List<String> missing = new ArrayList<>();
        double weight = 0;
        for (int kind = 0; kind < weights.length; kind++) {
            if (weights[kind] > 0 && (bottom[kind] <= 0 || (!counted && rows[kind] < 2))) {
                missing.add(kinds.get(kind));
                weight += weights[kind];
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Not computed because it has fewer than two rows of "
                        + String.join(", ", missing.subList(0, Math.min(3, missing.size())))
                        + (missing.size() > 3 ? " and " + (missing.size() - 3) + " kinds more" : "")
                        + ", " + Words.percent(Math.rint(1000 * weight) / 1000)
                        + " of all work: direct standardisation needs every kind in each unit; the indirect does not.");
    }
}
