package dev.touchstone.benchmark;

/**
 * Moments of pairs (a, b) about their means, up to the third order: enough to test the mean of a - r b for every r.
 *
 * @param second sums of aa, ab, bb
 * @param third sums of aaa, aab, abb, bbb
 */
record PairMoments(int n, double meanA, double meanB, double[] second, double[] third) {

    static PairMoments of(double[] a, double[] b) {
        double meanA = Values.mean(a);
        double meanB = Values.mean(b);
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double aaa = 0;
        double aab = 0;
        double abb = 0;
        double bbb = 0;
        for (int i = 0; i < a.length; i++) {
            double x = a[i] - meanA;
            double y = b[i] - meanB;
            aa += x * x;
            ab += x * y;
            bb += y * y;
            aaa += x * x * x;
            aab += x * x * y;
            abb += x * y * y;
            bbb += y * y * y;
        }
        return new PairMoments(a.length, meanA, meanB, new double[] {aa, ab, bb}, new double[] {aaa, aab, abb, bbb});
    }

    /** The mean of a - r b. */
    MeanEstimate difference(double r) {
        double mean = meanA - r * meanB;
        double squares = second[0] - 2 * r * second[1] + r * r * second[2];
        if (n < 2 || !(squares > 0)) {
            return new MeanEstimate(n, mean, 0, 0);
        }
        double sd = Math.sqrt(squares / (n - 1));
        double cubes = third[0] - 3 * r * third[1] + 3 * r * r * third[2] - r * r * r * third[3];
        return new MeanEstimate(n, mean, sd / Math.sqrt(n), cubes / (sd * sd * sd) / n);
    }
}
