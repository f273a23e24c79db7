package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * Evidence where each leaf can be read by itself: its change as a share of the larger of actual and expected, between -1 and 1. Leaves
 * without a cause scatter about 0 ({@link Noise}); leaves of one cause change by one share, with a little scatter.
 */
final class ChangeEvidence implements Evidence {
    /** One leaf that does not fit must not outweigh all that do. */
    private static final double WORST = -8;

    /**
     * Of a leaf, for a change of a quarter of the noise: less than that is how forecasts are off in many leaves, as their errors are
     * seldom as often above as below.
     */
    private static final double LEAST_BOUND = 0.25 * 0.25 / 2;

    /** A few leaves that stray further than this many scales of the noise do not make a change of all. */
    private static final double FAR = 3;

    private static final double FREEDOM = 5;
    private static final int STEPS = 400;
    private static final int CENTRES = 40;
    private static final double[] SPREADS = {0.015, 0.03, 0.06, 0.12};

    /** Logarithm of the density of a change, by profile (centre and spread) and by step of the change. */
    private static final double[][] LOG_COMMON = logCommon();

    private final double[] change;
    private final double[] scale;
    private final double[] logNoise;
    private final int[] step;
    private final double[][] terms;

    private ChangeEvidence(double[] change, double[] scale, double[] logNoise) {
        this.change = change;
        this.scale = scale;
        this.logNoise = logNoise;
        this.step = new int[change.length];
        this.terms = new double[5][change.length];
        for (int i = 0; i < change.length; i++) {
            if (!Double.isNaN(change[i])) {
                double weight = 1 / (scale[i] * scale[i]);
                step[i] = (int) Math.rint((change[i] + 1) / 2 * STEPS);
                terms[0][i] = weight;
                terms[1][i] = weight * change[i];
                terms[2][i] = weight * change[i] * change[i];
                terms[3][i] = weight * Math.clamp(change[i], -FAR * scale[i], FAR * scale[i]);
                terms[4][i] = 1;
            }
        }
    }

    /**
     * @param stray share of leaves that may be anywhere without a cause
     */
    static ChangeEvidence of(double[] change, Noise noise, double stray) {
        double[] logNoise = new double[change.length];
        for (int i = 0; i < change.length; i++) {
            if (!Double.isNaN(change[i])) {
                logNoise[i] = Math.log((1 - stray) * Math.exp(noise.logDensity(i, change[i])) + stray / 2);
            }
        }
        return new ChangeEvidence(change, noise.scale(), logNoise);
    }

    /** Change of each leaf as a share of the larger amount; NaN where both are 0. */
    static double[] changes(double[] actual, double[] expected) {
        double[] change = new double[actual.length];
        for (int i = 0; i < change.length; i++) {
            double larger = Math.max(Math.abs(actual[i]), Math.abs(expected[i]));
            change[i] = larger == 0 ? Double.NaN : Math.clamp((actual[i] - expected[i]) / larger, -1, 1);
        }
        return change;
    }

    /** How many leaves would be called a cause by themselves. */
    int loners(double logTests) {
        int count = 0;
        for (int i = 0; i < change.length; i++) {
            double[] own = {terms[0][i], terms[1][i], terms[2][i], terms[3][i], terms[4][i]};
            count += terms[4][i] > 0 && gain(profile(own), i) > logTests ? 1 : 0;
        }
        return count;
    }

    private static double[][] logCommon() {
        double[][] table = new double[(2 * CENTRES + 1) * SPREADS.length][STEPS + 1];
        for (int row = 0; row < table.length; row++) {
            double centre = (row / SPREADS.length - CENTRES) / (double) CENTRES;
            double spread = SPREADS[row % SPREADS.length];
            double sum = 0;
            for (int k = 0; k <= STEPS; k++) {
                double z = (2.0 * k / STEPS - 1 - centre) / spread;
                table[row][k] = Math.pow(1 + z * z / FREEDOM, -(FREEDOM + 1) / 2);
                sum += table[row][k];
            }
            double density = STEPS / (2 * sum);
            table[row] =
                    Arrays.stream(table[row]).map(x -> Math.log(x * density)).toArray();
        }
        return table;
    }

    @Override
    public double[][] terms() {
        return terms;
    }

    @Override
    public double bound(double[] sums) {
        if (sums[0] == 0 || sums[3] * sums[3] / sums[0] / 2 < LEAST_BOUND * sums[4]) {
            return 0;
        }
        return sums[1] * sums[1] / sums[0] / 2;
    }

    @Override
    public int profile(double[] sums) {
        double mean = sums[1] / sums[0];
        double variance = sums[2] / sums[0] - mean * mean;
        // with few leaves the spread is not known
        int k = sums[4] < 4 ? 1 : 0;
        while (k + 1 < SPREADS.length && SPREADS[k] * SPREADS[k + 1] < variance) {
            k++;
        }
        return ((int) Math.rint(Math.clamp(mean, -1, 1) * CENTRES) + CENTRES) * SPREADS.length + k;
    }

    @Override
    public double gain(int profile, int leaf) {
        return Double.isNaN(change[leaf]) ? 0 : Math.max(WORST, LOG_COMMON[profile][step[leaf]] - logNoise[leaf]);
    }

    @Override
    public ChangeEvidence only(int[] leaves) {
        return new ChangeEvidence(
                Evidence.choose(change, leaves), Evidence.choose(scale, leaves), Evidence.choose(logNoise, leaves));
    }
}
