package dev.touchstone.bench;

import dev.touchstone.benchmark.Bootstrap;
import dev.touchstone.benchmark.Comparison;
import dev.touchstone.benchmark.Count;
import dev.touchstone.benchmark.Direction;
import dev.touchstone.benchmark.FalseDiscovery;
import dev.touchstone.benchmark.Frontier;
import dev.touchstone.benchmark.Funnel;
import dev.touchstone.benchmark.Group;
import dev.touchstone.benchmark.Interval;
import dev.touchstone.benchmark.KruskalWallis;
import dev.touchstone.benchmark.MannWhitney;
import dev.touchstone.benchmark.Orientation;
import dev.touchstone.benchmark.Production;
import dev.touchstone.benchmark.Proportions;
import dev.touchstone.benchmark.Quantile;
import dev.touchstone.benchmark.RandomEffects;
import dev.touchstone.benchmark.Returns;
import dev.touchstone.benchmark.Statistic;
import dev.touchstone.benchmark.TheilSen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Draws random data and writes them into {@code data.csv}, and what the library makes of them into {@code ours.csv}, for
 * {@code bench/r/against.R} to compute the same with R.
 *
 * <pre>java -cp ... dev.touchstone.bench.AgainstR FOLDER [SEED]</pre>
 */
public final class AgainstR implements AutoCloseable {
    private static final int ROUNDS = 40;

    private final PrintWriter data;
    private final PrintWriter ours;
    private final SplittableRandom random;
    private String name = "";

