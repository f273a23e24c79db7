package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * A comparison with its tests made and its verdicts still open, so that false discovery can be controlled over several comparisons
 * together.
 */
final class Contest {
    private final Comparison.Question question;
    private final List<Sample> all;
    private final List<Sample> ranked;
    private final List<Estimate> estimates;
    private final double[] values;
    private final Draws draws;
    private final double median;
    private final double scale;
    private final double[] pValues;
    /** Null with fewer than two ranked groups. */
    private final RankUncertainty uncertainty;

    private Contest(List<Sample> all, Comparison.Question question) {
        this.question = question;
        this.all = all;
        ranked = all.stream().filter(this::takesPart).toList();
        estimates = Skewness.shared(
                ranked.stream().<Estimate>map(s -> s.estimate().orElseThrow()).toList());
        values = estimates.parallelStream().mapToDouble(Estimate::value).toArray();
        draws = Draws.of(estimates, question.seed());
        median = values.length == 0 ? 0 : Quantile.DEFAULT.of(values, 0.5);
        scale = values.length == 0 ? 0 : Summary.robustScale(Ranks.ascending(values), median);
        pValues = values.length < 2 ? new double[0] : AgainstReference.median(estimates, draws, median);
        uncertainty = values.length < 2
                ? null
                : RankUncertainty.of(
                        values,
                        IntStream.range(0, values.length)
                                .mapToDouble(this::variance)
                                .toArray(),
                        question.direction(),
                        question.level(),
                        question.seed());
    }

    /** Of the error of a figure: known of a mean, of others seen in the draws. */
    private double variance(int i) {
        return estimates.get(i) instanceof MeanEstimate mean
                ? mean.standardError() * mean.standardError()
                : draws.variance(i);
    }

    /** @param samples in the order of their names */
    static Contest of(List<Sample> samples, Comparison.Question question) {
        return new Contest(samples, question);
    }

    private boolean takesPart(Sample sample) {
        return sample.n() >= floor() && sample.estimate().isPresent();
    }

    private String tooFew() {
        return "Not ranked because fewer than " + floor() + " values say too little.";
    }

    /** An extreme quantile needs more values than other figures do. */
    private int floor() {
        OptionalDouble p = question.statistic().quantile();
        return p.isPresent()
                ? Math.max(question.leastRanked(), QuantileEstimate.least(p.getAsDouble()))
                : question.leastRanked();
    }

    Comparison judged() {
        return judged(FalseDiscovery.adjust(pValues));
    }

    /** One for each ranked group, in the order of {@link #ranked}. */
    double[] pValues() {
        return pValues;
    }

    /** Those not ranked too. */
    List<Sample> all() {
        return all;
    }

    List<Sample> ranked() {
        return ranked;
    }

    List<Estimate> estimates() {
        return estimates;
    }

    double[] values() {
        return values;
    }

    Draws draws() {
        return draws;
    }

    /** @param q adjusted p-values, in the order of {@link #pValues} */
    Comparison judged(double[] q) {
        if (values.length < 2) {
            String note = "Not compared because fewer than two groups have at least " + floor() + " values.";
            List<Comparison.Row> rows = all.stream()
                    .map(s -> s.unranked(
                            question,
                            ranked.contains(s) ? "Not ranked because there is nothing to compare it with." : tooFew()))
                    .toList();
            return new Comparison(
                    question,
                    rows,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(note));
        }
        List<String> notes = new ArrayList<>();
        boolean directed = question.direction() != Direction.NONE;
        List<Integer> order = order();
        Comparison.Landmarks landmarks = landmarks();
        List<Comparison.Row> rows = new ArrayList<>(order.parallelStream()
                .map(i -> row(i, values[order.getFirst()], landmarks.top(), q[i]))
                .toList());
        all.stream()
                .filter(s -> !takesPart(s))
                .map(s -> s.unranked(question, tooFew()))
                .forEach(rows::add);
        return new Comparison(
                question,
                List.copyOf(rows),
                directed ? Optional.of(ranked.get(order.getFirst()).name()) : Optional.empty(),
                OptionalDouble.of(median),
                Optional.of(landmarks),
                Optional.of(heterogeneity()),
                difference(notes),
                List.copyOf(notes));
    }

