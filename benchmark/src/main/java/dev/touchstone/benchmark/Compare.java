package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the report of a comparison: every test first, then one control of false discovery over all of them, then the verdicts. */
final class Compare {
    private final Samples samples;
    private final Optional<LoadReport> load;
    private final CompareOptions options;
    private final Grouping entities;

    private Compare(Samples samples, Optional<LoadReport> load, CompareOptions options) {
        this.samples = samples;
        this.load = load;
        this.options = options;
        this.entities = Grouping.of(samples, List.of(options.entity()));
    }

    static CompareReport report(Samples samples, Optional<LoadReport> load, CompareOptions options) {
        return new Compare(samples, load, options).report();
    }

    private CompareReport report() {
        List<FigureDraft> drafts = options.figures().stream().map(this::draft).toList();
        List<double[]> pValues =
                drafts.stream().flatMap(d -> d.pValues().stream()).toList();
        QValues q = new QValues(pValues);
        List<CompareReport.FigureReport> figures =
                drafts.stream().map(d -> d.judged(q)).toList();
        List<String> notes = new ArrayList<>(load.map(LoadReport::notes).orElse(List.of()));
        return new CompareReport(
                String.join(
                        " ",
                        figures.stream().map(CompareReport.FigureReport::answer).toList()),
                load,
                options,
                figures,
                List.copyOf(notes));
    }

    /** Adjusted p-values of all tests together, handed out in the order in which the tests were listed. */
    static final class QValues {
        private final double[] all;
        private int at;

        QValues(List<double[]> pValues) {
            all = FalseDiscovery.adjust(
                    pValues.stream().flatMapToDouble(Arrays::stream).toArray());
        }

        double[] next(int count) {
            at += count;
            return Arrays.copyOfRange(all, at - count, at);
        }
    }

    private FigureDraft draft(Figure figure) {
        FigureRows rows = FigureRows.of(figure, samples);
        Comparison.Question question = new Comparison.Question(
                rows.figure().statistic(),
                figure.direction(),
                figure.quantile(),
                options.level(),
                options.falseDiscoveryRate(),
                figure.leastRanked(),
                options.seed());
        StratumDraft whole = stratum("all", rows, null, question);
        List<StratumDraft> strata = new ArrayList<>();
        if (!options.by().isEmpty()) {
            Grouping by = Grouping.of(samples, options.by());
            for (int g = 0; g < by.size(); g++) {
                boolean[] keep = new boolean[samples.rows()];
                for (int i = 0; i < keep.length; i++) {
                    keep[i] = by.codes()[i] == g;
                }
                strata.add(stratum(by.names().get(g), rows, keep, question));
            }
            strata.sort(Comparator.comparing(StratumDraft::name));
        }
        ReferenceJudge judge = new ReferenceJudge(samples, entities, rows, question, whole.contest(), options);
        List<ReferenceJudge.Draft> references = new ArrayList<>();
        figure.target().ifPresent(target -> references.add(judge.against(new Reference.Target(target))));
        options.references().forEach(reference -> references.add(judge.against(reference)));
        return new FigureDraft(this, rows, question, whole, strata, references);
    }

    private StratumDraft stratum(String name, FigureRows rows, boolean[] keep, Comparison.Question question) {
        List<Sample> groups = rows.samples(entities, keep, question);
        if (groups.isEmpty()) {
            throw new BadData(
                    "no-rows",
                    "No row has a value of " + rows.figure().name() + " for " + name + ".",
                    "Name columns that hold numbers.");
        }
        Optional<Proportions.Draft> shares = rows.shares()
                ? Optional.of(Proportions.draft(
                        counts(rows, keep), question.direction(), question.level(), question.falseDiscoveryRate()))
                : Optional.empty();
        return new StratumDraft(name, Contest.of(groups, question), shares);
    }

    private List<Count> counts(FigureRows rows, boolean[] keep) {
        boolean[] counted = new boolean[samples.rows()];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = rows.usable()[i] && (keep == null || keep[i]);
        }
        double[][] numerators = entities.split(rows.terms()[0], counted);
        double[][] denominators = entities.split(rows.terms()[1], counted);
        List<Count> counts = new ArrayList<>();
        for (int g = 0; g < entities.size(); g++) {
            if (numerators[g].length > 0) {
                counts.add(FigureRows.count(entities.names().get(g), new double[][] {numerators[g], denominators[g]}));
            }
        }
        return counts;
    }

    /** Comparison of one set of rows, its verdicts still open; shares have their own test. */
    record StratumDraft(String name, Contest contest, Optional<Proportions.Draft> shares) {
        double[] pValues() {
            return shares.isPresent() ? shares.get().pValues() : contest.pValues();
        }

        Optional<Comparison> comparison(double[] q) {
            return shares.isPresent() ? Optional.empty() : Optional.of(contest.judged(q));
        }

        Optional<Proportions> proportions(double[] q) {
            return shares.map(draft -> draft.judged(q));
        }
    }

    Samples samples() {
        return samples;
    }

    Grouping entities() {
        return entities;
    }

    CompareOptions options() {
        return options;
    }

    Optional<LoadReport> load() {
        return load;
    }
}
