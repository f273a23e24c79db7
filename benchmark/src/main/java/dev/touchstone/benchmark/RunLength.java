package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Mean number of points until a point lies beyond the limits though nothing has changed, on normal values about a known centre.
 * Charts with a memory are followed as Markov chains over their values cut into cells (Brook and Evans 1972, Lucas and Saccucci 1990).
 */
final class RunLength {
    /** Of one point beyond 3 standard deviations. */
    static final double POINTS = 370;
    /** Of moving ranges, neighbours of which share a value; by simulation, checked by the tests. */
    static final double MOVING_RANGES = 119;
    /** Of times between events to the power 1/3.6, which are only nearly normal. */
    static final double TIMES = 1320;

    private static final int CELLS = 101;
    /** Charts of many units have the same settings. */
    private static final Map<List<Object>, Double> KNOWN = new ConcurrentHashMap<>();

    private RunLength() {}

    /** Limits widen over the first points, as on the chart. */
    static double ewma(double lambda, double width) {
        return KNOWN.computeIfAbsent(List.of("ewma", lambda, width), key -> ofEwma(lambda, width));
    }

    /** Of both sums together. */
    static double cusum(double allowance, double limit) {
        return KNOWN.computeIfAbsent(List.of("cusum", allowance, limit), key -> ofCusum(allowance, limit));
    }

    private static double ofEwma(double lambda, double width) {
        double end = width * Math.sqrt(lambda / (2 - lambda));
        double cell = 2 * end / CELLS;
        double[] state = new double[CELLS];
        double[] centres = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            centres[i] = -end + (i + 0.5) * cell;
        }
        state[CELLS / 2] = 1;
        double points = 0;
        double before = 1;
        double alive = 1;
        double[][] steady = null;
        for (int t = 1; t < 200_000; t++) {
            points += alive;
            double shrunk = Math.sqrt(1 - Math.pow(1 - lambda, 2.0 * t));
            double[][] step = steady;
            if (step == null) {
                step = ewmaStep(centres, cell, lambda, end * shrunk);
                steady = shrunk > 1 - 1e-6 ? step : null;
            }
            state = times(state, step);
            before = alive;
            alive = Arrays.stream(state).sum();
            if (steady != null && t > 10 / lambda) {
                break;
            }
        }
        return points + alive / (1 - alive / before);
    }

    private static double[][] ewmaStep(double[] centres, double cell, double lambda, double limit) {
        double[][] step = new double[CELLS][CELLS];
        for (int i = 0; i < CELLS; i++) {
            double kept = (1 - lambda) * centres[i];
            double below = below((-limit - kept) / lambda);
            for (int j = 0; j < CELLS; j++) {
                double upper = below((Math.clamp(centres[j] + cell / 2, -limit, limit) - kept) / lambda);
                step[i][j] = upper - below;
                below = upper;
            }
        }
        return step;
    }

    private static double ofCusum(double allowance, double limit) {
        double cell = 2 * limit / (2 * CELLS - 1);
        double[][] step = new double[CELLS][CELLS];
        for (int i = 0; i < CELLS; i++) {
            double below = 0;
            for (int j = 0; j < CELLS; j++) {
                double upper = below((j - i + 0.5) * cell + allowance);
                step[i][j] = upper - below;
                below = upper;
            }
        }
        double[] state = new double[CELLS];
        state[0] = 1;
        double points = 0;
        double before = 1;
        double alive = 1;
        double rate = 0;
        for (int t = 1; t < 200_000; t++) {
            points += alive;
            state = times(state, step);
            before = alive;
            alive = Arrays.stream(state).sum();
            double next = alive / before;
            if (t > 20 && Math.abs(next - rate) < 1e-12) {
                break;
            }
            rate = next;
        }
        return (points + alive / (1 - alive / before)) / 2;
    }

    /** Of ranges of subgroups of n values: the distribution of the range, integrated over the least value. */
    static double ranges(int n) {
        double d2 = ShewhartConstants.d2(n);
        double width = 3 * ShewhartConstants.d3(n);
        return 1 / (1 - rangeBelow(n, d2 + width) + rangeBelow(n, Math.max(0, d2 - width)));
    }

    private static double rangeBelow(int n, double range) {
        double step = 0.002;
        double sum = 0;
        for (double x = -8; x < 8; x += step) {
            double middle = x + step / 2;
            sum += step * n * Interval.NORMAL.density(middle) * Math.pow(below(middle + range) - below(middle), n - 1);
        }
        return sum;
    }

    /** Of standard deviations of subgroups of n values. */
    static double deviations(int n) {
        double c4 = ShewhartConstants.c4(n);
        double width = 3 * Math.sqrt(1 - c4 * c4);
        ChiSquaredDistribution squares = ChiSquaredDistribution.of(n - 1.0);
        double low = Math.max(0, c4 - width);
        return 1
                / (squares.survivalProbability((n - 1) * (c4 + width) * (c4 + width))
                        + squares.cumulativeProbability((n - 1) * low * low));
    }

    private static double below(double x) {
        return Interval.NORMAL.cumulativeProbability(x);
    }

    private static double[] times(double[] state, double[][] step) {
        double[] next = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                next[j] += state[i] * step[i][j];
            }
        }
        return next;
    }
}
