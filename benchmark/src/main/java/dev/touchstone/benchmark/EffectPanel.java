package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A figure by unit and period. A cell without rows is NaN, in here and nowhere else. */
final class EffectPanel {
    /** The one unit of a table that names none. */
    static final String ALL = "all";

    private final FigureRows rows;
    private final Grouping entities;
    private final Period period;
    private final long first;
    private final int periods;
    private final int[] periodOf;
    private final Comparison.Question question;
    private final double[][] values;
    private final int[][] counts;

    private EffectPanel(
            FigureRows rows,
            Grouping entities,
            Period period,
            long first,
            int periods,
            int[] periodOf,
            Comparison.Question question) {
        this.rows = rows;
        this.entities = entities;
        this.period = period;
        this.first = first;
        this.periods = periods;
        this.periodOf = periodOf;
        this.question = question;
        this.values = new double[entities.size()][periods];
        this.counts = new int[entities.size()][periods];
        cells();
    }

    static EffectPanel of(FigureRows rows, Samples samples, EffectOptions options, Period period) {
        Grouping entities = options.entity().isPresent()
                ? Grouping.of(samples, List.of(options.entity().get()))
                : new Grouping(new int[samples.rows()], List.of(ALL));
        long[] times = samples.times(options.time());
        long[] range = range(times);
        long from = period.index(range[0]);
        int[] periodOf = new int[times.length];
        for (int i = 0; i < periodOf.length; i++) {
            periodOf[i] = times[i] == Column.Times.MISSING ? -1 : (int) (period.index(times[i]) - from);
        }
        Figure figure = rows.figure();
        return new EffectPanel(
                rows,
                entities,
                period,
                from,
                (int) (period.index(range[1]) - from) + 1,
                periodOf,
                new Comparison.Question(
                        figure.statistic(),
                        figure.direction(),
                        figure.quantile(),
                        options.level(),
                        options.falseDiscoveryRate(),
                        figure.leastRanked(),
                        options.seed()));
    }

    /** First and last time. */
    static long[] range(long[] times) {
        long[] known =
                Arrays.stream(times).filter(t -> t != Column.Times.MISSING).toArray();
        if (known.length == 0) {
            throw new BadData("no-time", "No row has a time.", "Name the column that holds the times.");
        }
        return new long[] {
            Arrays.stream(known).min().getAsLong(), Arrays.stream(known).max().getAsLong()
        };
    }

    private void cells() {
        for (double[] series : values) {
            Arrays.fill(series, Double.NaN);
        }
        Map<Long, Integer> codeOf = new HashMap<>();
        List<int[]> cells = new ArrayList<>();
        int[] codes = new int[periodOf.length];
        boolean[] timed = new boolean[periodOf.length];
        for (int i = 0; i < codes.length; i++) {
            timed[i] = periodOf[i] >= 0;
            if (timed[i]) {
                int entity = entities.codes()[i];
                int at = periodOf[i];
                codes[i] = codeOf.computeIfAbsent((long) entity * periods + at, k -> {
                    cells.add(new int[] {entity, at});
                    return cells.size() - 1;
                });
            }
        }
        List<String> numbers =
                IntStream.range(0, cells.size()).mapToObj(String::valueOf).toList();
        for (Sample sample : rows.samples(new Grouping(codes, numbers), timed, question)) {
            int[] cell = cells.get(Integer.parseInt(sample.name()));
            counts[cell[0]][cell[1]] = sample.n();
            if (sample.estimate().isPresent()) {
                values[cell[0]][cell[1]] = sample.estimate().get().value();
            }
        }
    }

    int units() {
        return values.length;
    }

    List<String> names() {
        return entities.names();
    }

    Grouping entities() {
        return entities;
    }

    int periods() {
        return periods;
    }

    Period period() {
        return period;
    }

    long first() {
        return first;
    }

    String label(int at) {
        return period.label(first + at);
    }

    double value(int unit, int at) {
        return values[unit][at];
    }

    int count(int unit, int at) {
        return counts[unit][at];
    }

    /** Whether any unit has a value in a period. */
    boolean known(int at) {
        return Arrays.stream(values).anyMatch(series -> !Double.isNaN(series[at]));
    }

    /**
     * All rows of some units together.
     *
     * @param values by period; NaN where they have none
     * @param terms of counts, the sum of the count and of what it is out of; absent for other figures
     */
    record Pool(double[] values, Optional<double[][]> terms) {}

    Pool pool(boolean[] units) {
        boolean[] keep = new boolean[periodOf.length];
        int[] codes = new int[periodOf.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = periodOf[i] >= 0 && units[entities.codes()[i]];
            codes[i] = Math.max(0, periodOf[i]);
        }
        Grouping byPeriod = new Grouping(
                codes, IntStream.range(0, periods).mapToObj(String::valueOf).toList());
        double[] pooled = new double[periods];
        Arrays.fill(pooled, Double.NaN);
        for (Sample sample : rows.samples(byPeriod, keep, question)) {
            if (sample.estimate().isPresent()) {
                pooled[Integer.parseInt(sample.name())] =
                        sample.estimate().get().value();
            }
        }
        return new Pool(pooled, scale().map(per -> {
            double[][][] split = rows.split(byPeriod, keep);
            double[][] terms = new double[2][periods];
            for (int t = 0; t < periods; t++) {
                terms[0][t] = FigureRows.sum(split[0][t]);
                terms[1][t] = FigureRows.sum(split[1][t]) / per;
            }
            return terms;
        }));
    }

    /** For counts of rare events, what their exposure is divided by; a share of a fifth or more varies less than a count would. */
    private Optional<Double> scale() {
        return switch (rows.shape()) {
            case Shape.Rate rate -> Optional.of(rate.per());
            case Shape.Share share -> rare() ? Optional.of(1.0) : Optional.empty();
            case Shape.Values values -> Optional.empty();
            case Shape.Ratio ratio -> Optional.empty();
            case Shape.Formula formula -> Optional.empty();
            case Shape.Line line -> Optional.empty();
            case Shape.Direct direct -> Optional.empty();
        };
    }

    private boolean rare() {
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < periodOf.length; i++) {
            if (rows.usable()[i]) {
                top += rows.terms()[0][i];
                bottom += rows.terms()[1][i];
            }
        }
        return top < 0.2 * bottom;
    }
}
