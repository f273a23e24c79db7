package dev.touchstone.benchmark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
        List<String> notes = new ArrayList<>(load.map(LoadReport::notes).orElse(List.of()));
        List<FigureDraft> drafts = drafts(notes);
        List<double[]> pValues =
                drafts.stream().flatMap(d -> d.pValues().stream()).toList();
        QValues q = new QValues(pValues);
        List<CompareReport.FigureReport> figures =
                drafts.stream().map(d -> d.judged(q)).toList();
        return new CompareReport(
                String.join(
                        " ",
                        figures.stream().map(CompareReport.FigureReport::answer).toList()),
                load,
                options,
                figures,
                List.copyOf(notes));
    }

    /** One figure that cannot be computed is refused; among several it is noted, and the others are shown. */
    private List<FigureDraft> drafts(List<String> notes) {
        List<FigureDraft> drafts = new ArrayList<>();
        BadData first = null;
        for (Figure figure : options.figures()) {
            try {
                drafts.add(draft(figure));
            } catch (BadData bad) {
                first = first == null ? bad : first;
                notes.add(figure.name() + " was left out: " + bad.getMessage());
            }
        }
        if (drafts.isEmpty()) {
            throw first;
        }
        return drafts;
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
        List<String> notes = new ArrayList<>();
        List<StratumDraft> strata = strata(rows, question, notes);
        ReferenceJudge judge = new ReferenceJudge(samples, entities, rows, question, whole.contest(), options);
        List<ReferenceJudge.Draft> references = new ArrayList<>();
        OptionalDouble target = target(figure);
        target.ifPresent(value -> references.add(judge.against(new Reference.Target(value))));
        options.references().forEach(reference -> references.add(judge.against(reference)));
        return new FigureDraft(this, rows, question, whole, strata, references, target, notes);
    }

    private List<StratumDraft> strata(FigureRows rows, Comparison.Question question, List<String> notes) {
        List<StratumDraft> strata = new ArrayList<>();
        if (options.by().isEmpty()) {
            return strata;
        }
        Grouping by = Grouping.of(samples, options.by());
        for (int g = 0; g < by.size(); g++) {
            boolean[] keep = new boolean[samples.rows()];
            boolean any = false;
            for (int i = 0; i < keep.length; i++) {
                keep[i] = by.codes()[i] == g && rows.usable()[i];
                any |= keep[i];
            }
            if (any) {
                strata.add(stratum(by.names().get(g), rows, keep, question));
            } else {
                notes.add("Not compared for " + by.names().get(g) + " because no row of it has a value.");
            }
        }
        strata.sort((a, b) -> Grouping.compareNames(a.name(), b.name()));
        return strata;
    }

    /** The target at the end of the data. */
    private OptionalDouble target(Figure figure) {
        Optional<CompareReport.Window> window = window();
        return window.isEmpty()
                ? figure.targets().last()
                : figure.targets().on(LocalDate.ofInstant(window.get().to(), ZoneOffset.UTC));
    }

    /** First and last time of the data. */
    Optional<CompareReport.Window> window() {
        if (options.time().isEmpty()) {
            return Optional.empty();
        }
        long[] times = samples.times(options.time().get());
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (long t : times) {
            if (t != Column.Times.MISSING) {
                from = Math.min(from, t);
                to = Math.max(to, t);
            }
        }
        return from > to
                ? Optional.empty()
                : Optional.of(new CompareReport.Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
    }

    private StratumDraft stratum(String name, FigureRows rows, boolean[] keep, Comparison.Question question) {
        List<Sample> groups = rows.samples(entities, keep, question);
        Contest contest = Contest.of(groups, question);
        return switch (rows.shape()) {
            case Shape.Share share -> new StratumDraft(name, contest, shares(rows, keep, question), Optional.empty());
            case Shape.Rate rate ->
                new StratumDraft(name, contest, Optional.empty(), rates(rows, keep, rate.per(), question));
            case Shape.Ratio ratio
            when ratio.counted() -> new StratumDraft(name, contest, Optional.empty(), rates(rows, keep, 1, question));
            default -> new StratumDraft(name, contest, Optional.empty(), Optional.empty());
        };
    }

    private Optional<Proportions.Draft> shares(FigureRows rows, boolean[] keep, Comparison.Question question) {
        double[][][] split = rows.split(entities, keep);
        List<Count> counts = IntStream.range(0, entities.size())
                .filter(g -> split[0][g].length > 0)
                .mapToObj(g -> FigureRows.count(entities.names().get(g), FigureRows.mine(split, g)))
                .toList();
        return Optional.of(Proportions.draft(
                counts, question.direction(), question.level(), question.falseDiscoveryRate(), options.dispersion()));
    }

    private Optional<Rates.Draft> rates(FigureRows rows, boolean[] keep, double per, Comparison.Question question) {
        double[][][] split = rows.split(entities, keep);
        List<Rates.Unit> units = IntStream.range(0, entities.size())
                .filter(g -> FigureRows.sum(split[1][g]) > 0)
                .mapToObj(g -> new Rates.Unit(
                        entities.names().get(g),
                        Math.round(FigureRows.sum(split[0][g])),
                        FigureRows.sum(split[1][g]) / per))
                .toList();
        return units.isEmpty()
                ? Optional.empty()
                : Optional.of(Rates.draft(
                        units,
                        question.direction(),
                        question.level(),
                        question.falseDiscoveryRate(),
                        options.dispersion()));
    }

    /** Comparison of one set of rows, its verdicts still open; what was counted has a funnel too. */
    record StratumDraft(String name, Contest contest, Optional<Proportions.Draft> shares, Optional<Rates.Draft> rates) {
        /** Of the comparison, then of the funnel. */
        List<double[]> pValues() {
            List<double[]> all = new ArrayList<>();
            all.add(contest.pValues());
            shares.ifPresent(draft -> all.add(draft.pValues()));
            rates.ifPresent(draft -> all.add(draft.pValues()));
            return all;
        }

        CompareReport.Stratum judged(QValues q) {
            Comparison comparison = contest.judged(q.next(contest.pValues().length));
            Optional<Proportions> proportions = shares.map(draft -> draft.judged(q.next(draft.pValues().length)));
            Optional<Rates> counted = rates.map(draft -> draft.judged(q.next(draft.pValues().length)));
            CompareReport.Funnels funnel = new CompareReport.Funnels(proportions, counted);
            return new CompareReport.Stratum(name, funnel.allowedFor(comparison), funnel);
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
