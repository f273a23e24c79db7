package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The periods of a series before and after a change.
 *
 * @param labels of the periods, such as 2025-03
 * @param times number of each period, ascending; neighbours differ by 1, more where periods are missing
 * @param before how many lie before the change
 */
public record Timeline(List<String> labels, long[] times, int before) {
    public Timeline {
        labels = List.copyOf(labels);
        if (labels.size() != times.length) {
            throw new BadData(
                    "wrong-shape",
                    labels.size() + " labels were given for " + times.length + " periods.",
                    "Give each period one label.");
        }
        for (int i = 1; i < times.length; i++) {
            if (times[i] <= times[i - 1]) {
                throw new BadData(
                        "not-ascending",
                        "Period " + labels.get(i) + " does not follow " + labels.get(i - 1) + ".",
                        "Give periods in ascending order, each once.");
            }
        }
        if (before < 1 || before >= times.length) {
            throw new BadData(
                    "one-sided",
                    (before < 1 ? "No period lies before" : "No period lies after") + " the change.",
                    "Give data from before and after, or another date.");
        }
    }

    /** Periods numbered from 1. */
    public static Timeline of(int before, int after) {
        return new Timeline(
                IntStream.rangeClosed(1, before + after)
                        .mapToObj(String::valueOf)
                        .toList(),
                IntStream.rangeClosed(1, before + after).mapToLong(i -> i).toArray(),
                before);
    }

    public int size() {
        return times.length;
    }

    public int after() {
        return times.length - before;
    }

    /** First row of the last third of the periods after the change: what is called its end. */
    int end() {
        return times.length - (after() + 2) / 3;
    }

    Timeline first(int rows, int newBefore) {
        return new Timeline(labels.subList(0, rows), Arrays.copyOf(times, rows), newBefore);
    }

    void require(double[] values, String what) {
        if (values.length != times.length) {
            throw new BadData(
                    "wrong-shape",
                    what + " has " + values.length + " values for " + times.length + " periods.",
                    "Give one value for each period.");
        }
        Values.finite(values, what);
    }
}
