package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The drawings of a comparison. */
final class ComparePlots {
    private static final int MOST_TRENDS = 24;
    private static final int MOST_NAMED = 12;

    private ComparePlots() {}

    static void intervals(Document.Builder page, CompareReport.FigureReport figure, Comparison comparison) {
        RowPlot plot = RowPlot.titled(figure.name() + " of each unit with its interval")
                .axis(axis(figure));
        comparison.median().ifPresent(m -> plot.rule(m, "median " + Show.number(m), Ink.GOLD));
        comparison.rows().stream().filter(r -> r.value().isPresent()).forEach(r -> {
            Ink ink = Ink.of(r.verdict());
            plot.row(
                    r.name(),
                    beside(Show.number(r.value()), r.verdict()),
                    new RowPlot.Span(r.interval().low(), r.interval().high(), ink),
                    new RowPlot.Dot(r.value().getAsDouble(), ink, r.verdict() == Verdict.NOT_RANKED));
        });
        plot.drawOn(
                page,
                figure.name() + " of each unit with its interval, "
                        + (figure.direction() == Direction.NONE ? "from low to high." : "from best to worst."));
    }

    static void spreads(Document.Builder page, CompareReport.FigureReport figure, Comparison comparison) {
        RowPlot plot = RowPlot.titled("Where the values of each unit lie").axis(axis(figure));
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

    static void shares(Document.Builder page, CompareReport.FigureReport figure, Proportions proportions) {
        RowPlot plot = RowPlot.titled("Share of each unit with its interval").axis(figure.name() + ", %");
        proportions.target().ifPresent(t -> plot.rule(100 * t, "all " + Show.percent(t), Ink.GOLD));
        proportions.rows().stream().filter(r -> r.share().isPresent()).forEach(r -> {
            Ink ink = Ink.of(r.verdict());
            plot.row(
                    r.name(),
                    beside(Show.percent(r.share()), r.verdict()),
                    new RowPlot.Span(
                            hundredfold(r.interval().low()),
                            hundredfold(r.interval().high()),
                            ink),
                    new RowPlot.Dot(100 * r.share().getAsDouble(), ink, r.verdict() == Verdict.NOT_RANKED));
        });
        plot.drawOn(page, "Share of each unit with its interval, from high to low.");
    }

    /** Shares by the size of their denominators, within the limits of chance. */
    static void funnel(Document.Builder page, CompareReport.FigureReport figure, Proportions proportions) {
        List<Proportions.Row> rows = proportions.rows().stream()
                .filter(r -> r.limits().isPresent())
                .sorted(Comparator.comparingLong(Proportions.Row::denominator))
                .toList();
        if (rows.size() < 2 || rows.getFirst().denominator() == rows.getLast().denominator()) {
            return;
        }
        double[] sizes = rows.stream().mapToDouble(Proportions.Row::denominator).toArray();
        List<Funnel> limits = rows.stream().map(r -> r.limits().get()).toList();
        List<Proportions.Row> named = rows.stream()
                .filter(r -> r.position().get() != Funnel.Position.INSIDE)
                .sorted(Comparator.comparingDouble(r -> r.q().orElse(1)))
                .limit(MOST_NAMED)
                .toList();
        XyPlot plot = XyPlot.titled("Funnel of shares by size")
                .axes("denominator", figure.name() + ", %")
                .xFromZero()
                .level(100 * proportions.target().getAsDouble(), "all", Ink.GOLD)
                .line("99.8 % limits", sizes, each(limits, Funnel::high998), Ink.MARK, Svg.Stroke.THIN)
                .line("", sizes, each(limits, Funnel::low998), Ink.MARK, Svg.Stroke.THIN)
                .line("95 % limits", sizes, each(limits, Funnel::high95), Ink.MARK, Svg.Stroke.DASHED)
                .line("", sizes, each(limits, Funnel::low95), Ink.MARK, Svg.Stroke.DASHED)
                .dots(rows.stream()
                        .map(r -> Layer.Dot.of(
                                        r.denominator(),
                                        100 * r.share().getAsDouble(),
                                        Ink.of(r.verdict()),
                                        r.name() + ": " + Show.percent(r.share()) + " of "
                                                + Show.count(r.denominator()))
                                .labelled(named.contains(r) ? Svg.fitting(r.name(), 120) : ""))
                        .toList());
        page.drawing(
                plot,
                "Within the limits a unit may lie by chance alone: outside of the 95 % limits 1 in 20 does,"
                        + " outside of the 99.8 % limits 1 in 500.");
    }

    private static double[] each(List<Funnel> limits, ToDoubleFunction<Funnel> limit) {
        return limits.stream().mapToDouble(f -> 100 * limit.applyAsDouble(f)).toArray();
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
        double[] gaps = drawn.stream()
                .flatMap(e -> e.periods().stream())
                .mapToDouble(CompareReport.PeriodGap::gap)
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
                                                .mapToDouble(CompareReport.PeriodGap::gap)
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

    private static String axis(CompareReport.FigureReport figure) {
        return figure.name() + (figure.unit().isEmpty() ? "" : ", " + figure.unit());
    }

    private static OptionalDouble hundredfold(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : share;
    }
}
