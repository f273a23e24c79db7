package dev.touchstone.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Each group against the median of the groups. One group far off does not move the median, so it alone is named, where a test
 * against all the others together would call every other group better than them.
 *
 * <p>Each group has its own exact test against a fixed reference. The reference is itself uncertain, and partly made of the group;
 * so the score is scaled by how much more, or less, the gap varies than the group alone. Both come from joint draws.
 *
 * @param pValues two-sided, one for each group
 */
record AgainstMedian(double median, double[] pValues) {
    private static final int DRAWS = 1000;

    static AgainstMedian of(List<? extends Estimate> groups, long seed) {
        double[] values = groups.stream().mapToDouble(Estimate::value).toArray();
        double median = Quantile.DEFAULT.of(values, 0.5);
        if (values.length == 2) {
            return pair(groups.get(0), groups.get(1), median);
        }
        double[][] draws = draws(groups, seed);
        double[] medians = medians(draws);
        double[] pValues = IntStream.range(0, values.length)
                .mapToDouble(i -> pValue(groups.get(i), values[i] - median, median, draws[i], medians))
                .toArray();
        return new AgainstMedian(median, pValues);
    }

    /** Two groups lie equally far from their median: they are tested against each other. */
    private static AgainstMedian pair(Estimate first, Estimate second, double median) {
        boolean untestable =
                first.untestable().isPresent() && second.untestable().isPresent();
        double p = untestable || first.value() == second.value() ? 1 : pValue(first.score(second));
        return new AgainstMedian(median, new double[] {p, p});
    }

    private static double[][] draws(List<? extends Estimate> groups, long seed) {
        double[][] draws = new double[groups.size()][DRAWS];
        IntStream.range(0, draws.length)
                .parallel()
                .forEach(i -> groups.get(i).draw(RandomStream.of(seed, i), draws[i]));
        return draws;
    }

    private static double[] medians(double[][] draws) {
        return IntStream.range(0, DRAWS)
                .parallel()
                .mapToDouble(b -> {
                    double[] column = new double[draws.length];
                    for (int i = 0; i < column.length; i++) {
                        column[i] = draws[i][b];
                    }
                    return Quantile.DEFAULT.of(column, 0.5);
                })
                .toArray();
    }

    private static double pValue(Estimate group, double gap, double median, double[] own, double[] medians) {
        if (gap == 0 || group.untestable().isPresent()) {
            return 1;
        }
        double score = group.score(median);
        if (score == 0) {
            return 1;
        }
        double ownVariance = covariance(own, own);
        // Var(own - median) = Var(own) + excess
        double excess = covariance(medians, medians) - 2 * covariance(own, medians);
        if (excess >= 0) {
            // the error that the exact test worked with, to which that of the reference is added
            double error = gap / score;
            score = Math.abs(gap) / Math.sqrt(error * error + excess);
        } else if (ownVariance + excess > 0) {
            score *= Math.sqrt(ownVariance / (ownVariance + excess));
        }
        return pValue(score);
    }

    private static double pValue(double score) {
        return Math.min(1, 2 * Interval.NORMAL.survivalProbability(Math.abs(score)));
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Values.mean(a);
        double meanB = Values.mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}