    private AgainstR(Path folder, long seed) throws IOException {
        Files.createDirectories(folder);
        data = new PrintWriter(Files.newBufferedWriter(folder.resolve("data.csv")));
        ours = new PrintWriter(Files.newBufferedWriter(folder.resolve("ours.csv")));
        random = new SplittableRandom(seed);
        data.println("case,series,value");
        ours.println("case,figure,value");
    }

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        try (AgainstR against = new AgainstR(Path.of(arguments[0]), seed)) {
            for (int round = 1; round <= ROUNDS; round++) {
                against.round(round);
            }
        }
    }

    @Override
    public void close() {
        data.close();
        ours.close();
    }

    private void round(int round) {
        begin("quantile", round);
        quantiles();
        begin("intervals", round);
        intervals();
        begin("twosamples", round);
        twoSamples(false);
        begin("ties", round);
        twoSamples(true);
        begin("kruskal", round);
        kruskal();
        begin("adjust", round);
        adjust();
        begin("counts", round);
        counts();
        begin("funnel", round);
        funnel();
        begin("effects", round);
        effects();
        begin("layout", round);
        layout();
        begin("trend", round);
        trend();
        if (round <= 10) {
            begin("bootstrap", round);
            bootstrap();
            for (Returns returns : List.of(Returns.CRS, Returns.VRS, Returns.NIRS, Returns.NDRS)) {
                for (Orientation orientation : Orientation.values()) {
                    begin("frontier-" + returns + "-" + orientation, round);
                    frontier(returns, orientation);
                }
            }
        }
    }

    private void quantiles() {
        double[] x = sample(1 + random.nextInt(40), v -> Math.rint(10 * v) / 10);
        series("x", x);
        for (int type = 1; type <= 9; type++) {
            for (double p : new double[] {0.1, 0.25, 0.5, 0.75, 0.9, 0.95}) {
                figure("type" + type + " p" + p, new Quantile(type).of(x, p));
            }
        }
    }

    private void intervals() {
        double[] x = sample(2 + random.nextInt(150), Math::exp);
        series("x", x);
        interval("mean", Interval.ofMean(x, 0.95));
        for (double p : new double[] {0.25, 0.5, 0.9}) {
            interval("quantile p" + p, Interval.ofQuantile(x, p, 0.95));
        }
    }

    private void twoSamples(boolean ties) {
        DoubleUnaryOperator rounded = ties ? v -> Math.rint(3 * v) : v -> v;
        double[] a = sample(5 + random.nextInt(30), rounded);
        double[] b = sample(5 + random.nextInt(30), v -> rounded.applyAsDouble(0.5 + 2 * v));
        series("a", a);
        series("b", b);
        MannWhitney test = MannWhitney.of(a, b, 0.95);
        figure("u", test.u());
        figure("p", test.pValue());
        if (!ties) {
            figure("shift", test.shift());
            interval("shift", test.shiftInterval());
        }
        Comparison welch = Comparison.of(
                List.of(new Group("a", a), new Group("b", b)),
                Comparison.Question.of(Statistic.MEAN, Direction.LOWER_IS_BETTER));
        figure("welch", welch.rows().getFirst().q().getAsDouble());
    }

    private void kruskal() {
        List<Group> groups = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(i -> new Group("g" + i, sample(3 + random.nextInt(20), v -> Math.rint(8 * v) + i / 2)))
                .toList();
        groups.forEach(g -> series(g.name(), g.values()));
        KruskalWallis test = KruskalWallis.of(groups);
        figure("h", test.h());
        figure("p", test.pValue());
    }

    private void adjust() {
        double[] p = random.doubles(1 + random.nextInt(60)).map(v -> v * v).toArray();
        series("p", p);
        double[] q = FalseDiscovery.adjust(p);
        for (int i = 0; i < q.length; i++) {
            figure("q" + (i + 1), q[i]);
        }
    }

    private void counts() {
        long n = 1 + random.nextInt(400);
        long k = random.nextInt((int) n + 1);
        series("kn", k, n);
        interval("wilson", Interval.wilson(k, n, 0.95));
        interval("poisson", Interval.exactPoisson(k, 0.95));
        interval("byar", Interval.byar(k, 0.95));
    }

    private void funnel() {
        int units = 10 + random.nextInt(30);
        List<Count> counts = IntStream.range(0, units)
                .mapToObj(i -> {
                    int n = 20 + random.nextInt(500);
                    double share = Math.clamp(0.2 + 0.05 * random.nextGaussian(), 0, 1);
                    return new Count("u%02d".formatted(i), (int) (n * share), n);
                })
                .toList();
        series("k", counts.stream().mapToDouble(Count::numerator).toArray());
        series("n", counts.stream().mapToDouble(Count::denominator).toArray());
        Proportions proportions = Proportions.of(counts, Direction.LOWER_IS_BETTER);
        figure("phi", proportions.dispersion().orElseThrow().phi());
        figure("phi p", proportions.dispersion().orElseThrow().pValue());
        boolean widened = proportions.dispersion().orElseThrow().applied();
        for (Proportions.Row row : proportions.rows()) {
            Funnel limits = row.limits().orElseThrow();
            if (!widened) {
                figure("low95 " + row.name(), limits.low95());
                figure("high998 " + row.name(), limits.high998());
            }
        }
    }

    private void effects() {
        int n = 3 + random.nextInt(25);
        double spread = random.nextInt(3) * 0.4;
        double[] v = random.doubles(n).map(u -> 0.02 + 0.5 * u).toArray();
        double[] y = IntStream.range(0, n)
                .mapToDouble(i -> 1 + spread * random.nextGaussian() + Math.sqrt(v[i]) * random.nextGaussian())
                .toArray();
        series("y", y);
        series("v", v);
        for (RandomEffects.Method method : RandomEffects.Method.values()) {
            RandomEffects effects = RandomEffects.of(y, v, method);
            String of = method.name().toLowerCase(Locale.ROOT);
            figure(of + " tau2", effects.tau2());
            figure(of + " mean", effects.mean());
            figure(of + " se", effects.standardError());
            figure(of + " q", effects.q());
        }
    }

    /** A balanced one-way layout, in which the moments of the groups' means are the REML estimates of a mixed model. */
    private void layout() {
        int groups = 8 + random.nextInt(12);
        int size = 5 + random.nextInt(10);
        double[][] x = new double[groups][];
        double within = 0;
        for (int g = 0; g < groups; g++) {
            double effect = 2 * random.nextGaussian();
            x[g] = sample(size, v -> effect + v);
            series("g%02d".formatted(g), x[g]);
            double mean = mean(x[g]);
            within += Arrays.stream(x[g]).map(v -> (v - mean) * (v - mean)).sum();
        }
        double[] variances = new double[groups];
        Arrays.fill(variances, within / (groups * (size - 1.0)) / size);
        double[] means = Arrays.stream(x).mapToDouble(AgainstR::mean).toArray();
        RandomEffects effects = RandomEffects.of(means, variances, RandomEffects.Method.DERSIMONIAN_LAIRD);
        figure("tau2", effects.tau2());
        figure("mean", effects.mean());
        for (int g = 0; g < groups; g++) {
            figure("shrunken g%02d".formatted(g), effects.shrunken(means[g], variances[g]));
        }
    }

    private void trend() {
        int n = 6 + random.nextInt(40);
        double[] t = IntStream.range(0, n)
                .mapToDouble(i -> i + 0.5 * random.nextDouble())
                .toArray();
        double[] y =
                Arrays.stream(t).map(v -> 3 + 0.1 * v + random.nextGaussian()).toArray();
        series("t", t);
        series("y", y);
        TheilSen line = TheilSen.of(t, y, 0.95);
        figure("slope", line.slope());
        figure("intercept", line.intercept());
        interval("slope", line.interval());
    }

    /** R draws other resamples; the figures agree as far as 100,000 of them tell. */
    private void bootstrap() {
        double[] x = sample(30 + random.nextInt(60), Math::exp);
        series("x", x);
        Bootstrap bootstrap =
                Bootstrap.of(x, sample -> Arrays.stream(sample).average().orElseThrow(), 100_000, random.nextLong());
        figure("se", bootstrap.standardError());
        interval("percentile", bootstrap.percentile(0.95));
        interval("bca", bootstrap.bca(0.95));
    }

    private void frontier(Returns returns, Orientation orientation) {
        int n = 12 + random.nextInt(20);
        double[][] x = new double[n][];
        double[][] y = new double[n][];
        for (int j = 0; j < n; j++) {
            x[j] = random.doubles(2).map(v -> Math.rint(100 * (0.2 + v))).toArray();
            double size = Math.pow(x[j][0] * x[j][1], 0.45);
            y[j] = random.doubles(2).map(v -> Math.rint(size * (0.3 + v))).toArray();
            series("x1", x[j][0]);
            series("x2", x[j][1]);
            series("y1", y[j][0]);
            series("y2", y[j][1]);
        }
        Production production = new Production(
                IntStream.range(0, n).mapToObj(i -> "u" + i).toList(), List.of("x1", "x2"), List.of("y1", "y2"), x, y);
        Frontier frontier = Frontier.of(production, Frontier.Question.of(returns, orientation));
        for (int j = 0; j < n; j++) {
            Frontier.Row row = frontier.rows().get(j);
            figure("score " + j, row.score());
            figure("super " + j, row.superScore());
            figure(
                    "slacks " + j,
                    DoubleStream.concat(
                                    row.inputs().stream().mapToDouble(Frontier.Target::slack),
                                    row.outputs().stream().mapToDouble(Frontier.Target::slack))
                            .sum());
        }
    }

    private void begin(String kind, int round) {
        name = kind + "#" + round;
    }

    private double[] sample(int n, DoubleUnaryOperator of) {
        return IntStream.range(0, n)
                .mapToDouble(i -> of.applyAsDouble(random.nextGaussian()))
                .toArray();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElseThrow();
    }

    private void series(String series, double... values) {
        for (double value : values) {
            data.println(name + "," + series + "," + value);
        }
    }

    private void interval(String figure, Interval interval) {
        figure(figure + " low", interval.low());
        figure(figure + " high", interval.high());
    }

    private void figure(String figure, OptionalDouble value) {
        ours.println(name + "," + figure + "," + (value.isPresent() ? value.getAsDouble() : "NA"));
    }

    private void figure(String figure, double value) {
        figure(figure, OptionalDouble.of(value));
    }
}
