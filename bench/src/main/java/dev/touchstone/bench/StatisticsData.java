package dev.touchstone.bench;

import dev.touchstone.benchmark.Column;
import dev.touchstone.benchmark.Production;
import dev.touchstone.benchmark.Samples;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Drawn data for {@link StatisticsSpeed}, the same in every run. */
final class StatisticsData {
    private StatisticsData() {}

    /** Units with 3 inputs and 2 outputs: outputs on a sphere times a Cobb-Douglas product of the inputs, less a half-normal waste. */
    static Production units(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[n][3];
        double[][] y = new double[n][2];
        for (int j = 0; j < n; j++) {
            double made = Math.exp(-Math.abs(0.3 * random.nextGaussian()));
            for (int i = 0; i < 3; i++) {
                x[j][i] = 10 + 90 * random.nextDouble();
                made *= Math.pow(x[j][i], 0.3);
            }
            double angle = Math.PI / 2 * (0.1 + 0.8 * random.nextDouble());
            y[j][0] = made * Math.cos(angle);
            y[j][1] = made * Math.sin(angle);
        }
        return new Production(names("unit", n), names("input", 3), names("output", 2), x, y);
    }

    static double[] normal(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    /** Normal noise of variance 1 about a mean that changes by 1 or more at places equally far apart. */
    static double[] steps(int n, int changes, long seed) {
        double[] values = normal(n, seed);
        for (int i = 0; i < n; i++) {
            int segment = (int) ((long) i * (changes + 1) / n);
            values[i] += segment % 2 == 0 ? 0 : 1 + segment % 3;
        }
        return values;
    }

    /** Lognormal times of entities that differ a little. */
    static Samples frame(int rows, int entities) {
        double[] values = new double[rows];
        double[] sizes = new double[rows];
        int[] codes = new int[rows];
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < rows; i++) {
            codes[i] = random.nextInt(entities);
            values[i] = Math.exp(2 + 0.02 * (codes[i] % 7) + 0.6 * random.nextGaussian());
            sizes[i] = 1 + random.nextInt(5);
        }
        return Samples.of(
                new Column.Labels("entity", codes, names("site", entities)),
                new Column.Numbers("value", values),
                new Column.Numbers("size", sizes));
    }

    private static List<String> names(String what, int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> what + " " + i).toList();
    }
}
