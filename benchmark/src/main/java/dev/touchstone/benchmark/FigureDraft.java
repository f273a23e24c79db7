package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that a report says of one figure, but the verdicts. */
record FigureDraft(
        Compare compare,
        FigureRows rows,
        Comparison.Question question,
        Compare.StratumDraft whole,
        List<Compare.StratumDraft> strata,
        List<ReferenceJudge.Draft> references,
        OptionalDouble target,
        List<String> notes) {

    /** In the order in which {@link #judged} takes the adjusted ones. */
    List<double[]> pValues() {
        List<double[]> all = new ArrayList<>(whole.pValues());
        strata.forEach(s -> all.addAll(s.pValues()));
        references.forEach(r -> all.add(r.pValues()));
        return all;
    }

    CompareReport.FigureReport judged(Compare.QValues q) {
        CompareReport.Stratum all = whole.judged(q);
        List<CompareReport.Stratum> judgedStrata =
                strata.stream().map(s -> s.judged(q)).toList();
        List<CompareReport.Against> against = new ArrayList<>();
        for (ReferenceJudge.Draft r : references) {
            against.add(r.judged(q.next(r.pValues().length)));
        }
        Figure figure = rows.figure();
        return new CompareReport.FigureReport(
                figure.name(),
                figure.unit(),
                figure.direction(),
                statistic(),
                figure.definition(),
                rows.usable().length - rows.unusable() - rows.trimmed(),
                compare.window(),
                CompareWords.answer(figure, all, rows.shape() instanceof Shape.Share),
                new Gates(compare, rows, whole.contest(), all.funnel()).all(),
                all.comparison(),
                all.funnel(),
                judgedStrata,
                List.copyOf(against),
                target.isPresent() ? Certificates.of(whole.contest(), question, target.getAsDouble()) : List.of(),
                new GapTrends(compare, rows, question).trend(),
                prices(all.comparison()),
                Stream.concat(rows.problems().stream(), notes.stream()).toList());
    }

    private String statistic() {
        boolean overExpected = figure().caseMix()
                .filter(mix -> mix.method() == Figure.CaseMix.Method.OBSERVED_OVER_EXPECTED)
                .isPresent();
        return switch (rows.shape()) {
            case Shape.Share share -> "share";
            case Shape.Rate rate -> overExpected ? "observed over expected" : "rate";
            case Shape.Ratio ratio ->
                overExpected ? "observed over expected" : question.statistic().name();
            case Shape.Formula formula -> "formula";
            case Shape.Values values -> question.statistic().name();
            case Shape.Line line -> question.statistic().name();
            case Shape.Direct direct -> question.statistic().name();
        };
    }

    private Figure figure() {
        return rows.figure();
    }

    /** A gap times what a unit of it is worth times how often it occurs: in each row, or for each unit of the denominator. */
    private List<CompareReport.Price> prices(Comparison comparison) {
        OptionalDouble money = rows.figure().moneyPerUnit();
        if (money.isEmpty() || comparison.landmarks().isEmpty()) {
            return List.of();
        }
        Comparison.Landmarks landmarks = comparison.landmarks().get();
        double sign = question.direction() == Direction.HIGHER_IS_BETTER ? -1 : 1;
        Map<String, Double> sizes = sizes();
        return comparison.rows().stream()
                .filter(row -> row.verdict() != Verdict.NOT_RANKED)
                .map(row -> {
                    double value = row.value().getAsDouble();
                    double worth = sign * money.getAsDouble() * sizes.get(row.name());
                    return new CompareReport.Price(
                            row.name(),
                            Math.max(0, worth * (value - landmarks.median())),
                            Math.max(0, worth * (value - landmarks.top())));
                })
                .toList();
    }

    private Map<String, Double> sizes() {
        boolean denominators =
                rows.figure().basis() instanceof Figure.Ratio || rows.figure().basis() instanceof Figure.Rate;
        double per = rows.shape() instanceof Shape.Rate rate ? rate.per() : 1;
        double[][] split = compare.entities().split(rows.terms()[denominators ? 1 : 0], rows.usable());
        Map<String, Double> sizes = new HashMap<>();
        for (int g = 0; g < split.length; g++) {
            sizes.put(
                    compare.entities().names().get(g), denominators ? FigureRows.sum(split[g]) / per : split[g].length);
        }
        return sizes;
    }

    /** Names of the units that are compared, in the order of {@link Contest#values}. */
    static List<String> names(Contest contest) {
        return IntStream.range(0, contest.ranked().size())
                .mapToObj(i -> contest.ranked().get(i).name())
                .toList();
    }
}
