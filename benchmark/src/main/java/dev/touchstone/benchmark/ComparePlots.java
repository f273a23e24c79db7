package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** The drawings of a comparison. */
final class ComparePlots {
    private static final int MOST_TRENDS = 24;

    private ComparePlots() {}

    static void intervals(Document.Builder page, CompareReport.FigureReport figure, Comparison comparison) {
        Amounts amounts = Amounts.of(figure);
        RowPlot plot = RowPlot.titled(figure.name() + " of each unit with its interval")
                .axis(amounts.axis());
        comparison.median().ifPresent(m -> plot.rule(amounts.place(m), "median " + amounts.number(m), Ink.GOLD));
        comparison.rows().stream().filter(r -> r.value().isPresent()).forEach(r -> {
            Ink ink = Ink.of(r.verdict());
            plot.row(
                    r.name(),
                    beside(amounts.number(r.value()), r.verdict()),
                    new RowPlot.Span(
                            amounts.place(r.interval().low()),
                            amounts.place(r.interval().high()),
                            ink),
                    new RowPlot.Dot(amounts.place(r.value().getAsDouble()), ink, r.verdict() == Verdict.NOT_RANKED));
        });
        plot.drawOn(
                page,
                figure.name() + " of each unit with its interval, "
                        + (figure.direction() == Direction.NONE ? "from low to high." : "from best to worst."));
    }

    static void spreads(Document.Builder page, CompareReport.FigureReport figure, Comparison comparison) {
        RowPlot plot = RowPlot.titled("Where the values of each unit lie")
                .axis(Amounts.of(figure).axis());
        comparison.rows().stream().filter(r -> r.spread().isPresent()).forEach(r -> {
            Comparison.Spread s = r.spread().get();
            plot.row(
                    r.name(),
                    "n " + Show.count(r.n()),
                    new RowPlot.Strip(s.q1(), s.q3(), Ink.BAND),
                    new RowPlot.Notch(s.median(), Ink.TEXT),
                    new RowPlot.Dot(s.p90(), Ink.MARK, true));
        });
        plot.drawOn(page, "The middle half of the values of each unit, its median (stroke) and P90 (ring).");
    }

    /** The gap of each unit over time, all drawn alike; those first whose gap changes for certain, then the widest. */
    static void trends(Document.Builder page, CompareReport.FigureReport figure, CompareReport.Trend trend) {
        List<CompareReport.GapTrend> drawn = trend.entities().stream()
                .filter(e -> e.periods().size() > 1)
                .sorted(Comparator.comparing((CompareReport.GapTrend e) -> !changes(e))
                        .thenComparingDouble(
                                e -> -Math.abs(e.periods().getLast().gap())))
                .limit(MOST_TRENDS)
                .toList();
        Amounts amounts = Amounts.of(figure);
        double[] gaps = drawn.stream()
                .flatMap(e -> e.periods().stream())
                .mapToDouble(g -> amounts.place(g.gap()))
                .toArray();
        double low = Math.min(0, DoubleStream.of(gaps).min().orElse(0));
        double high = Math.max(0, DoubleStream.of(gaps).max().orElse(0));
        page.gallery(drawn.stream()
                .map(e -> new Document.Drawing(
                        XyPlot.titled("Gap of " + e.entity() + " to the median over time")
                                .height(110)
                                .upright(low, high)
                                .periods(e.periods().stream()
                                        .map(CompareReport.PeriodGap::period)
                                        .toList())
                                .level(0, "", Ink.GOLD)
                                .line(
                                        "",
                                        e.periods().stream()
                                                .mapToDouble(g -> amounts.place(g.gap()))
                                                .toArray(),
                                        Ink.TEXT,
                                        Svg.Stroke.SOLID),
                        e.entity() + ": " + e.sentence()))
                .toList());
        if (trend.entities().size() > drawn.size() && !drawn.isEmpty()) {
            page.paragraph(
                    "Drawn are " + drawn.size() + " of " + trend.entities().size() + " units; the table has them all.");
        }
    }

    private static boolean changes(CompareReport.GapTrend trend) {
        return trend.slope().isPresent() && !trend.slope().get().interval().contains(0);
    }

    private static String beside(String value, Verdict verdict) {
        return verdict == Verdict.NOT_DISTINGUISHABLE ? value : value + " " + verdict.word();
    }
}
