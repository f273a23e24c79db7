package dev.touchstone.benchmark;

/**
 * Moments of pairs (a, b) about their means, up to the third order: enough to test the mean of a - r b for every r.
 *
 * @param scaleA root of the mean square of a about its mean, by which its moments are divided; 1 where it does not vary
 * @param scaleB as of b
 * @param second sums of aa, ab, bb
 * @param third sums of aaa, aab, abb, bbb
 */
record PairMoments(int n, double meanA, double meanB, double scaleA, double scaleB, double[] second, double[] third) {

    static PairMoments of(double[] a, double[] b) {
        double meanA = Values.mean(a);
        double meanB = Values.mean(b);
        double scaleA = scale(a, meanA);
        double scaleB = scale(b, meanB);
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double aaa = 0;
        double aab = 0;
        double abb = 0;
        double bbb = 0;
        for (int i = 0; i < a.length; i++) {
            double x = (a[i] - meanA) / scaleA;
            double y = (b[i] - meanB) / scaleB;
            aa += x * x;
            ab += x * y;
            bb += y * y;
            aaa += x * x * x;
            aab += x * x * y;
            abb += x * y * y;
            bbb += y * y * y;
        }
        return new PairMoments(
                a.length, meanA, meanB, scaleA, scaleB, new double[] {aa, ab, bb}, new double[] {aaa, aab, abb, bbb});
    }

    private static double scale(double[] values, double mean) {
        double scale = values.length < 2 ? 0 : Math.sqrt(Values.variance(values, mean));
        return scale > 0 ? scale : 1;
    }

    /** The mean of a - r b. */
    MeanEstimate difference(double r) {
        double mean = meanA - r * meanB;
        // in units of the larger of both parts
        double unit = Math.max(scaleA, Math.abs(r) * scaleB);
        double p = scaleA / unit;
        double q = r * scaleB / unit;
        double squares = p * p * second[0] - 2 * p * q * second[1] + q * q * second[2];
        if (n < 2 || !(squares > 0)) {
            return new MeanEstimate(n, mean, 0, 0);
        }
        double sd = Math.sqrt(squares / (n - 1));
        double cubes =
                p * p * p * third[0] - 3 * p * p * q * third[1] + 3 * p * q * q * third[2] - q * q * q * third[3];
        return new MeanEstimate(n, mean, unit * sd / Math.sqrt(n), cubes / (sd * sd * sd) / n);
    }
}
