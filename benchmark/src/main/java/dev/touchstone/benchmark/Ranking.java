package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The groups that have enough values, put in order and judged. */
record Ranking(List<Comparison.Row> rows, Optional<String> best, double median) {

    static Ranking of(List<Sample> samples, Comparison.Question question) {
        List<Estimate> estimates =
                samples.stream().map(s -> s.estimate().orElseThrow()).toList();
        double[] values = estimates.stream().mapToDouble(Estimate::value).toArray();
        AgainstMedian test = AgainstMedian.of(estimates, question.seed());
        double[] q = FalseDiscovery.adjust(test.pValues());
        double scale = Summary.robustScale(Ranks.ascending(values), test.median());
        Direction direction = question.direction();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        // the sort is stable, so equal figures stay in the order of their names
        order.sort(Comparator.comparing(i -> values[i], direction::compare));
        int first = order.getFirst();
        boolean directed = direction != Direction.NONE;
        List<Comparison.Row> rows = order.parallelStream()
                .map(i -> {
                    Estimate estimate = estimates.get(i);
                    double gap = values[i] - test.median();
                    boolean certain = q[i] <= question.falseDiscoveryRate();
                    return new Comparison.Row(
                            samples.get(i).name(),
                            estimate.n(),
                            samples.get(i).spread(question),
                            OptionalDouble.of(values[i]),
                            estimate.interval(question.level()),
                            directed ? Optional.of(Gap.between(values[i], values[first])) : Optional.empty(),
                            Optional.of(Gap.between(values[i], test.median())),
                            scale > 0 ? OptionalDouble.of(gap / scale) : OptionalDouble.empty(),
                            directed ? OptionalInt.of(1 + better(values, i, direction)) : OptionalInt.empty(),
                            certain ? direction.verdict(gap > 0) : Verdict.NOT_DISTINGUISHABLE,
                            estimate.untestable().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(q[i]),
                            estimate.untestable());
                })
                .toList();
        return new Ranking(rows, directed ? Optional.of(samples.get(first).name()) : Optional.empty(), test.median());
    }

    private static int better(double[] values, int of, Direction direction) {
        int count = 0;
        for (double v : values) {
            count += direction.compare(v, values[of]) < 0 ? 1 : 0;
        }
        return count;
    }
}
