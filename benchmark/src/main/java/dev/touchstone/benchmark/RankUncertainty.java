package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * What ranks are worth. The figures are shrunk to what is to be expected of each group; the expected rank counts each other group by
 * the chance that it is truly better (Laird and Louis 1989; van Houwelingen and others 2009).
 *
 * @param variances of the figures, none of them 0
 * @param rankability share of the differences between groups that is true and not chance, from 0 to 1
 */
record RankUncertainty(
        RandomEffects effects,
        double[] variances,
        double rankability,
        double[] shrunken,
        double[] expected,
        double[][] intervals) {
    private static final int DRAWS = 1000;
    private static final int BELIEFS = 40;

    static RankUncertainty of(double[] figures, double[] variances, Direction direction, double level, long seed) {
        double[] v = floored(variances);
        RandomEffects effects = RandomEffects.of(figures, v, RandomEffects.Method.PAULE_MANDEL);
        int n = figures.length;
        double[] shrunken = new double[n];
        double[] spread = new double[n];
        for (int i = 0; i < n; i++) {
            shrunken[i] = effects.shrunken(figures[i], v[i]);
            spread[i] = Math.sqrt(v[i] * effects.weight(v[i]));
        }
        double rankability = rankability(effects.tau2(), v);
        return new RankUncertainty(
                effects,
                v,
                rankability,
                shrunken,
                expected(shrunken, spread, direction),
                intervals(believable(figures, v), direction, level, seed));
    }

    /** Where the true figures lie, by one belief about how much they differ. */
    private record Belief(double[] mean, double[] spread) {}

    /**
     * Beliefs about how much the true figures differ, each as likely as the others. With a single one, the likeliest, groups of which it
     * is hardly known whether they differ would get ranks that look certain.
     */
    private static List<Belief> believable(double[] figures, double[] v) {
        ChiSquaredDistribution q = ChiSquaredDistribution.of(figures.length - 1.0);
        return IntStream.range(0, BELIEFS)
                .parallel()
                .mapToObj(k -> {
                    double tau2 =
                            RandomEffects.crossing(figures, v, q.inverseCumulativeProbability((k + 0.5) / BELIEFS));
                    double[] weights =
                            Arrays.stream(v).map(s2 -> 1 / (s2 + tau2)).toArray();
                    double sum = Arrays.stream(weights).sum();
                    double mean = 0;
                    for (int i = 0; i < figures.length; i++) {
                        mean += weights[i] * figures[i] / sum;
                    }
                    RandomEffects effects = new RandomEffects(tau2, mean, 1 / Math.sqrt(sum), 0);
                    return new Belief(
                            IntStream.range(0, v.length)
                                    .mapToDouble(i -> effects.shrunken(figures[i], v[i]))
                                    .toArray(),
                            Arrays.stream(v)
                                    .map(s2 -> Math.sqrt(s2 * effects.weight(s2)))
                                    .toArray());
                })
                .toList();
    }

    /** van Houwelingen, Brand and Louis (1999). */
    static double rankability(double tau2, double[] variances) {
        return tau2 == 0 ? 0 : tau2 / (tau2 + Quantile.DEFAULT.of(variances, 0.5));
    }

    /** The ranks alone, of true figures known to lie about a mean with a spread. */
    static List<Comparison.ExpectedRank> ranks(
            double[] mean, double[] spread, Direction direction, double level, long seed) {
        double[] expected = expected(mean, spread, direction);
        double[][] intervals = intervals(List.of(new Belief(mean, spread)), direction, level, seed);
        return IntStream.range(0, mean.length)
                .mapToObj(i -> new Comparison.ExpectedRank(
                        expected[i], intervals[i][0], intervals[i][1], 100 * (expected[i] - 0.5) / mean.length))
                .toList();
    }

    /** A group whose values are all equal seems to have no error; it is given a millionth of the others'. */
    private static double[] floored(double[] variances) {
        double[] positive = Arrays.stream(variances).filter(v -> v > 0).toArray();
        double least = positive.length == 0 ? 1e-12 : 1e-6 * Quantile.DEFAULT.of(positive, 0.5);
        return Arrays.stream(variances).map(v -> Math.max(v, least)).toArray();
    }

    private static double[] expected(double[] mean, double[] spread, Direction direction) {
        return IntStream.range(0, mean.length)
                .parallel()
                .mapToDouble(i -> {
                    double rank = 1;
                    for (int j = 0; j < mean.length; j++) {
                        if (j != i) {
                            double error = Math.sqrt(spread[i] * spread[i] + spread[j] * spread[j]);
                            double gap =
                                    direction == Direction.HIGHER_IS_BETTER ? mean[j] - mean[i] : mean[i] - mean[j];
                            rank += error > 0
                                    ? Interval.NORMAL.cumulativeProbability(gap / error)
                                    : gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
                        }
                    }
                    return rank;
                })
                .toArray();
    }

    private static double[][] intervals(List<Belief> beliefs, Direction direction, double level, long seed) {
        int n = beliefs.getFirst().mean.length;
        int[][] ranks = new int[n][DRAWS];
        IntStream.range(0, DRAWS).parallel().forEach(b -> {
            Belief belief = beliefs.get(b % beliefs.size());
            UniformRandomProvider random = RandomStream.of(seed, b);
            ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
            double sign = direction == Direction.HIGHER_IS_BETTER ? -1 : 1;
            double[] drawn = new double[n];
            for (int i = 0; i < n; i++) {
                drawn[i] = sign * (belief.mean[i] + belief.spread[i] * normal.sample());
            }
            double[] sorted = Ranks.ascending(drawn);
            for (int i = 0; i < n; i++) {
                // of equals any may come first
                int first = Arrays.binarySearch(sorted, drawn[i]);
                int last = first;
                while (first > 0 && sorted[first - 1] == drawn[i]) {
                    first--;
                }
                while (last < n - 1 && sorted[last + 1] == drawn[i]) {
                    last++;
                }
                ranks[i][b] = 1 + first + (last > first ? random.nextInt(last - first + 1) : 0);
            }
        });
        double[][] intervals = new double[n][];
        int tail = (int) Math.floor((1 - level) / 2 * DRAWS);
        for (int i = 0; i < n; i++) {
            Arrays.sort(ranks[i]);
            intervals[i] = new double[] {ranks[i][tail], ranks[i][DRAWS - 1 - tail]};
        }
        return intervals;
    }
}
