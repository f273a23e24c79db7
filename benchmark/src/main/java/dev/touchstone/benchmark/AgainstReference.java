package dev.touchstone.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The test of a group against a reference. Each group has its own exact test against a fixed figure. A reference that was itself
 * estimated, perhaps partly from the group, is uncertain too; so the score is scaled by how much more, or less, the gap varies than
 * the group alone, as joint draws of both show.
 */
final class AgainstReference {
    private AgainstReference() {}

    /**
     * Two-sided p-values of each group against the median of the groups. One group far off does not move the median, so it alone is
     * named, where a test against all the others together would call every other group better than them.
     */
    static double[] median(List<? extends Estimate> groups, Draws draws, double median) {
        if (groups.size() == 2) {
            double p = pair(groups.get(0), groups.get(1));
            return new double[] {p, p};
        }
        double[] medians = draws.figure(column -> Quantile.DEFAULT.of(column, 0.5));
        double unbiased = Quantile.DEFAULT.of(
                groups.stream().mapToDouble(Estimate::unbiased).toArray(), 0.5);
        return IntStream.range(0, groups.size())
                .mapToDouble(i -> {
                    Estimate group = groups.get(i);
                    boolean oneWay = (group.value() - median) * (group.unbiased() - unbiased) > 0;
                    return oneWay ? pValue(group, unbiased, draws.of(i), medians) : 1;
                })
                .toArray();
    }

    /** Two groups lie equally far from their median: they are tested against each other. */
    static double pair(Estimate first, Estimate second) {
        boolean untestable =
                first.untestable().isPresent() && second.untestable().isPresent();
        return untestable || first.value() == second.value() ? 1 : pValue(first.score(second));
    }

    /**
     * @param own draws of the group
     * @param references draws of the reference, in step with them
     */
    static double pValue(Estimate group, double reference, double[] own, double[] references) {
        double gap = group.unbiased() - reference;
        if (gap == 0 || group.untestable().isPresent()) {
            return 1;
        }
        double score = group.score(reference);
        if (score == 0) {
            return 1;
        }
        double ownVariance = Draws.covariance(own, own);
        // Var(own - reference) = Var(own) + excess
        double excess = Draws.covariance(references, references) - 2 * Draws.covariance(own, references);
        if (excess >= 0) {
            // the error that the exact test worked with, to which that of the reference is added
            double error = gap / score;
            score = Math.abs(gap) / Math.sqrt(error * error + excess);
        } else if (ownVariance + excess > 0) {
            score *= Math.sqrt(ownVariance / (ownVariance + excess));
        }
        return pValue(score);
    }

    static double pValue(double score) {
        return Math.min(1, 2 * Interval.NORMAL.survivalProbability(Math.abs(score)));
    }
}
