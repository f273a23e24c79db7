package dev.touchstone.benchmark;

import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * A slice of a table that deviates by itself: all leaves that have the given values.
 *
 * @param where value by dimension, in the order of the dimensions
 * @param actual sum over the leaves
 * @param expected sum over the leaves; of a rate, the count expected among the actual cases
 * @param change actual less expected
 * @param share of the change of the whole table, without the leaves that a slice found before explains already, so that the shares of all
 *     slices and of the rest add up to 1; absent where the table as a whole does not change
 * @param rate actual count by cases, of a rate
 * @param expectedRate expected count by its cases, of a rate
 * @param leaves in the slice
 * @param significance at most this probability that chance alone shows such a slice anywhere in the table
 */
public record Slice(
        SequencedMap<String, String> where,
        double actual,
        double expected,
        double change,
        OptionalDouble share,
        OptionalDouble rate,
        OptionalDouble expectedRate,
        int leaves,
        double significance) {
    /** As in "region=North &amp; carrier=B". */
    public String name() {
        return where.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" & "));
    }
}
