package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A group made ready for comparison: its values in order, and its figure. */
record Sample(String name, double[] sorted, Optional<Estimate> estimate) {

    static Sample of(Group group, Comparison.Question question) {
        double[] sorted = Ranks.ascending(group.values());
        return new Sample(
                group.name(), sorted, sorted.length == 0 ? Optional.empty() : Optional.of(estimate(sorted, question)));
    }

    private static Estimate estimate(double[] sorted, Comparison.Question question) {
        OptionalDouble p = question.statistic().quantile();
        return p.isPresent()
                ? new QuantileEstimate(sorted, p.getAsDouble(), question.quantile())
                : MeanEstimate.of(sorted);
    }

    int n() {
        return sorted.length;
    }

    Optional<Comparison.Spread> spread(Comparison.Question question) {
        return n() == 0
                ? Optional.empty()
                : Optional.of(Comparison.Spread.of(Summary.ofSorted(sorted, question.quantile())));
    }

    Comparison.Row unranked(Comparison.Question question, String why) {
        return new Comparison.Row(
                name,
                n(),
                spread(question),
                estimate.map(e -> OptionalDouble.of(e.value())).orElse(OptionalDouble.empty()),
                estimate.map(e -> e.interval(question.level()))
                        .orElseGet(() ->
                                Interval.none(question.level(), "none", "A group without values has no interval.")),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Verdict.NOT_RANKED,
                OptionalDouble.empty(),
                Optional.of(why));
    }
}
