package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** All that a report says of one figure, but the verdicts. */
record FigureDraft(
        Compare compare,
        FigureRows rows,
        Comparison.Question question,
        Compare.StratumDraft whole,
        List<Compare.StratumDraft> strata,
        List<ReferenceJudge.Draft> references) {

    /** In the order in which {@link #judged} takes the adjusted ones. */
    List<double[]> pValues() {
        List<double[]> all = new ArrayList<>();
        all.add(whole.pValues());
        strata.forEach(s -> all.add(s.pValues()));
        references.forEach(r -> all.add(r.pValues()));
        return all;
    }

    CompareReport.FigureReport judged(Compare.QValues q) {
        double[] main = q.next(whole.pValues().length);
        Optional<Comparison> comparison = whole.comparison(main);
        Optional<Proportions> proportions = whole.proportions(main);
        List<CompareReport.Stratum> judgedStrata = new ArrayList<>();
        for (Compare.StratumDraft s : strata) {
            double[] mine = q.next(s.pValues().length);
            judgedStrata.add(new CompareReport.Stratum(s.name(), s.comparison(mine), s.proportions(mine)));
        }
        List<CompareReport.Against> against = new ArrayList<>();
        for (ReferenceJudge.Draft r : references) {
            against.add(r.judged(q.next(r.pValues().length)));
        }
        Figure figure = rows.figure();
        return new CompareReport.FigureReport(
                figure.name(),
                figure.unit(),
                figure.direction(),
                rows.shares() ? "share" : question.statistic().name(),
                rows.usable().length - rows.unusable(),
                CompareWords.answer(figure, comparison, proportions),
                new Gates(compare, rows, whole.contest(), proportions).all(),
                comparison,
                proportions,
                List.copyOf(judgedStrata),
                List.copyOf(against),
                new GapTrends(compare, rows, question).trend(),
                prices(comparison),
                rows.problems());
    }

    /** A gap times what a unit of it is worth times the rows it occurs in. */
    private List<CompareReport.Price> prices(Optional<Comparison> comparison) {
        OptionalDouble money = rows.figure().moneyPerUnit();
        if (money.isEmpty()
                || comparison.isEmpty()
                || comparison.get().landmarks().isEmpty()) {
            return List.of();
        }
        Comparison.Landmarks landmarks = comparison.get().landmarks().get();
        double sign = question.direction() == Direction.HIGHER_IS_BETTER ? -1 : 1;
        return comparison.get().rows().stream()
                .filter(row -> row.verdict() != Verdict.NOT_RANKED)
                .map(row -> {
                    double value = row.value().getAsDouble();
                    double worth = sign * money.getAsDouble() * row.n();
                    return new CompareReport.Price(
                            row.name(),
                            Math.max(0, worth * (value - landmarks.median())),
                            Math.max(0, worth * (value - landmarks.top())));
                })
                .toList();
    }

    /** Names of the units that are compared, in the order of {@link Contest#values}. */
    static List<String> names(Contest contest) {
        return IntStream.range(0, contest.ranked().size())
                .mapToObj(i -> contest.ranked().get(i).name())
                .toList();
    }
}
