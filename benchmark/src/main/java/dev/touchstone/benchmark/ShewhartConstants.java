package dev.touchstone.benchmark;

/**
 * Constants of ranges and standard deviations in normal samples of 2 to 25 values, d2 to the three digits that the field works with
 * (ASTM E2587, ISO 7870-2), d3 to five, from which its factors D3 and D4 come out as printed.
 */
final class ShewhartConstants {
    private static final double[] D2 = {
        1.128, 1.693, 2.059, 2.326, 2.534, 2.704, 2.847, 2.970, 3.078, 3.173, 3.258, 3.336, 3.407, 3.472, 3.532, 3.588,
        3.640, 3.689, 3.735, 3.778, 3.819, 3.858, 3.895, 3.931
    };
    private static final double[] D3 = {
        0.85250, 0.88837, 0.87981, 0.86408, 0.84804, 0.83321, 0.81983, 0.80783, 0.79705, 0.78731, 0.77848, 0.77042,
        0.76302, 0.75621, 0.74991, 0.74405, 0.73859, 0.73348, 0.72869, 0.72417, 0.71991, 0.71589, 0.71207, 0.70844
    };

    private ShewhartConstants() {}

    /** Mean range of n values in standard deviations. */
    static double d2(int n) {
        return D2[n - 2];
    }

    /** Standard deviation of the range of n values in standard deviations. */
    static double d3(int n) {
        return D3[n - 2];
    }

    /** Mean of the sample standard deviation of n values in standard deviations. */
    static double c4(int n) {
        boolean even = n % 2 == 0;
        double c4 = even ? Math.sqrt(2 / Math.PI) : Math.sqrt(Math.PI) / 2;
        // from the recurrence of the gamma function
        for (double k = even ? 2 : 3; k < n; k += 2) {
            c4 *= k / Math.sqrt((k - 1) * (k + 1));
        }
        return c4;
    }
}
