package dev.touchstone.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.ChangePoints;
import dev.touchstone.benchmark.Column;
import dev.touchstone.benchmark.CompareOptions;
import dev.touchstone.benchmark.ControlChart;
import dev.touchstone.benchmark.Direction;
import dev.touchstone.benchmark.Figure;
import dev.touchstone.benchmark.Frontier;
import dev.touchstone.benchmark.Orientation;
import dev.touchstone.benchmark.Production;
import dev.touchstone.benchmark.Reading;
import dev.touchstone.benchmark.Returns;
import dev.touchstone.benchmark.RuleSet;
import dev.touchstone.benchmark.Samples;
import dev.touchstone.benchmark.Statistic;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How fast the statistics are: a table of the best and the median time of several runs in one warm process, beside the bar of each,
 * and of the least processor time, which other programmes on the machine do not change.
 *
 * <pre>java -cp ... dev.touchstone.bench.StatisticsSpeed [frontier] [bootstrap] [compare] [csv] [charts] [changes]</pre>
 *
 * without arguments all of them. The comparison wants 4 GB of heap.
 */
public final class StatisticsSpeed {
    private static final int ROWS = 10_000_000;
    private static final int ENTITIES = 500;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final List<String> wanted;
    /** Everything that is computed goes in here, so that nothing is left out. */
    private long consumed;

    private StatisticsSpeed(List<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf(
                "%d processors, Java %s%n%-58s %6s %9s %9s %7s %10s%n",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                "seconds",
                "bar",
                "best",
                "median",
                "of bar",
                "processor");
        StatisticsSpeed speed = new StatisticsSpeed(List.of(arguments));
        speed.run();
        System.out.printf("(checksum %d)%n", speed.consumed);
    }

    private void run() throws IOException {
        if (wants("frontier")) {
            frontier(Returns.CRS, Orientation.INPUT);
            frontier(Returns.VRS, Orientation.INPUT);
            frontier(Returns.CRS, Orientation.OUTPUT);
            frontier(Returns.VRS, Orientation.OUTPUT);
        }
        if (wants("bootstrap")) {
            Production units = StatisticsData.units(200, 3);
            Frontier.Question question =
                    Frontier.Question.of(Returns.VRS, Orientation.INPUT).bootstrapped(200, 1);
            time(
                    "Simar-Wilson bootstrap, 200 units x 200 resamples, VRS",
                    2,
                    12,
                    () -> Frontier.of(units, question).rows().size());
        }
        if (wants("charts")) {
            charts();
        }
        if (wants("changes")) {
            changes();
        }
        if (wants("compare")) {
            compare();
        }
        if (wants("csv")) {
            csv();
        }
    }

    private boolean wants(String part) {
        return wanted.isEmpty() || wanted.contains(part);
    }

    private void frontier(Returns returns, Orientation orientation) {
        Production units = StatisticsData.units(2000, 7);
        time(
                "frontier of 2,000 units x 3 inputs x 2 outputs, %s %s".formatted(returns, orientation),
                0.5,
                12,
                () -> Frontier.of(units, Frontier.Question.of(returns, orientation))
                        .rows()
                        .size());
    }

    private void charts() {
        double[][] series = IntStream.range(0, 2000)
                .mapToObj(i -> StatisticsData.normal(100, i))
                .toArray(double[][]::new);
        ControlChart.Setup setup = ControlChart.Setup.of(RuleSet.NHS, Direction.LOWER_IS_BETTER);
        time(
                "2,000 X-mR charts of 100 points, NHS rules",
                0.1,
                40,
                () -> Arrays.stream(series)
                        .parallel()
                        .mapToInt(values -> ControlChart.individuals(values, setup)
                                .panels()
                                .getFirst()
                                .signals()
                                .size())
                        .sum());
    }

    private void changes() {
        for (int changes : new int[] {0, 10, 1000}) {
            double[] series = StatisticsData.steps(100_000, changes, 11);
            time(
                    "PELT of 100,000 points, %d changes of the mean".formatted(changes),
                    0.05,
                    40,
                    () -> ChangePoints.pelt(series).segments().size());
        }
    }

    private void compare() {
        Samples samples = StatisticsData.frame(ROWS, ENTITIES);
        time("report of 10 million rows, 500 entities, median", 3, 6, () -> report(samples, Statistic.MEDIAN));
        time("the same, 90th percentile", 3, 4, () -> report(samples, Statistic.P90));
        time("the same, mean", 3, 4, () -> report(samples, Statistic.MEAN));
        Figure ratio = Figure.ratio("value", "size", Direction.LOWER_IS_BETTER);
        time(
                "the same, ratio of sums",
                3,
                4,
                () -> Benchmark.compare(samples, CompareOptions.of(ratio, "entity"))
                        .figures()
                        .size());
    }

    private static int report(Samples samples, Statistic statistic) {
        Figure figure = Figure.values("value", statistic, Direction.LOWER_IS_BETTER);
        return Benchmark.compare(samples, CompareOptions.of(figure, "entity"))
                .figures()
                .size();
    }

    private void csv() throws IOException {
        Path file = Files.createTempFile("statistics", ".csv");
        try {
            write(file);
            Reading reading = Reading.all().label("entity").number("value");
            time(
                    "reading 10 million rows of CSV (%d MB)".formatted(Files.size(file) >> 20),
                    0,
                    3,
                    () -> Samples.read(file, reading).samples().rows());
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws IOException {
        Samples samples = StatisticsData.frame(ROWS, ENTITIES);
        Column.Labels entities = (Column.Labels) samples.column("entity");
        double[] values = samples.numbers("value");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("entity,value\n");
            for (int i = 0; i < values.length; i++) {
                out.write(entities.text(i));
                out.write(',');
                out.write(Double.toString(Math.rint(1000 * values[i]) / 1000));
                out.write('\n');
            }
        }
    }

    private interface Work {
        int run() throws IOException;
    }

    /** @param bar in seconds; 0 for none */
    private void time(String what, double bar, int runs, Work work) {
        double[] seconds = new double[runs];
        double[] processor = new double[runs];
        for (int i = 0; i < runs; i++) {
            long before = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            try {
                consumed += work.run();
            } catch (IOException unexpected) {
                throw new IllegalStateException(what, unexpected);
            }
            seconds[i] = (System.nanoTime() - start) / 1e9;
            processor[i] = (PROCESS.getProcessCpuTime() - before) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        System.out.printf(
                "%-58s %6s %9.4f %9.4f %7s %10.4f%n",
                what,
                bar == 0 ? "" : String.valueOf(bar),
                seconds[0],
                seconds[runs / 2],
                bar == 0 ? "" : "%.0f %%".formatted(100 * seconds[runs / 2] / bar),
                processor[0]);
    }
}
