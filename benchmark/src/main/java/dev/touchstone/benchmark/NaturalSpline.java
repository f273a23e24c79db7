package dev.touchstone.benchmark;

/** Natural cubic splines: smooth curves of pieces between knots, straight beyond the outermost. */
final class NaturalSpline {
    private NaturalSpline() {}

    /** Adds the columns of a curve with so many knots between the ends, evenly spaced over the times; 0 for a straight line. */
    static Design addTo(Design design, long[] times, int knots) {
        int n = times.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (double) (times[i] - times[0]) / (times[n - 1] - times[0]);
        }
        Design with = design.with("curve 1", x);
        double next = knots / (knots + 1.0);
        for (int k = 0; k < knots; k++) {
            double knot = k / (knots + 1.0);
            double[] piece = new double[n];
            for (int i = 0; i < n; i++) {
                piece[i] = bend(x[i], knot) - bend(x[i], next);
            }
            with = with.with("curve " + (k + 2), piece);
        }
        return with;
    }

    /** A cubic from a knot on that is straight beyond 1. */
    private static double bend(double x, double knot) {
        return (cube(x - knot) - cube(x - 1)) / (1 - knot);
    }

    private static double cube(double x) {
        return x > 0 ? x * x * x : 0;
    }
}
