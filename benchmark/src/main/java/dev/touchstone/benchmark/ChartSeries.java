package dev.touchstone.benchmark;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The points of one chart in order of time, each made of one row or of several.
 *
 * @param groups values of each point
 * @param sizes of each point, what was counted in; empty without a column for it
 * @param times of the first row of each point; empty without a column for them
 */
record ChartSeries(List<String> labels, double[][] groups, double[] sizes, long[] times) {
    private static final double DAY = 86_400_000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /** @param rows those of one unit, in the order of the table */
    static ChartSeries of(Samples samples, int[] rows, ChartOptions options) {
        Order order = Order.of(samples, rows, options);
        long[] times = order.times;
        if (options.values().isEmpty()) {
            return between(order.rows, times);
        }
        Map<String, List<Integer>> points = new LinkedHashMap<>();
        for (int k = 0; k < order.rows.length; k++) {
            points.computeIfAbsent(key(samples, order, k, options), p -> new ArrayList<>())
                    .add(order.rows[k]);
        }
        List<double[]> values = options.values().stream().map(samples::numbers).toList();
        List<int[]> members = points.values().stream()
                .map(p -> p.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        boolean single = options.period().isEmpty() && options.subgroup().isEmpty();
        return new ChartSeries(
                single ? order.labels : List.copyOf(points.keySet()),
                members.stream()
                        .map(m -> values.stream()
                                .flatMapToDouble(column -> Arrays.stream(pick(column, m)))
                                .toArray())
                        .toArray(double[][]::new),
                sizes(samples, members, options),
                times.length == 0
                        ? times
                        : members.stream().mapToLong(m -> times[m[0]]).toArray());
    }

    private static double[] sizes(Samples samples, List<int[]> members, ChartOptions options) {
        if (options.size().isEmpty()) {
            return new double[0];
        }
        if (options.oneSize().isPresent()) {
            return members.stream()
                    .mapToDouble(m -> options.oneSize().getAsDouble() * m.length)
                    .toArray();
        }
        double[] sizes = samples.numbers(options.size().get());
        return members.stream()
                .mapToDouble(m -> Arrays.stream(pick(sizes, m)).sum())
                .toArray();
    }

    /** @param times empty where rows are not in the order of times */
    private record Order(int[] rows, long[] times, List<String> labels) {
        static Order of(Samples samples, int[] rows, ChartOptions options) {
            if (options.time().isEmpty()) {
                return new Order(
                        rows,
                        new long[0],
                        IntStream.rangeClosed(1, rows.length)
                                .mapToObj(String::valueOf)
                                .toList());
            }
            String column = options.time().get();
            if (samples.column(column) instanceof Column.Numbers numbers
                    && options.period().isEmpty()
                    && !options.values().isEmpty()) {
                int[] sorted = sorted(rows, (a, b) -> Double.compare(numbers.values()[a], numbers.values()[b]));
                return new Order(
                        sorted,
                        new long[0],
                        Arrays.stream(sorted)
                                .mapToObj(i -> Words.number(numbers.values()[i]))
                                .toList());
            }
            long[] times = samples.times(column);
            int[] sorted = sorted(rows, (a, b) -> Long.compare(times[a], times[b]));
            boolean toDays = Arrays.stream(sorted).allMatch(i -> times[i] % (long) DAY == 0);
            return new Order(
                    sorted,
                    times,
                    Arrays.stream(sorted).mapToObj(i -> label(times[i], toDays)).toList());
        }

        private static int[] sorted(int[] rows, Comparator<Integer> order) {
            return IntStream.of(rows)
                    .boxed()
                    .sorted(order)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    private static String key(Samples samples, Order order, int k, ChartOptions options) {
        if (options.period().isPresent()) {
            Period period = options.period().get();
            return period.label(period.index(order.times[order.rows[k]]));
        }
        return options.subgroup()
                .map(column -> samples.labels(column).text(order.rows[k]))
                .orElse(String.valueOf(k));
    }

    /** Days between each event and the one before. */
    private static ChartSeries between(int[] order, long[] times) {
        int n = Math.max(0, order.length - 1);
        double[][] days = new double[n][1];
        long[] at = new long[n];
        for (int i = 0; i < n; i++) {
            at[i] = times[order[i + 1]];
            days[i][0] = (at[i] - times[order[i]]) / DAY;
        }
        boolean toDays = Arrays.stream(at).allMatch(t -> t % (long) DAY == 0);
        return new ChartSeries(Arrays.stream(at).mapToObj(t -> label(t, toDays)).toList(), days, new double[0], at);
    }

    private static String label(long time, boolean toDays) {
        Instant instant = Instant.ofEpochMilli(time);
        return toDays ? instant.toString().substring(0, 10) : MINUTE.format(instant);
    }

    private static double[] pick(double[] all, int[] rows) {
        return Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
    }

    int n() {
        return groups.length;
    }

    /** Whether each point is made of two values or more. */
    boolean grouped() {
        return n() > 0 && Arrays.stream(groups).allMatch(g -> g.length > 1);
    }

    double[] sums() {
        return Arrays.stream(groups).mapToDouble(g -> Arrays.stream(g).sum()).toArray();
    }

    double[] means() {
        return Arrays.stream(groups).mapToDouble(Values::mean).toArray();
    }

    /** Index of the first point at or after what a rebase names; from 1 up to the last, or else it is not among the points. */
    int from(ChartOptions.Rebase rebase) {
        if (times.length > 0) {
            char[] text = rebase.at().toCharArray();
            long time = TimeForm.YEAR_MONTH_DAY.parse(text, 0, text.length, ZoneOffset.UTC);
            if (time != Column.Times.MISSING) {
                return (int) Arrays.stream(times).filter(t -> t < time).count();
            }
        }
        int named = labels.indexOf(rebase.at());
        if (named >= 0) {
            return named;
        }
        if (rebase.at().matches("\\d{1,9}")) {
            return Integer.parseInt(rebase.at()) - 1;
        }
        throw new BadData(
                "unknown-rebase",
                "Limits are to be drawn anew at \"" + rebase.at() + "\", which is no point of the chart.",
                times.length > 0
                        ? "Give a date such as 2025-03-01."
                        : "Give the number of the first point after it, or name the column of times and give a date.");
    }
}
