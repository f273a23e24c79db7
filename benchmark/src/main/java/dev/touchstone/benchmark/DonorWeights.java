package dev.touchstone.benchmark;

import java.util.Arrays;

/** The mean of donors, with weights of 0 or more that sum to 1, that comes nearest to a series. */
final class DonorWeights {
    private DonorWeights() {}

    /**
     * Because the weights sum to 1, the distance is the length of a weighted mean of the differences of the series to each donor. The
     * non-negative least squares of those differences, with one more row that asks the sum of the weights to be 1, has that mean's
     * direction, so that its solution divided by its sum is exact.
     *
     * @param donors each as long as {@code series} or longer; only as many periods count as {@code series} has
     */
    static double[] of(double[] series, double[][] donors) {
        int count = donors.length;
        double[][] differences = new double[count][series.length];
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < count; j++) {
            double square = 0;
            for (int t = 0; t < series.length; t++) {
                differences[j][t] = series[t] - donors[j][t];
                square += differences[j][t] * differences[j][t];
            }
            if (square == 0) {
                double[] alone = new double[count];
                alone[j] = 1;
                return alone;
            }
            least = Math.min(least, square);
        }
        double[][] gram = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                double dot = 0;
                for (int t = 0; t < series.length; t++) {
                    dot += differences[i][t] * differences[j][t];
                }
                gram[i][j] = dot / least + 1;
                gram[j][i] = gram[i][j];
            }
        }
        double[] target = new double[count];
        Arrays.fill(target, 1);
        double[] weights = NonNegative.solve(gram, target);
        double sum = Arrays.stream(weights).sum();
        for (int j = 0; j < count; j++) {
            weights[j] /= sum;
        }
        return weights;
    }
}
