package dev.touchstone.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Figures of all groups as they would have come out in other samples like these: one row a group, one column a draw. */
record Draws(double[][] byGroup) {
    static final int COUNT = 1000;

    static Draws of(List<? extends Estimate> groups, long seed) {
        double[][] draws = new double[groups.size()][COUNT];
        IntStream.range(0, draws.length)
                .parallel()
                .forEach(i -> groups.get(i).draw(RandomStream.of(seed, i), draws[i]));
        return new Draws(draws);
    }

    double[] of(int group) {
        return byGroup[group];
    }

    /** A figure made of those of the groups, in each draw. */
    double[] figure(ToDoubleFunction<double[]> ofGroups) {
        return IntStream.range(0, COUNT)
                .parallel()
                .mapToDouble(b -> {
                    double[] column = new double[byGroup.length];
                    for (int i = 0; i < column.length; i++) {
                        column[i] = byGroup[i][b];
                    }
                    return ofGroups.applyAsDouble(column);
                })
                .toArray();
    }

    double variance(int group) {
        return covariance(byGroup[group], byGroup[group]);
    }

    static double covariance(double[] a, double[] b) {
        double meanA = Values.mean(a);
        double meanB = Values.mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }
}
