package dev.touchstone.benchmark;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Test that several groups are alike in where their values lie (Kruskal and Wallis 1952), corrected for ties.
 *
 * @param pValue by the chi-square approximation
 */
public record KruskalWallis(double h, int degreesOfFreedom, double pValue) {

    public static KruskalWallis of(List<Group> groups) {
        for (Group group : groups) {
            Values.checked(group.values(), "group \"" + group.name() + "\"");
        }
        return ofSorted(groups.stream().map(g -> Ranks.ascending(g.values())).toList());
    }

    static KruskalWallis ofSorted(List<double[]> samples) {
        if (samples.size() < 2) {
            throw new BadData("one-group", "There is nothing to compare with.", "Give two groups or more.");
        }
        Ranks ranks = Ranks.of(samples);
        double n = ranks.n();
        double spread = 1 - ranks.ties() / (n * n * n - n);
        if (!(spread > 0)) {
            throw new BadData("constant", "All values are equal.", "A test of difference needs values that differ.");
        }
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            double r = ranks.sums()[i];
            int size = samples.get(i).length;
            double deviation = r - size * (n + 1) / 2;
            sum += deviation * deviation / size;
        }
        double h = 12 / (n * (n + 1)) * sum / spread;
        int df = samples.size() - 1;
        return new KruskalWallis(h, df, ChiSquaredDistribution.of(df).survivalProbability(h));
    }
}
