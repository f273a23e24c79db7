package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the units most alike: by the weighted Euclidean distance between their traits, each trait divided by its spread over the
 * units.
 */
final class PeerFinder {
    private final Grouping entities;
    private final double[][] traits;
    private final double[] weights;

    PeerFinder(Samples samples, Grouping entities, List<Reference.Trait> traits) {
        this.entities = entities;
        this.weights = traits.stream().mapToDouble(Reference.Trait::weight).toArray();
        this.traits = traits.stream()
                .map(trait -> means(entities.split(samples.numbers(trait.column()), null), trait.column()))
                .toArray(double[][]::new);
    }

    private double[] means(double[][] groups, String column) {
        double[] means = new double[groups.length];
        for (int g = 0; g < means.length; g++) {
            means[g] = groups[g].length == 0
                    ? 0
                    : Values.mean(Values.finite(
                            groups[g],
                            "trait " + column + " of \"" + entities.names().get(g) + "\""));
        }
        return means;
    }

    /** Indices into {@code names} of the {@code size} units nearest to each, the nearest first, equal ones by name. */
    int[][] nearest(List<String> names, int size) {
        int[] at = names.stream().mapToInt(entities.names()::indexOf).toArray();
        double[] scale = new double[traits.length];
        for (int k = 0; k < scale.length; k++) {
            double[] values = values(k, at);
            double sd = values.length < 2 ? 0 : Math.sqrt(Values.variance(values, Values.mean(values)));
            scale[k] = sd > 0 ? sd : 1;
        }
        return IntStream.range(0, at.length)
                .parallel()
                .mapToObj(i -> IntStream.range(0, at.length)
                        .filter(j -> j != i)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer j) -> distance(at[i], at[j], scale))
                                .thenComparing(names::get))
                        .limit(size)
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
    }

    private double[] values(int trait, int[] at) {
        double[] values = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            values[i] = traits[trait][at[i]];
        }
        return values;
    }

    private double distance(int a, int b, double[] scale) {
        double sum = 0;
        for (int k = 0; k < traits.length; k++) {
            double d = (traits[k][a] - traits[k][b]) / scale[k];
            sum += weights[k] * d * d;
        }
        return sum;
    }
}