    /** The sort is stable, so equal figures stay in the order of their names. */
    private List<Integer> order() {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, values.length).boxed().toList());
        order.sort(Comparator.comparing(i -> values[i], question.direction()::compare));
        return order;
    }

    private Comparison.Row row(int i, double best, double top, double q) {
        Direction direction = question.direction();
        boolean directed = direction != Direction.NONE;
        Estimate estimate = estimates.get(i);
        double gap = values[i] - median;
        int better = 0;
        int equal = -1;
        for (double v : values) {
            int order = direction.compare(v, values[i]);
            better += order < 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        double worse = values.length - 1.0 - better - equal;
        boolean certain = q <= question.falseDiscoveryRate() && gap != 0;
        return new Comparison.Row(
                ranked.get(i).name(),
                ranked.get(i).n(),
                ranked.get(i).spread(question),
                OptionalDouble.of(values[i]),
                estimate.interval(question.level()),
                directed ? Optional.of(Gap.between(values[i], best)) : Optional.empty(),
                Optional.of(Gap.between(values[i], median)),
                directed ? Optional.of(Gap.between(values[i], top)) : Optional.empty(),
                scale > 0 ? OptionalDouble.of(gap / scale) : OptionalDouble.empty(),
                directed ? OptionalInt.of(1 + better) : OptionalInt.empty(),
                directed
                        ? OptionalDouble.of(100 * (worse + equal / 2.0) / (values.length - 1))
                        : OptionalDouble.empty(),
                OptionalDouble.of(uncertainty.shrunken()[i]),
                directed ? Optional.of(expectedRank(i)) : Optional.empty(),
                certain ? direction.verdict(gap > 0) : Verdict.NOT_DISTINGUISHABLE,
                estimate.untestable().isPresent() ? OptionalDouble.empty() : OptionalDouble.of(q),
                estimate.untestable());
    }

    private Comparison.ExpectedRank expectedRank(int i) {
        double rank = uncertainty.expected()[i];
        double[] interval = uncertainty.intervals()[i];
        return new Comparison.ExpectedRank(rank, interval[0], interval[1], 100 * (rank - 0.5) / values.length);
    }

    private Comparison.Landmarks landmarks() {
        boolean higher = question.direction() == Direction.HIGHER_IS_BETTER;
        double bad = higher || question.direction() == Direction.NONE ? 0.25 : 0.75;
        double[] ascending = Ranks.ascending(values);
        int tenth = Math.max(2, (values.length + 9) / 10);
        double[] best = bad == 0.25
                ? Arrays.copyOfRange(ascending, values.length - tenth, values.length)
                : Arrays.copyOf(ascending, tenth);
        return new Comparison.Landmarks(
                values.length,
                question.quantile().ofSorted(ascending, bad),
                median,
                question.quantile().ofSorted(ascending, 1 - bad),
                Values.mean(best),
                interval(bad),
                interval(0.5),
                interval(1 - bad));
    }

    /** Of a quantile over the groups, these groups given: by the errors of their figures alone. */
    private Interval interval(double p) {
        double[] drawn =
                Ranks.ascending(draws.figure(column -> question.quantile().of(column, p)));
        double tail = (1 - question.level()) / 2;
        return Interval.of(
                Quantile.DEFAULT.ofSorted(drawn, tail),
                Quantile.DEFAULT.ofSorted(drawn, 1 - tail),
                question.level(),
                "bootstrap percentile");
    }

    /** Of two ranked groups or more. */
    Comparison.Heterogeneity heterogeneity() {
        double q = uncertainty.effects().q();
        return new Comparison.Heterogeneity(
                Math.sqrt(uncertainty.effects().tau2()), uncertainty.rankability(), q, differencePValue(q));
    }

    /** Cochran's q with the errors of the variances allowed for (Welch 1951). */
    private double differencePValue(double q) {
        int k = values.length;
        double[] variances = uncertainty.variances();
        double least = Arrays.stream(variances).min().orElseThrow();
        double weights = Arrays.stream(variances).map(v -> least / v).sum();
        double sum = 0;
        for (int i = 0; i < k; i++) {
            double rest = 1 - least / variances[i] / weights;
            sum += rest * rest / (estimates.get(i).n() - 1);
        }
        double f = q / (k - 1) / (1 + 2 * (k - 2) * sum / (k * k - 1.0));
        return FDistribution.of(k - 1.0, (k * k - 1.0) / (3 * sum)).survivalProbability(f);
    }

    private Optional<KruskalWallis> difference(List<String> notes) {
        if (ranked.stream().anyMatch(s -> s.sorted().isEmpty())) {
            return Optional.empty();
        }
        try {
            return Optional.of(KruskalWallis.ofSorted(
                    ranked.stream().map(s -> s.sorted().orElseThrow()).toList()));
        } catch (BadData constant) {
            notes.add("Not tested for any difference because all values are equal.");
            return Optional.empty();
        }
    }
}
