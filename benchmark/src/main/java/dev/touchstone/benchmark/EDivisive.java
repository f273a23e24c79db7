package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;

/** Divides a series at the change of distribution that is greatest by energy distance, and again, as long as it is significant. */
final class EDivisive {
    private static final int GREATEST = 2500;
    private static final int PERMUTATIONS = 499;

    private final double[] values;
    private final int least;
    private final double significance;
    private final Map<Integer, Double> found = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    EDivisive(double[] values, int least, double significance, long seed) {
        this.values = values;
        this.least = least;
        this.significance = significance;
        if (values.length > GREATEST) {
            throw new BadData(
                    "too-many",
                    "The series has " + values.length + " points.",
                    "E-divisive takes up to " + GREATEST + "; use PELT, or average over longer periods.");
        }
        if (least < 2) {
            throw new BadData("out-of-range", "The least segment is " + least + ".", "A segment has 2 points or more.");
        }
        if (values.length < 2 * least) {
            notes.add("Not divided because " + values.length + " points do not make two segments of " + least + ".");
        }
        search(seed);
    }

    int[] starts() {
        int[] starts = new int[found.size() + 1];
        int k = 1;
        for (int start : found.keySet()) {
            starts[k++] = start;
        }
        return starts;
    }

    Optional<Double> pValue(int start) {
        return Optional.ofNullable(found.get(start));
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The best division of one stretch. */
    private record Division(int from, int to, int at, double energy) {}

    private void search(long seed) {
        List<Division> open = new ArrayList<>();
        add(open, 0, values.length);
        for (int round = 0; !open.isEmpty(); round++) {
            Division best = open.getFirst();
            for (Division d : open) {
                best = d.energy > best.energy ? d : best;
            }
            double p = pValue(open, best.energy, RandomStream.of(seed, round));
            if (p > significance) {
                return;
            }
            found.put(best.at, p);
            open.remove(best);
            add(open, best.from, best.at);
            add(open, best.at, best.to);
        }
    }

    private void add(List<Division> open, int from, int to) {
        if (to - from >= 2 * least) {
            open.add(divide(Arrays.copyOfRange(values, from, to), from));
        }
    }

    /**
     * Share of permutations within the stretches whose best division is as great. Ends as soon as the p-value is sure to exceed the
     * significance level.
     */
    private double pValue(List<Division> open, double energy, UniformRandomProvider random) {
        int greater = 0;
        for (int b = 1; b <= PERMUTATIONS; b++) {
            double best = 0;
            for (Division d : open) {
                double[] shuffled = Arrays.copyOfRange(values, d.from, d.to);
                for (int i = shuffled.length - 1; i > 0; i--) {
                    int j = random.nextInt(i + 1);
                    double v = shuffled[i];
                    shuffled[i] = shuffled[j];
                    shuffled[j] = v;
                }
                best = Math.max(best, divide(shuffled, d.from).energy);
            }
            greater += best >= energy ? 1 : 0;
            if ((greater + 1.0) / (PERMUTATIONS + 1) > significance) {
                return (greater + 1.0) / (b + 1);
            }
        }
        return (greater + 1.0) / (PERMUTATIONS + 1);
    }

    /**
     * The division of x into x[0..t) and x[t..e) with the greatest energy distance, over all t and e; a later end lets a change be seen
     * that a second one takes back.
     */
    private Division divide(double[] x, int offset) {
        int n = x.length;
        double[] within = new double[n + 1];
        for (int j = 1; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < j; i++) {
                sum += Math.abs(x[i] - x[j]);
            }
            within[j + 1] = within[j] + sum;
        }
        Division best = new Division(offset, offset + n, offset + least, Double.NEGATIVE_INFINITY);
        // distances from x[j] to all x[i] with i < t, kept up to date while t grows
        double[] left = new double[n];
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < least - 1; i++) {
                left[j] += Math.abs(x[i] - x[j]);
            }
        }
        for (int t = least; t <= n - least; t++) {
            double cross = 0;
            for (int j = t; j < n; j++) {
                left[j] += Math.abs(x[t - 1] - x[j]);
            }
            for (int e = t + 1; e <= n; e++) {
                cross += left[e - 1];
                if (e - t >= least) {
                    double energy = energy(t, e - t, cross, within[t], within[e] - within[t] - cross);
                    if (energy > best.energy) {
                        best = new Division(offset, offset + n, offset + t, energy);
                    }
                }
            }
        }
        return best;
    }

    /** Energy statistic of two samples from the sums of distances between and within them. */
    private static double energy(double m, double n, double between, double withinFirst, double withinSecond) {
        return m
                * n
                / (m + n)
                * (2 * between / (m * n) - 2 * withinFirst / (m * (m - 1)) - 2 * withinSecond / (n * (n - 1)));
    }
}
