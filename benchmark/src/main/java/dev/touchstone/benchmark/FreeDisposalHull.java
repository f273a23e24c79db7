package dev.touchstone.benchmark;

import java.util.Optional;

/** The edge made of observed units alone (Deprins, Simar and Tulkens 1984): each unit is held against those that dominate it. */
final class FreeDisposalHull {
    private final double[][] inputs;
    private final double[][] outputs;

    FreeDisposalHull(double[][] inputs, double[][] outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    Optional<Technology.Projection> project(double[] x, double[] y, Orientation orientation, int without) {
        boolean in = orientation == Orientation.INPUT;
        int best = -1;
        double score = 0;
        double slack = 0;
        for (int j = 0; j < inputs.length; j++) {
            if (j == without) {
                continue;
            }
            double s = in ? shrinking(inputs[j], x, outputs[j], y) : -growing(inputs[j], x, outputs[j], y);
            if (!Double.isFinite(s) || (best >= 0 && s > score + 1e-12)) {
                continue;
            }
            double left = slack(inputs[j], x, outputs[j], y, in ? s : 1, in ? 1 : -s);
            if (best < 0 || s < score - 1e-12 || left > slack) {
                best = j;
                score = s;
                slack = left;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        return Optional.of(new Technology.Projection(Math.abs(score), new int[] {best}, new double[] {1}));
    }

    /** Least factor of x that the peer can do with; infinite where the peer makes less than y or needs what x has none of. */
    private static double shrinking(double[] peerX, double[] x, double[] peerY, double[] y) {
        for (int r = 0; r < y.length; r++) {
            if (peerY[r] < y[r]) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double factor = 0;
        for (int i = 0; i < x.length; i++) {
            factor = Math.max(factor, peerX[i] == 0 ? 0 : peerX[i] / x[i]);
        }
        return factor;
    }

    /** Greatest factor of y that the peer makes; infinite below where the peer uses more than x. */
    private static double growing(double[] peerX, double[] x, double[] peerY, double[] y) {
        for (int i = 0; i < x.length; i++) {
            if (peerX[i] > x[i]) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        double factor = Double.POSITIVE_INFINITY;
        for (int r = 0; r < y.length; r++) {
            factor = Math.min(factor, y[r] == 0 ? Double.POSITIVE_INFINITY : peerY[r] / y[r]);
        }
        return factor;
    }

    private static double slack(
            double[] peerX, double[] x, double[] peerY, double[] y, double inputFactor, double outputFactor) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += inputFactor * x[i] - peerX[i];
        }
        for (int r = 0; r < y.length; r++) {
            sum += peerY[r] - outputFactor * y[r];
        }
        return sum;
    }
}
