package dev.touchstone.performance;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Lead times compared between groups. Times in hours. What cannot be computed is null, and the note says why.
 *
 * @param unfinished units that passed the first step and not yet the second
 * @param medianHours median of all units
 * @param binEdgesHours edges of the histograms of all groups
 */
public record LeadTimes(
        String from,
        String to,
        List<String> by,
        String statistic,
        String sentence,
        int n,
        int unfinished,
        Instant since,
        Instant until,
        Double medianHours,
        double[] binEdgesHours,
        List<Group> groups,
        String note) {

    /** @param low and {@code high} ends of a 95 % interval; null where the data cannot give them */
    public record Interval(Double low, Double high) {}

    /** What can be said of a group against the median of the groups. */
    public enum Judgement {
        BETTER,
        WORSE,
        NOT_DISTINGUISHABLE,
        TOO_FEW
    }

    /**
     * One group.
     *
     * @param members dimension to value
     * @param valueHours the statistic that is compared
     * @param qValue after false-discovery control over all groups
     */
    public record Group(
            String key,
            String name,
            Map<String, String> members,
            int n,
            Double medianHours,
            Double q1Hours,
            Double q3Hours,
            Double p90Hours,
            Double valueHours,
            Interval interval,
            Double gapToBestHours,
            Double gapToMedianHours,
            Double gapToBestShare,
            Double gapToMedianShare,
            Double qValue,
            Judgement judgement,
            int[] histogram) {}

    /** The units behind a group, slowest first. */
    public record Units(Group group, int total, List<Unit> units, String nextPageToken) {}

    /** One unit's way. */
    public record Unit(
            String epc,
            String text,
            Instant startedAt,
            Instant finishedAt,
            double hours,
            String startEventID,
            String finishEventID) {}
}
