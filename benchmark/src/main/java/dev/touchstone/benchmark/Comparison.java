package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Groups side by side: each with its n, spread, figure and interval, its gap to the best and to the median of the groups, and
 * whether the gap to the median is more than chance. The result does not depend on the order of the groups or of their values.
 *
 * @param rows ranked groups from best to worst (without a direction: from low to high), then those not ranked, by name
 * @param best name of the group with the best figure; absent without a direction or with fewer than two ranked groups
 * @param median median of the ranked groups' figures
 * @param landmarks where groups like these stand; absent with fewer than two ranked groups
 * @param heterogeneity how much of the differences is true; absent with fewer than two ranked groups
 * @param difference whether the groups differ at all; absent where it cannot be computed, and for ratios
 * @param notes what was not computed, and why
 */
public record Comparison(
        Question question,
        List<Row> rows,
        Optional<String> best,
        OptionalDouble median,
        Optional<Landmarks> landmarks,
        Optional<Heterogeneity> heterogeneity,
        Optional<KruskalWallis> difference,
        List<String> notes) {

    /** Fewer values than this are shown, but take no part in rank, reference or verdict. */
    public static final int LEAST_RANKED = 5;

    /**
     * What is asked of the groups.
     *
     * @param level confidence of each interval
     * @param falseDiscoveryRate greatest expected share of false verdicts among the verdicts "better" and "worse"
     * @param leastRanked volume floor: groups of fewer values are not ranked; {@link #LEAST_RANKED} or more
     * @param seed of the random draws; the same seed gives the same result
     */
    public record Question(
            Statistic statistic,
            Direction direction,
            Quantile quantile,
            double level,
            double falseDiscoveryRate,
            int leastRanked,
            long seed) {
        public Question {
            Values.probability(level, "The confidence level");
            Values.probability(falseDiscoveryRate, "The false-discovery rate");
            if (leastRanked < LEAST_RANKED) {
                throw new BadData(
                        "out-of-range",
                        "The volume floor is " + leastRanked + ".",
                        "It is " + LEAST_RANKED + " or more: fewer values say too little.");
            }
        }

        public static Question of(Statistic statistic, Direction direction) {
            return new Question(statistic, direction, Quantile.DEFAULT, 0.95, 0.05, LEAST_RANKED, 1);
        }
    }

    /**
     * One group.
     *
     * @param spread absent for a group without values, and for ratios
     * @param value the group's figure: its mean, the quantile asked for, or its ratio
     * @param gapToTop to the better quartile of the groups; absent without a direction
     * @param robustZ gap to the median in robust standard deviations of the groups' figures; absent where these do not vary
     * @param rank 1 for the best, equal figures sharing the better rank; absent for {@link Verdict#NOT_RANKED} and without direction
     * @param percentileRank share of the other groups that it is better than, in percent, ties counting half
     * @param shrunken figure to be expected of the group once its error is allowed for: drawn to the mean of all, the more so the
     *     less is known of it
     * @param q share of false alarms to be expected if every group at least as striking as this one is called out
     */
    public record Row(
            String name,
            int n,
            Optional<Spread> spread,
            OptionalDouble value,
            Interval interval,
            Optional<Gap> gapToBest,
            Optional<Gap> gapToMedian,
            Optional<Gap> gapToTop,
            OptionalDouble robustZ,
            OptionalInt rank,
            OptionalDouble percentileRank,
            OptionalDouble shrunken,
            Optional<ExpectedRank> expectedRank,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {

        /** With another account of what chance does, such as that of a funnel. */
        Row allowedFor(OptionalDouble newShrunken, Optional<ExpectedRank> newRank) {
            return new Row(
                    name,
                    n,
                    spread,
                    value,
                    interval,
                    gapToBest,
                    gapToMedian,
                    gapToTop,
                    robustZ,
                    rank,
                    percentileRank,
                    newShrunken,
                    newRank,
                    verdict,
                    q,
                    note);
        }
    }

    /** Where the values of a group lie, without its extremes. */
    public record Spread(double mean, double q1, double median, double q3, double p90) {
        static Spread of(Summary s) {
            return new Spread(s.mean(), s.q1(), s.median(), s.q3(), s.p90());
        }
    }

    /**
     * Rank with its error allowed for.
     *
     * @param value 1 plus the chances that each other group is truly better
     * @param percentile 100 (value - 1/2) / number of groups
     */
    public record ExpectedRank(double value, double low, double high, double percentile) {}

    /**
     * Figures of the groups from bad to good: the worse quartile, the median, the better quartile, and the mean of the best tenth, two at least;
     * without a direction from low to high. Never the single best.
     */
    public record Landmarks(
            int groups,
            double bottom,
            double median,
            double top,
            double bestTenth,
            Interval bottomInterval,
            Interval medianInterval,
            Interval topInterval) {}

    /**
     * How much of the differences between groups is true.
     *
     * @param sd of the true figures between groups
     * @param rankability share of the differences that is not chance, from 0 to 1; below 0.5 ranks say little
     * @param pValue of the test that the groups do not differ (Cochran's q)
     */
    public record Heterogeneity(double sd, double rankability, double q, double pValue) {}

    public static Comparison of(List<Group> groups, Statistic statistic, Direction direction) {
        return of(groups, Question.of(statistic, direction));
    }

    public static Comparison of(List<Group> groups, Question question) {
        requireNames(groups, Group::name);
        return Contest.of(
                        groups.parallelStream()
                                .map(g -> Sample.of(g.name(), Ranks.ascending(g.values()), question))
                                .sorted(Comparator.comparing(Sample::name))
                                .toList(),
                        question)
                .judged();
    }

    /** Ratios of sums side by side; the statistic of the question is {@link Statistic#RATIO}. */
    public static Comparison ofRatios(List<RatioGroup> groups, Question question) {
        requireNames(groups, RatioGroup::name);
        if (!question.statistic().equals(Statistic.RATIO)) {
            throw new BadData(
                    "wrong-statistic",
                    "Pairs of numerator and denominator have no " + question.statistic() + ".",
                    "Ask for the ratio.");
        }
        return Contest.of(
                        groups.parallelStream()
                                .map(Sample::of)
                                .sorted(Comparator.comparing(Sample::name))
                                .toList(),
                        question)
                .judged();
    }

    Comparison withRows(List<Row> others) {
        return new Comparison(question, List.copyOf(others), best, median, landmarks, heterogeneity, difference, notes);
    }

    static <T> void requireNames(List<T> groups, Function<T, String> nameOf) {
        if (groups.isEmpty()) {
            throw new BadData("empty", "There are no groups to compare.", "Give two groups or more.");
        }
        Set<String> seen = new HashSet<>();
        for (T group : groups) {
            if (!seen.add(nameOf.apply(group))) {
                throw new BadData(
                        "duplicate-name",
                        "Two groups are named \"" + nameOf.apply(group) + "\".",
                        "Give each group a name of its own.");
            }
        }
    }
}
