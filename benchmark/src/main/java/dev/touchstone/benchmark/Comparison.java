package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Groups side by side: each with its n, spread, figure and interval, its gap to the best and to the median of the groups, and
 * whether the gap to the median is more than chance. The result does not depend on the order of the groups or of their values.
 *
 * @param rows ranked groups from best to worst (without a direction: from low to high), then those not ranked, by name
 * @param best name of the group with the best figure; absent without a direction or with fewer than two ranked groups
 * @param median median of the ranked groups' figures
 * @param difference whether the groups differ at all; absent where it cannot be computed
 * @param notes what was not computed, and why
 */
public record Comparison(
        Question question,
        List<Row> rows,
        Optional<String> best,
        OptionalDouble median,
        Optional<KruskalWallis> difference,
        List<String> notes) {

    /** Fewer values than this are shown, but take no part in rank, reference or verdict. */
    public static final int LEAST_RANKED = 5;

    /**
     * What is asked of the groups.
     *
     * @param level confidence of each interval
     * @param falseDiscoveryRate greatest expected share of false verdicts among the verdicts "better" and "worse"
     * @param seed of the random draws; the same seed gives the same result
     */
    public record Question(
            Statistic statistic,
            Direction direction,
            Quantile quantile,
            double level,
            double falseDiscoveryRate,
            long seed) {
        public Question {
            Values.probability(level, "The confidence level");
            Values.probability(falseDiscoveryRate, "The false-discovery rate");
        }

        public static Question of(Statistic statistic, Direction direction) {
            return new Question(statistic, direction, Quantile.DEFAULT, 0.95, 0.05, 1);
        }
    }

    /**
     * One group.
     *
     * @param spread absent for a group without values
     * @param value the group's figure: its mean or the quantile asked for
     * @param robustZ gap to the median in robust standard deviations of the groups' figures; absent where these do not vary
     * @param rank 1 for the best, equal figures sharing the better rank; absent for {@link Verdict#NOT_RANKED} and without direction
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
            OptionalDouble robustZ,
            OptionalInt rank,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {}

    /** Where the values of a group lie, without its extremes. */
    public record Spread(double mean, double q1, double median, double q3, double p90) {
        static Spread of(Summary s) {
            return new Spread(s.mean(), s.q1(), s.median(), s.q3(), s.p90());
        }
    }

    public static Comparison of(List<Group> groups, Statistic statistic, Direction direction) {
        return of(groups, Question.of(statistic, direction));
    }

    public static Comparison of(List<Group> groups, Question question) {
        requireNames(groups);
        List<Sample> all = groups.parallelStream()
                .map(g -> Sample.of(g, question))
                .sorted(Comparator.comparing(Sample::name))
                .toList();
        List<Sample> ranked = all.stream().filter(s -> s.n() >= LEAST_RANKED).toList();
        List<String> notes = new ArrayList<>();
        if (ranked.size() < 2) {
            notes.add("Not compared because fewer than two groups have at least " + LEAST_RANKED + " values.");
            List<Row> rows = all.stream()
                    .map(s -> s.unranked(question, "Not ranked because there is nothing to compare it with."))
                    .toList();
            return new Comparison(question, rows, Optional.empty(), OptionalDouble.empty(), Optional.empty(), notes);
        }
        Optional<KruskalWallis> difference = difference(ranked, notes);
        Ranking ranking = Ranking.of(ranked, question);
        List<Row> rows = new ArrayList<>(ranking.rows());
        all.stream()
                .filter(s -> s.n() < LEAST_RANKED)
                .map(s -> s.unranked(
                        question, "Not ranked because fewer than " + LEAST_RANKED + " values say too little."))
                .forEach(rows::add);
        return new Comparison(
                question,
                List.copyOf(rows),
                ranking.best(),
                OptionalDouble.of(ranking.median()),
                difference,
                List.copyOf(notes));
    }

    private static void requireNames(List<Group> groups) {
        if (groups.isEmpty()) {
            throw new BadData("empty", "There are no groups to compare.", "Give two groups or more.");
        }
        Set<String> seen = new HashSet<>();
        for (Group group : groups) {
            if (!seen.add(group.name())) {
                throw new BadData(
                        "duplicate-name",
                        "Two groups are named \"" + group.name() + "\".",
                        "Give each group a name of its own.");
            }
        }
    }

    private static Optional<KruskalWallis> difference(List<Sample> ranked, List<String> notes) {
        try {
            return Optional.of(
                    KruskalWallis.ofSorted(ranked.stream().map(Sample::sorted).toList()));
        } catch (BadData constant) {
            notes.add("Not tested for any difference because all values are equal.");
            return Optional.empty();
        }
    }
}
