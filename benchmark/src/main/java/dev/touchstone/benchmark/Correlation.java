package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How two series go together. */
final class Correlation {
    private Correlation() {}

    /** Correlation of the ranks, equal values sharing their mean rank; 0 where one of them is constant. */
    static double spearman(double[] a, double[] b) {
        return pearson(ranks(a), ranks(b));
    }

    static double pearson(double[] a, double[] b) {
        double meanA = Values.mean(a);
        double meanB = Values.mean(b);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }

    private static double[] ranks(double[] x) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> x[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[x.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && x[order[to]] == x[order[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i : Arrays.copyOfRange(order, from, to)) {
                ranks[i] = rank;
            }
        }
        return ranks;
    }
}
