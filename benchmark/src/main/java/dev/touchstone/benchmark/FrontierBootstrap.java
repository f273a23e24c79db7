package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Bias and intervals of frontier scores by the smooth homogeneous bootstrap of Simar and Wilson (1998). The edge is drawn through
 * observed units, so it lies inside the true one and scores are too good; how much so is seen by drawing new units from the estimated
 * edge and holding the old ones against them. All is done on distances of 1 or more, 1 / theta or phi, which cannot turn negative.
 */
final class FrontierBootstrap {
    private static final int PIECE = 8;
    private static final String METHOD = "Simar-Wilson 1998 bootstrap";

    private final double[] distances;
    private final double[][] replicates;
    private final Frontier.Question question;

    private FrontierBootstrap(double[] distances, double[][] replicates, Frontier.Question question) {
        this.distances = distances;
        this.replicates = replicates;
        this.question = question;
    }

    static Optional<FrontierBootstrap> of(
            Production production, Frontier.Question question, double[] scores, List<String> notes) {
        if (question.resamples() == 0) {
            return Optional.empty();
        }
        if (question.returns() == Returns.FDH) {
            notes.add("No bootstrap: the method of Simar and Wilson does not hold for the free disposal hull.");
            return Optional.empty();
        }
        double[] distances = Arrays.stream(scores)
                .map(s -> question.orientation() == Orientation.INPUT ? 1 / s : s)
                .toArray();
        double[] inside =
                Arrays.stream(distances).filter(d -> d > 1 + Frontier.TOLERANCE).toArray();
        if (inside.length < 3) {
            notes.add("No bootstrap: with fewer than three inefficient units there is no distribution to draw from.");
            return Optional.empty();
        }
        double bandwidth = bandwidth(distances, inside);
        double[][] replicates = new double[distances.length][question.resamples()];
        IntStream.range(0, (question.resamples() + PIECE - 1) / PIECE)
                .parallel()
                .forEach(piece -> {
                    UniformRandomProvider random = RandomStream.of(question.seed(), piece);
                    for (int b = piece * PIECE; b < Math.min(question.resamples(), (piece + 1) * PIECE); b++) {
                        double[] drawn = draw(distances, bandwidth, random);
                        replicate(production, question, distances, drawn, replicates, b);
                    }
                });
        for (double[] r : replicates) {
            Arrays.sort(r);
        }
        return Optional.of(new FrontierBootstrap(distances, replicates, question));
    }

    Frontier.Corrected of(int unit) {
        double distance = distances[unit];
        double[] r = replicates[unit];
        double mean = Values.mean(r);
        double tail = (1 - question.level()) / 2;
        double corrected = 2 * distance - mean;
        double near = 2 * distance - Quantile.DEFAULT.ofSorted(r, 1 - tail);
        double far = 2 * distance - Quantile.DEFAULT.ofSorted(r, tail);
        double error = Math.sqrt(Values.variance(r, mean));
        if (question.orientation() == Orientation.OUTPUT) {
            return new Frontier.Corrected(
                    corrected,
                    1 / corrected,
                    distance - corrected,
                    error,
                    Interval.of(near, far, question.level(), METHOD));
        }
        return new Frontier.Corrected(
                1 / corrected,
                1 / corrected,
                1 / distance - 1 / corrected,
                error / (distance * distance),
                Interval.of(1 / far, 1 / near, question.level(), METHOD));
    }

    /** Normal reference rule on the inefficient units reflected at 1, brought back to the size and spread of all. */
    private static double bandwidth(double[] distances, double[] inside) {
        double[] reflected = new double[2 * inside.length];
        for (int i = 0; i < inside.length; i++) {
            reflected[i] = inside[i];
            reflected[inside.length + i] = 2 - inside[i];
        }
        double sd = sd(reflected);
        double range = Quantile.DEFAULT.of(reflected, 0.75) - Quantile.DEFAULT.of(reflected, 0.25);
        double spread = range > 0 ? Math.min(sd, range / 1.349) : sd;
        double rule = 0.9 * spread * Math.pow(reflected.length, -0.2);
        return rule * Math.pow((double) reflected.length / distances.length, 0.2) * sd(distances) / sd;
    }

    private static double sd(double[] values) {
        return Math.sqrt(Values.variance(values, Values.mean(values)));
    }

    /**
     * Distances from a kernel estimate of their distribution, reflected at 1, that keeps their spread about 1. Keeping the spread about
     * their mean instead would draw no unit onto the edge, and take off too much.
     */
    private static double[] draw(double[] distances, double bandwidth, UniformRandomProvider random) {
        int n = distances.length;
        double[] drawn = new double[n];
        for (int i = 0; i < n; i++) {
            drawn[i] = distances[random.nextInt(n)];
        }
        double squares =
                Arrays.stream(distances).map(d -> (d - 1) * (d - 1)).average().orElseThrow();
        double shrink = 1 / Math.sqrt(1 + bandwidth * bandwidth / squares);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < n; i++) {
            double moved = drawn[i] + bandwidth * normal.sample();
            drawn[i] = 1 + Math.abs(shrink * (moved - 1));
        }
        return drawn;
    }

    /** Moves each unit to the edge and from there to its drawn distance, and holds the units as they are against the moved ones. */
    private static void replicate(
            Production production,
            Frontier.Question question,
            double[] distances,
            double[] drawn,
            double[][] replicates,
            int b) {
        boolean in = question.orientation() == Orientation.INPUT;
        double[][] x = production.inputs();
        double[][] y = production.outputs();
        double[][] moved = new double[drawn.length][];
        for (int i = 0; i < drawn.length; i++) {
            double factor = in ? drawn[i] / distances[i] : distances[i] / drawn[i];
            moved[i] = Arrays.stream(in ? x[i] : y[i]).map(v -> v * factor).toArray();
        }
        Technology technology =
                in ? new Technology(moved, y, question.returns()) : new Technology(x, moved, question.returns());
        for (int i = 0; i < drawn.length; i++) {
            double score = technology.score(i, x[i], y[i], question.orientation());
            replicates[i][b] = in ? 1 / score : score;
        }
    }
}
