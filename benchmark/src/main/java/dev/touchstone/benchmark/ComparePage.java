package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lays out the report of a comparison. */
final class ComparePage {
    private final CompareReport report;
    private final Document.Builder page = Document.builder();

    private ComparePage(CompareReport report) {
        this.report = report;
    }

    static Document of(CompareReport report) {
        return new ComparePage(report).document();
    }

    private Document document() {
        for (CompareReport.FigureReport figure : report.figures()) {
            figure(figure);
        }
        report.load().ifPresentOrElse(page::load, () -> page.notes(report.notes()));
        String names = String.join(
                ", ",
                report.figures().stream().map(CompareReport.FigureReport::name).toList());
        return page.build(names + " by " + report.options().entity(), report.answer());
    }

    private void figure(CompareReport.FigureReport figure) {
        page.heading(figure.name());
        if (report.figures().size() > 1) {
            page.paragraph(figure.answer());
        }
        page.paragraph(Show.count(figure.rows()) + (figure.rows() == 1 ? " row, " : " rows, ")
                + direction(figure.direction()) + ", intervals of "
                + Words.percent(report.options().level())
                + (figure.unit().isEmpty() ? "." : ", in " + figure.unit() + "."));
        page.table(
                "Is the comparison fair?",
                List.of(Document.text("check"), Document.text("result"), Document.text("why")),
                figure.gates().stream()
                        .map(g -> Document.row(g.name(), Document.gate(g), g.sentence()))
                        .toList());
        comparison(figure, figure.comparison(), figure.trend());
        FunnelBlocks.add(page, figure, figure.funnel(), report.options().entity());
        page.notes(figure.notes());
        certificates(figure);
        figure.references().forEach(reference -> reference(figure, reference));
        figure.trend().ifPresent(t -> trend(figure, t));
        strata(figure);
    }

