package dev.touchstone.performance;

import java.util.List;

/**
 * Shares of sold units that came back, compared between groups. What cannot be computed is null, and the note says why.
 *
 * @param share of all
 * @param overdispersion how much wider than chance the groups scatter; 1 where they do not
 */
public record Returns(
        String by,
        String sentence,
        int sold,
        int returned,
        Double share,
        Double overdispersion,
        List<Group> groups,
        String note) {

    /** What the units of a group have in common. */
    public enum By {
        COMPONENT_LOT,
        PRODUCT,
        PRODUCT_LOT,
        PLANT,
        LINE,
        COUNTRY
    }

    /**
     * One group.
     *
     * @param interval 95 % interval of the share
     * @param limits95 where the share lies 95 times in 100 if the group is like all others, and {@code limits998} 99.8 times
     */
    public record Group(
            String key,
            String name,
            long sold,
            long returned,
            Double share,
            LeadTimes.Interval interval,
            Double qValue,
            LeadTimes.Interval limits95,
            LeadTimes.Interval limits998,
            LeadTimes.Judgement judgement) {}
}
