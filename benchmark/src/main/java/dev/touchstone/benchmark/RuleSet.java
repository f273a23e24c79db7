package dev.touchstone.benchmark;

import static dev.touchstone.benchmark.Rule.ALTERNATING_14;
import static dev.touchstone.benchmark.Rule.BEYOND_LIMITS;
import static dev.touchstone.benchmark.Rule.FOUR_OF_FIVE;
import static dev.touchstone.benchmark.Rule.OUTSIDE_1_FOR_8;
import static dev.touchstone.benchmark.Rule.RUN_OF_7;
import static dev.touchstone.benchmark.Rule.RUN_OF_8;
import static dev.touchstone.benchmark.Rule.RUN_OF_9;
import static dev.touchstone.benchmark.Rule.TREND_OF_6;
import static dev.touchstone.benchmark.Rule.TREND_OF_7;
import static dev.touchstone.benchmark.Rule.TWO_OF_THREE;
import static dev.touchstone.benchmark.Rule.WITHIN_1_FOR_15;

import java.util.List;

/**
 * Rules that are used together. The more rules, the sooner a change is seen and the sooner a false alarm is raised: the in-control run
 * length is that of {@link Rule}, for the set as a whole.
 */
public enum RuleSet {
    /** Shewhart's limits alone. */
    SHEWHART(370, BEYOND_LIMITS),
    /** Western Electric Company (1956). */
    WESTERN_ELECTRIC(92, BEYOND_LIMITS, TWO_OF_THREE, FOUR_OF_FIVE, RUN_OF_8),
    /** Nelson (1984). */
    NELSON(
            73,
            BEYOND_LIMITS,
            RUN_OF_9,
            TREND_OF_6,
            ALTERNATING_14,
            TWO_OF_THREE,
            FOUR_OF_FIVE,
            WITHIN_1_FOR_15,
            OUTSIDE_1_FOR_8),
    /** "Making data count" of the NHS in England. */
    NHS(81, BEYOND_LIMITS, RUN_OF_7, TREND_OF_7, TWO_OF_THREE);

    private final int inControlRunLength;
    private final List<Rule> rules;

    RuleSet(int inControlRunLength, Rule... rules) {
        this.inControlRunLength = inControlRunLength;
        this.rules = List.of(rules);
    }

    public List<Rule> rules() {
        return rules;
    }

    public int inControlRunLength() {
        return inControlRunLength;
    }

    public static RuleSet parse(String text) {
        String wanted = text.strip().replace('-', '_');
        for (RuleSet set : values()) {
            if (set.name().equalsIgnoreCase(wanted)) {
                return set;
            }
        }
        throw new BadData(
                "unknown-rules",
                "\"" + text + "\" is not a set of rules.",
                "Write shewhart, western-electric, nelson or nhs.");
    }
}
