package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Follows the gap of each unit to the median of the units from period to period, and carries it forward. */
record GapTrends(Compare compare, FigureRows rows, Comparison.Question question) {
    private static final int LEAST_PERIODS = 6;

    Optional<CompareReport.Trend> trend() {
        Optional<String> column = compare.options().time();
        if (column.isEmpty()) {
            return Optional.empty();
        }
        long[] times = compare.samples().times(column.get());
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (long t : times) {
            if (t != Column.Times.MISSING) {
                from = Math.min(from, t);
                to = Math.max(to, t);
            }
        }
        if (from > to) {
            return Optional.empty();
        }
        Period period = compare.options().period().isPresent()
                ? compare.options().period().get()
                : Period.fitting(from, to);
        Map<String, List<Point>> gaps = gaps(times, period);
        return Optional.of(new CompareReport.Trend(
                period,
                gaps.entrySet().stream()
                        .map(e -> trend(e.getKey(), e.getValue(), period))
                        .toList()));
    }

    private record Point(long index, int n, double value, double reference) {
        double gap() {
            return value - reference;
        }
    }

    private Map<String, List<Point>> gaps(long[] times, Period period) {
        Map<Long, Integer> codeOf = new HashMap<>();
        List<long[]> pairs = new ArrayList<>();
        int[] codes = new int[times.length];
        boolean[] timed = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            timed[i] = times[i] != Column.Times.MISSING;
            if (timed[i]) {
                int entity = compare.entities().codes()[i];
                long index = period.index(times[i]);
                codes[i] = codeOf.computeIfAbsent(index * compare.entities().size() + entity, k -> {
                    pairs.add(new long[] {entity, index});
                    return pairs.size() - 1;
                });
            }
        }
        List<String> numbers =
                IntStream.range(0, pairs.size()).mapToObj(String::valueOf).toList();
        TreeMap<Long, Map<String, Sample>> byPeriod = new TreeMap<>();
        for (Sample sample : rows.samples(new Grouping(codes, numbers), timed, question)) {
            long[] pair = pairs.get(Integer.parseInt(sample.name()));
            if (sample.n() >= question.leastRanked() && sample.estimate().isPresent()) {
                byPeriod.computeIfAbsent(pair[1], p -> new TreeMap<>())
                        .put(compare.entities().names().get((int) pair[0]), sample);
            }
        }
        Map<String, List<Point>> gaps = new TreeMap<>();
        byPeriod.forEach((at, units) -> addGaps(at, units, gaps));
        return gaps;
    }

    private static void addGaps(long period, Map<String, Sample> units, Map<String, List<Point>> gaps) {
        if (units.size() < 2) {
            return;
        }
        double[] values = units.values().stream()
                .mapToDouble(s -> s.estimate().orElseThrow().value())
                .toArray();
        double median = Quantile.DEFAULT.of(values, 0.5);
        units.forEach((name, sample) -> gaps.computeIfAbsent(name, n -> new ArrayList<>())
                .add(new Point(
                        period, sample.n(), sample.estimate().orElseThrow().value(), median)));
    }

    private CompareReport.GapTrend trend(String entity, List<Point> points, Period period) {
        List<CompareReport.PeriodGap> periods = points.stream()
                .map(p -> new CompareReport.PeriodGap(period.label(p.index), p.n, p.value, p.reference, p.gap()))
                .toList();
        if (points.size() < LEAST_PERIODS) {
            return new CompareReport.GapTrend(
                    entity,
                    periods,
                    Optional.empty(),
                    Optional.empty(),
                    "Not computed because " + points.size() + " periods are too few for a trend: " + LEAST_PERIODS
                            + " are needed.");
        }
        // counted from the last period, so that the intercept is the gap now
        long last = points.getLast().index;
        TheilSen line = TheilSen.of(
                points.stream().mapToDouble(p -> p.index - last).toArray(),
                points.stream().mapToDouble(Point::gap).toArray(),
                question.level());
        boolean certain = !line.interval().contains(0);
        boolean closing = line.intercept() * line.slope() < 0;
        double periodsLeft = -line.intercept() / line.slope();
        Optional<String> closes = certain && closing && periodsLeft < 1000
                ? Optional.of(period.start(last + (long) Math.ceil(periodsLeft)).toString())
                : Optional.empty();
        return new CompareReport.GapTrend(
                entity, periods, Optional.of(line), closes, sentence(line, certain, closing, closes, period));
    }

    private static String sentence(
            TheilSen line, boolean certain, boolean closing, Optional<String> closes, Period period) {
        if (!certain) {
            return "The gap shows no trend.";
        }
        String by = " by " + Show.number(Math.abs(line.slope())) + " a "
                + period.name().toLowerCase(Locale.ROOT);
        if (!closing) {
            return "The gap widens" + by + ".";
        }
        return "The gap closes" + by
                + (closes.isPresent() ? ", and will be closed by " + closes.get() + " at this pace." : ".");
    }
}
