package dev.touchstone.benchmark;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Slices that explain why what happened is not what was expected.
 *
 * @param actual sum of the table
 * @param expected sum of the table; of a rate, the count expected among the actual cases
 * @param change actual less expected
 * @param level 1, or by what the expectation had to be multiplied because the table as a whole is off; slices differ from that level
 * @param slices by the size of the change that no stronger slice explains
 * @param unexplained change of the leaves in no slice
 * @param unexplainedShare of the change of the whole
 * @param leaves combinations of values that occur
 * @param depth most conditions that a slice could have
 * @param readBy how the leaves were judged, in words
 * @param dimensions by surprise
 */
public record SlicesFound(
        double actual,
        double expected,
        double change,
        double level,
        List<Slice> slices,
        double unexplained,
        OptionalDouble unexplainedShare,
        int leaves,
        int depth,
        String readBy,
        List<DimensionShift> dimensions)
        implements CausesAnswer {

    /**
     * How much the make-up of a total along one dimension differs from what was expected (Bhagwan et al. 2014, "Adtributor").
     *
     * @param surprise Jensen-Shannon divergence of the shares, in nats; absent where shares make no sense, as with negative amounts
     * @param values those that explain most of the change, at most ten
     */
    public record DimensionShift(String dimension, OptionalDouble surprise, List<ValueShift> values) {}

    /**
     * @param explanatoryPower share of the change of the whole; absent where the whole does not change
     */
    public record ValueShift(
            String value, double actual, double expected, double change, OptionalDouble explanatoryPower) {}
}
