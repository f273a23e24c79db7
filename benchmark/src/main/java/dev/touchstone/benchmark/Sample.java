package dev.touchstone.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A group made ready for comparison.
 *
 * @param sorted its values in order; absent for ratios
 * @param problem why there is no estimate, if so
 */
record Sample(
        String name,
        int n,
        Optional<double[]> sorted,
        Optional<? extends Estimate> estimate,
        Optional<String> problem) {

    /** @param sorted ascending; owned by the sample from here on */
    static Sample of(String name, double[] sorted, Comparison.Question question) {
        if (sorted.length == 0) {
            return without(name, 0, Optional.of(sorted), "A group without values has no figure.");
        }
        Statistic statistic = question.statistic();
        if (statistic.equals(Statistic.RATIO)) {
            throw new BadData(
                    "wrong-statistic",
                    "A ratio cannot be made of single values.",
                    "Give pairs of numerator and denominator.");
        }
        if (statistic.equals(Statistic.GEOMETRIC_MEAN)) {
            return sorted[0] > 0
                    ? with(name, Optional.of(sorted), GeometricEstimate.of(sorted))
                    : without(
                            name,
                            sorted.length,
                            Optional.of(sorted),
                            "Not computed because a geometric mean needs values above 0, and the least is "
                                    + Words.number(sorted[0]) + ".");
        }
        OptionalDouble p = statistic.quantile();
        return with(
                name,
                Optional.of(sorted),
                p.isPresent()
                        ? new QuantileEstimate(sorted, p.getAsDouble(), question.quantile())
                        : MeanEstimate.of(sorted));
    }

    static Sample of(RatioGroup group) {
        double sum = 0;
        for (double d : group.denominators()) {
            sum += d;
        }
        return sum > 0
                ? with(group.name(), Optional.empty(), RatioEstimate.of(group.numerators(), group.denominators()))
                : without(
                        group.name(),
                        group.denominators().length,
                        Optional.empty(),
                        "Not computed because the denominators sum to 0.");
    }

    static Sample of(Count count) {
        return count.denominator() > 0
                ? with(count.name(), Optional.empty(), new ShareEstimate(count))
                : without(count.name(), 0, Optional.empty(), "Not computed because the denominator is 0.");
    }

    static Sample of(String name, int n, Optional<FormulaEstimate> estimate) {
        return estimate.isPresent()
                ? with(name, Optional.empty(), estimate.get())
                : without(name, n, Optional.empty(), "Not computed because its formula divides by 0.");
    }

    static Sample of(String name, long count, double exposure, double per) {
        return exposure > 0
                ? with(name, Optional.empty(), new RateEstimate(count, exposure / per, (int)
                        Math.min(Integer.MAX_VALUE, exposure)))
                : without(name, 0, Optional.empty(), "Not computed because the exposure is 0.");
    }

    static Sample of(String name, Optional<LeastSquares> line, int n, Shape.Line part) {
        if (line.isEmpty()) {
            return without(
                    name,
                    n,
                    Optional.empty(),
                    "Not computed because a line needs four rows or more whose values on its axis differ.");
        }
        ErrorEstimate estimate = part.part().equals(Statistic.SLOPE)
                ? line.get().rise()
                : line.get().at(part.part().equals(Statistic.INTERCEPT) ? 0 : part.at());
        return with(name, Optional.empty(), estimate);
    }

    static Sample of(String name, int n, DirectStandard.Result result) {
        return result.estimate().isPresent()
                ? with(name, Optional.empty(), result.estimate().get())
                : without(name, n, Optional.empty(), result.problem().orElseThrow());
    }

    private static Sample with(String name, Optional<double[]> sorted, Estimate estimate) {
        return new Sample(name, estimate.n(), sorted, Optional.of(estimate), Optional.empty());
    }

    private static Sample without(String name, int n, Optional<double[]> sorted, String problem) {
        return new Sample(name, n, sorted, Optional.empty(), Optional.of(problem));
    }

    Optional<Comparison.Spread> spread(Comparison.Question question) {
        return sorted.filter(x -> x.length > 0)
                .map(x -> Comparison.Spread.of(Summary.ofSorted(x, question.quantile())));
    }

    Comparison.Row unranked(Comparison.Question question, String why) {
        String note = problem.orElse(why);
        return new Comparison.Row(
                name,
                n,
                spread(question),
                estimate.isPresent() ? OptionalDouble.of(estimate.get().value()) : OptionalDouble.empty(),
                estimate.isPresent()
                        ? estimate.get().interval(question.level())
                        : Interval.none(question.level(), "none", note),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Verdict.NOT_RANKED,
                OptionalDouble.empty(),
                Optional.of(note));
    }
}
