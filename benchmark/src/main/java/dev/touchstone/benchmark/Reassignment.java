package dev.touchstone.benchmark;

import java.util.Arrays;

/**
 * A test by re-assignment of the treatment (Fisher 1935): an estimate that is linear in the data, beside what it would have been had
 * other units been treated. The interval holds every effect that the test does not reject, and is exact where units are
 * exchangeable.
 *
 * @param estimate with the treatment as it was
 * @param placebos with each other assignment
 * @param exposures what each of those gives for data that are 1 where treatment was at work and 0 elsewhere
 */
record Reassignment(double estimate, double[] placebos, double[] exposures) {
    private static final double ROUNDING = 1e-9;

    /** Two-sided; the assignment as it was counts as one. */
    double pValue() {
        return (1.0 + asLarge()) / (1 + placebos.length);
    }

    /** How many other assignments give an estimate as large. */
    int asLarge() {
        int count = 0;
        for (double placebo : placebos) {
            count += Math.abs(placebo) >= Math.abs(estimate) * (1 - ROUNDING) ? 1 : 0;
        }
        return count;
    }

    /** Whether there are enough assignments to reject anything at this confidence. */
    boolean canReject(double level) {
        return 1 / (1.0 + placebos.length) <= 1 - level + ROUNDING;
    }

    Interval interval(double level) {
        int n = placebos.length;
        // the effects that one assignment does not contradict lie between these two
        double[] lows = new double[n];
        double[] highs = new double[n];
        for (int b = 0; b < n; b++) {
            double same = 1 - exposures[b];
            double opposite = 1 + exposures[b];
            if (same < ROUNDING || opposite < ROUNDING) {
                lows[b] = Double.NEGATIVE_INFINITY;
                highs[b] = Double.POSITIVE_INFINITY;
                continue;
            }
            double one = (estimate - placebos[b]) / same;
            double other = (estimate + placebos[b]) / opposite;
            lows[b] = Math.min(one, other);
            highs[b] = Math.max(one, other);
        }
        Arrays.sort(lows);
        Arrays.sort(highs);
        int rank = (int) Math.floor((1 - level) * (n + 1) + ROUNDING);
        if (rank < 1 || Double.isInfinite(lows[rank - 1]) || Double.isInfinite(highs[n - rank])) {
            return Interval.none(
                    level,
                    "re-assignment",
                    "There are " + (n + 1) + " ways to choose the treated units, too few for " + Words.percent(level)
                            + ".");
        }
        return Interval.of(lows[rank - 1], highs[n - rank], level, "re-assignment");
    }
}