    private static String direction(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> "higher is better";
            case LOWER_IS_BETTER -> "lower is better";
            case NONE -> "neither high nor low is better";
        };
    }

    private void comparison(
            CompareReport.FigureReport figure, Comparison comparison, Optional<CompareReport.Trend> trend) {
        ComparePlots.intervals(page, figure, comparison);
        comparison.landmarks().ifPresent(l -> landmarks(figure, l));
        standing(figure, comparison);
        ComparePlots.spreads(page, figure, comparison);
        certainty(figure, trend, comparison);
        comparison
                .heterogeneity()
                .ifPresent(h -> page.paragraph("True figures differ by a standard deviation of "
                        + Amounts.of(figure).number(h.sd()) + "; rankability " + Show.number(h.rankability(), 2)
                        + ", test of no differences p "
                        + Show.q(OptionalDouble.of(h.pValue())) + "."));
        page.notes(comparison.notes());
    }

    private void landmarks(CompareReport.FigureReport figure, Comparison.Landmarks l) {
        boolean directed = figure.direction() != Direction.NONE;
        Amounts amounts = Amounts.of(figure);
        page.table(
                "Where " + l.groups() + " units stand",
                List.of(Document.text(""), Document.number("figure"), Document.text("interval")),
                List.of(
                        Document.row(
                                directed ? "bottom (worse quartile)" : "lower quartile",
                                amounts.number(l.bottom()),
                                amounts.interval(l.bottomInterval())),
                        Document.row("median", amounts.number(l.median()), amounts.interval(l.medianInterval())),
                        Document.row(
                                directed ? "top (better quartile)" : "upper quartile",
                                amounts.number(l.top()),
                                amounts.interval(l.topInterval())),
                        Document.row(
                                directed ? "mean of the best tenth" : "mean of the highest tenth",
                                amounts.number(l.bestTenth()),
                                Show.NOTHING)));
    }

    private void standing(CompareReport.FigureReport figure, Comparison comparison) {
        Amounts amounts = Amounts.of(figure);
        List<Document.Column> columns = new ArrayList<>(List.of(
                Document.text(report.options().entity()),
                Document.number("n"),
                Document.number(figure.statistic()),
                Document.text("interval"),
                Document.number("gap to median"),
                Document.number("%"),
                Document.text("verdict"),
                Document.number("q"),
                Document.number("robust z"),
                Document.number("percentile rank")));
        List<List<Document.Cell>> rows = new ArrayList<>();
        for (Comparison.Row r : comparison.rows()) {
            List<Document.Cell> row = Document.row(
                    r.name(),
                    Show.count(r.n()),
                    amounts.number(r.value()),
                    amounts.interval(r.interval()),
                    r.gapToMedian().map(g -> amounts.gap(g.units())).orElse(Show.NOTHING),
                    r.gapToMedian().map(g -> percentOf(g)).orElse(Show.NOTHING),
                    Document.verdict(r.verdict()),
                    Show.q(r.q()),
                    r.robustZ().isPresent() ? Show.number(r.robustZ().getAsDouble(), 2) : Show.NOTHING,
                    r.percentileRank().isPresent()
                            ? Show.number(r.percentileRank().getAsDouble(), 1)
                            : Show.NOTHING);
            rows.add(row);
        }
        page.table(columns, rows);
        page.notes(comparison.rows().stream()
                .filter(r -> r.note().isPresent())
                .map(r -> r.name() + ": " + r.note().get())
                .toList());
    }

    private static String money(double worth) {
        return Show.number(worth, Math.abs(worth) < 100 ? 2 : 0);
    }

    private static String percentOf(Gap gap) {
        if (gap.percent().isEmpty()) {
            return Show.NOTHING;
        }
        double percent = gap.percent().getAsDouble();
        return (percent > 0 ? "+" : "") + Show.number(percent, 1);
    }

    /** What is to be expected of each unit once chance is allowed for, and where its gap is going. */
    private void certainty(
            CompareReport.FigureReport figure, Optional<CompareReport.Trend> trend, Comparison comparison) {
        Amounts amounts = Amounts.of(figure);
        Map<String, String> sentences = new HashMap<>();
        trend.ifPresent(t -> t.entities().forEach(e -> sentences.put(e.entity(), e.sentence())));
        Map<String, CompareReport.Price> prices = new HashMap<>();
        figure.prices().forEach(p -> prices.put(p.entity(), p));
        boolean priced = !prices.isEmpty() && comparison == figure.comparison();
        List<Document.Column> columns =
                new ArrayList<>(List.of(Document.text(report.options().entity()), Document.number("gap to top")));
        if (priced) {
            columns.add(Document.number("worth to median"));
            columns.add(Document.number("worth to top"));
        }
        columns.addAll(List.of(
                Document.number("shrunken"),
                Document.number("rank"),
                Document.number("expected rank"),
                Document.text("interval of the rank")));
        if (!sentences.isEmpty()) {
            columns.add(Document.text("trend of the gap"));
        }
        List<List<Document.Cell>> rows = new ArrayList<>();
        for (Comparison.Row r : comparison.rows()) {
            if (r.shrunken().isEmpty()) {
                continue;
            }
            List<Document.Cell> row = Document.row(
                    r.name(), r.gapToTop().map(g -> amounts.gap(g.units())).orElse(Show.NOTHING));
            if (priced) {
                Optional<CompareReport.Price> price = Optional.ofNullable(prices.get(r.name()));
                row.add(Document.Cell.of(price.map(p -> money(p.toMedian())).orElse(Show.NOTHING)));
                row.add(Document.Cell.of(price.map(p -> money(p.toTop())).orElse(Show.NOTHING)));
            }
            row.addAll(Document.row(
                    amounts.number(r.shrunken()),
                    r.rank().isPresent() ? r.rank().getAsInt() : Show.NOTHING,
                    expected(r.expectedRank()),
                    ranks(r.expectedRank())));
            if (!sentences.isEmpty()) {
                row.add(Document.Cell.of(sentences.getOrDefault(r.name(), Show.NOTHING)));
            }
            rows.add(row);
        }
        page.table("What there is to gain, and what ranks are worth once chance is allowed for", columns, rows);
    }

    private static String expected(Optional<Comparison.ExpectedRank> rank) {
        return rank.map(r -> Show.number(r.value(), 1)).orElse(Show.NOTHING);
    }

    private static String ranks(Optional<Comparison.ExpectedRank> rank) {
        return rank.map(r -> Show.interval(r.low(), r.high())).orElse(Show.NOTHING);
    }

    private void certificates(CompareReport.FigureReport figure) {
        page.table(
                "Is the target shown to be reached?",
                List.of(
                        Document.text(report.options().entity()),
                        Document.number("target"),
                        Document.number("n"),
                        Document.number("misses"),
                        Document.number("allowed"),
                        Document.text("shown"),
                        Document.text("why")),
                figure.certificates().stream()
                        .map(c -> Document.row(
                                c.entity(),
                                Show.number(c.target()),
                                Show.count(c.n()),
                                Show.count(c.misses()),
                                c.allowed().isPresent() ? Show.count(c.allowed().getAsInt()) : Show.NOTHING,
                                certificate(c.status()),
                                c.sentence()))
                        .toList());
    }

    private static Document.Cell certificate(CompareReport.Certification status) {
        return switch (status) {
            case CERTIFIED -> new Document.Cell("yes", Document.Tone.GOOD);
            case NOT_CERTIFIED -> new Document.Cell("no", Document.Tone.BAD);
            case TOO_FEW -> new Document.Cell("too few values", Document.Tone.ATTENTION);
        };
    }

    private void reference(CompareReport.FigureReport figure, CompareReport.Against against) {
        page.table(
                "Against the " + against.reference(),
                List.of(
                        Document.text(report.options().entity()),
                        Document.number("figure"),
                        Document.number("reference"),
                        Document.number("gap"),
                        Document.number("%"),
                        Document.text("verdict"),
                        Document.number("q"),
                        Document.text("peers")),
                against.standings().stream()
                        .map(s -> Document.row(
                                s.entity(),
                                Amounts.of(figure).number(s.value()),
                                Amounts.of(figure).number(s.reference()),
                                s.gap()
                                        .map(g -> Amounts.of(figure).gap(g.units()))
                                        .orElse(Show.NOTHING),
                                s.gap().map(ComparePage::percentOf).orElse(Show.NOTHING),
                                Document.verdict(s.verdict()),
                                Show.q(s.q()),
                                s.peers().isEmpty() ? Show.NOTHING : String.join(", ", s.peers())))
                        .toList());
        page.notes(against.notes());
    }

    private void trend(CompareReport.FigureReport figure, CompareReport.Trend trend) {
        page.heading("The gap to the median over time");
        ComparePlots.trends(page, figure, trend);
        page.table(
                "",
                List.of(
                        Document.text(report.options().entity()),
                        Document.number("periods"),
                        Document.number("slope"),
                        Document.text("closed by"),
                        Document.text("trend")),
                trend.entities().stream()
                        .map(e -> Document.row(
                                e.entity(),
                                e.periods().size(),
                                e.slope()
                                        .map(s -> Amounts.of(figure).gap(s.slope()))
                                        .orElse(Show.NOTHING),
                                e.closes().orElse(Show.NOTHING),
                                e.sentence()))
                        .toList());
    }

    private void strata(CompareReport.FigureReport figure) {
        for (CompareReport.Stratum stratum : figure.strata()) {
            page.heading(
                    figure.name() + ", " + String.join(", ", report.options().by()) + " " + stratum.name());
            comparison(figure, stratum.comparison(), Optional.empty());
            FunnelBlocks.add(page, figure, stratum.funnel(), report.options().entity());
        }
    }
}
