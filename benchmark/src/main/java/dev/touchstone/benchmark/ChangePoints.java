package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a series changed, without being told how often.
 *
 * @param method in words
 * @param segments stretches between changes, in order
 * @param notes what should be doubted, and why
 */
public record ChangePoints(String method, OptionalDouble penalty, List<Segment> segments, List<String> notes) {

    /**
     * Points from {@code from} up to but without {@code to}.
     *
     * @param sd absent for one point
     * @param pValue of the change that began it; absent for the first, and for methods without one
     */
    public record Segment(int from, int to, double mean, OptionalDouble sd, Optional<Double> pValue) {}

    /** Indices of the first point of each segment but the first. */
    public List<Integer> changes() {
        return segments.stream().skip(1).map(Segment::from).toList();
    }

    /**
     * Changes of the mean: the segments with the least sum of squares about their means, each change costing {@code penalty} times the
     * noise variance. The noise is estimated from the differences of neighbours, which changes of the mean hardly touch.
     *
     * <p>The optimum is that of PELT (Killick, Fearnhead and Eckley 2012); candidates are pruned by the means for which they could
     * still win (Maidstone and others 2017), which keeps the time near linear also where there is no change at all.
     */
    public static ChangePoints pelt(double[] values) {
        return pelt(values, 3 * Math.log(Math.max(2, values.length)));
    }

    /**
     * @param penalty of one change, in variances of the noise; the default is 3 log n, with which noise alone makes a change in 9 of 100
     *     series of 30 points, 2 of 100 points and hardly any of 1,000
     */
    public static ChangePoints pelt(double[] values, double penalty) {
        checked(values, penalty);
        double sigma = noise(values);
        if (sigma == 0) {
            sigma = wholeSpread(values);
        }
        int[] starts = sigma == 0 ? new int[] {0} : MeanChanges.starts(values, penalty * sigma * sigma);
        return of("changes of the mean (PELT)", OptionalDouble.of(penalty), values, starts, List.of());
    }

    /**
     * Changes of the mean, of the variance, or of both, of normal values (PELT).
     *
     * <p>Two neighbours that are nearly equal look like a stretch of hardly any variance. With the usual penalty of 3 log n that is taken
     * for a change in 30 of 100 series of 100 normal values without one; with 4 log n in 5.
     *
     * @param penalty of one change, in units of twice the log-likelihood, such as 4 log n
     */
    public static ChangePoints peltMeanAndVariance(double[] values, double penalty) {
        checked(values, penalty);
        return of(
                "changes of mean and variance (PELT)",
                OptionalDouble.of(penalty),
                values,
                MeanVarianceChanges.starts(values, penalty),
                List.of());
    }

    /**
     * Changes of the distribution of any kind, by the energy distance between the values before and after, one after the other as long
     * as a permutation test finds one (Matteson and James 2014).
     *
     * @param values up to 2,500
     * @param least points in a segment; 30 is usual
     * @param significance greatest p-value of a change
     */
    public static ChangePoints eDivisive(double[] values, int least, double significance, long seed) {
        checked(values, 0);
        Values.probability(significance, "The significance level");
        EDivisive search = new EDivisive(values, least, significance, seed);
        ChangePoints found = of(
                "changes of distribution (E-divisive)",
                OptionalDouble.empty(),
                values,
                search.starts(),
                search.notes());
        List<Segment> tested = new ArrayList<>();
        for (Segment s : found.segments) {
            tested.add(new Segment(s.from, s.to, s.mean, s.sd, search.pValue(s.from)));
        }
        return new ChangePoints(found.method, found.penalty, List.copyOf(tested), found.notes);
    }

    private static void checked(double[] values, double penalty) {
        Values.checked(values, "the series");
        if (!(penalty >= 0) || !Double.isFinite(penalty)) {
            throw new BadData(
                    "out-of-range", "The penalty is " + penalty + ".", "A penalty is 0 or more, such as 3 log n.");
        }
    }

    /** Standard deviation from the median absolute difference of neighbours. */
    private static double noise(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double[] differences = new double[values.length - 1];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = Math.abs(values[i + 1] - values[i]);
        }
        return Summary.MAD_TO_SD * Quantile.DEFAULT.of(differences, 0.5) / Math.sqrt(2);
    }

    /** For series in which most neighbours are equal. */
    private static double wholeSpread(double[] values) {
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            double d = values[i] - values[i - 1];
            sum += d * d;
        }
        return values.length < 2 ? 0 : Math.sqrt(sum / (2 * (values.length - 1)));
    }

    private static ChangePoints of(
            String method, OptionalDouble penalty, double[] values, int[] starts, List<String> notes) {
        List<Segment> segments = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            int to = k + 1 < starts.length ? starts[k + 1] : values.length;
            double[] part = Arrays.copyOfRange(values, starts[k], to);
            double mean = Values.mean(part);
            segments.add(new Segment(
                    starts[k],
                    to,
                    mean,
                    part.length < 2
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(Math.sqrt(Values.variance(part, mean))),
                    Optional.empty()));
        }
        return new ChangePoints(method, penalty, List.copyOf(segments), notes);
    }
}
