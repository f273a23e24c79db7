package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Lays out where units lie in their funnel: shares by their denominators, rates by their exposures or expectations. */
final class FunnelBlocks {
    private static final int MOST_NAMED = 12;
    private static final double NEAR_ZERO = 0.3;

    /** One unit, of either kind. */
    private record Row(
            String name,
            double count,
            double size,
            OptionalDouble value,
            Interval interval,
            Optional<Funnel> limits,
            Optional<Funnel.Position> position,
            OptionalDouble shrunken,
            Verdict verdict,
            OptionalDouble q,
            Optional<String> note) {}

    private final Document.Builder page;
    private final Amounts amounts;
    private final List<Row> rows;
    private final double target;
    private final String sizeName;

    private FunnelBlocks(Document.Builder page, Amounts amounts, List<Row> rows, double target, String sizeName) {
        this.page = page;
        this.amounts = amounts;
        this.rows = rows;
        this.target = target;
        this.sizeName = sizeName;
    }

    static void add(
            Document.Builder page, CompareReport.FigureReport figure, CompareReport.Funnels funnels, String entity) {
        Amounts amounts = Amounts.of(figure);
        funnels.shares().filter(p -> p.target().isPresent()).ifPresent(p -> {
            List<Row> rows = p.rows().stream()
                    .map(r -> new Row(
                            r.name(),
                            r.numerator(),
                            r.denominator(),
                            r.share(),
                            r.interval(),
                            r.limits(),
                            r.position(),
                            r.shrunken(),
                            r.verdict(),
                            r.q(),
                            r.note()))
                    .toList();
            new FunnelBlocks(page, amounts, rows, p.target().getAsDouble(), "denominator")
                    .all("Share of all", p.dispersion(), p.rankability(), entity, p.notes());
        });
        funnels.rates().ifPresent(p -> {
            List<Row> rows = p.rows().stream()
                    .map(r -> new Row(
                            r.name(),
                            r.observed(),
                            r.expected(),
                            OptionalDouble.of(r.ratio()),
                            r.interval(),
                            r.limits(),
                            r.position(),
                            r.shrunken(),
                            r.verdict(),
                            r.q(),
                            r.note()))
                    .toList();
            new FunnelBlocks(page, amounts, rows, p.target(), "expected")
                    .all("Ratio of all", p.dispersion(), p.rankability(), entity, p.notes());
        });
    }

    private void all(
            String name,
            Optional<Dispersion> dispersion,
            OptionalDouble rankability,
            String entity,
            List<String> notes) {
        page.paragraph(name + ": " + amounts.number(target)
                + dispersion
                        .map(d -> "; over-dispersion phi " + Show.number(d.phi(), 2)
                                + (d.applied() ? ", allowed for" : ", not allowed for"))
                        .orElse("")
                + (rankability.isPresent() ? "; rankability " + Show.number(rankability.getAsDouble(), 2) : "") + ".");
        plot();
        page.table(
                "In the funnel, beside the " + name.toLowerCase(Locale.ROOT),
                List.of(
                        Document.text(entity),
                        Document.number("count"),
                        Document.number(sizeName),
                        Document.number("figure"),
                        Document.text("interval"),
                        Document.text("funnel"),
                        Document.text("verdict"),
                        Document.number("q"),
                        Document.number("shrunken")),
                rows.stream()
                        .map(r -> Document.row(
                                r.name,
                                Show.number(r.count),
                                Show.number(r.size),
                                amounts.number(r.value),
                                amounts.interval(r.interval),
                                r.position.map(FunnelBlocks::words).orElse(Show.NOTHING),
                                Document.verdict(r.verdict),
                                Show.q(r.q),
                                amounts.number(r.shrunken)))
                        .toList());
        page.notes(notes);
        page.notes(rows.stream()
                .filter(r -> r.note.isPresent())
                .map(r -> r.name + ": " + r.note.get())
                .toList());
    }

    static String words(Funnel.Position position) {
        return switch (position) {
            case INSIDE -> "inside";
            case ABOVE_95 -> "above 95 %";
            case BELOW_95 -> "below 95 %";
            case ABOVE_99_8 -> "above 99.8 %";
            case BELOW_99_8 -> "below 99.8 %";
        };
    }

    /** Figures by their sizes, within the limits of chance. */
    private void plot() {
        List<Row> drawn = rows.stream()
                .filter(r -> r.limits.isPresent())
                .sorted(Comparator.comparingDouble(Row::size))
                .toList();
        if (drawn.size() < 2 || drawn.getFirst().size == drawn.getLast().size) {
            return;
        }
        double[] sizes = drawn.stream().mapToDouble(Row::size).toArray();
        List<Row> named = drawn.stream()
                .filter(r -> r.position.get() != Funnel.Position.INSIDE)
                .sorted(Comparator.comparingDouble(r -> r.q.orElse(1)))
                .limit(MOST_NAMED)
                .toList();
        XyPlot plot = XyPlot.titled("Funnel of units by size")
                .axes(sizeName, amounts.axis())
                .level(amounts.place(target), "all", Ink.GOLD)
                .line("99.8 % limits", sizes, each(drawn, Funnel::high998), Ink.MARK, Svg.Stroke.THIN)
                .line("", sizes, each(drawn, Funnel::low998), Ink.MARK, Svg.Stroke.THIN)
                .line("95 % limits", sizes, each(drawn, Funnel::high95), Ink.MARK, Svg.Stroke.DASHED)
                .line("", sizes, each(drawn, Funnel::low95), Ink.MARK, Svg.Stroke.DASHED)
                .dots(drawn.stream()
                        .map(r -> Layer.Dot.of(
                                        r.size,
                                        amounts.place(r.value.getAsDouble()),
                                        Ink.of(r.verdict),
                                        r.name + ": " + amounts.number(r.value) + ", " + sizeName + " "
                                                + Show.number(r.size))
                                .labelled(named.contains(r) ? r.name : ""))
                        .toList());
        if (drawn.getFirst().size < NEAR_ZERO * drawn.getLast().size) {
            plot.xFromZero();
        }
        page.drawing(
                plot,
                "Within the limits a unit may lie by chance alone: outside of the 95 % limits 1 in 20 does,"
                        + " outside of the 99.8 % limits 1 in 500.");
    }

    private double[] each(List<Row> drawn, ToDoubleFunction<Funnel> limit) {
        return drawn.stream()
                .mapToDouble(r -> amounts.place(limit.applyAsDouble(r.limits.get())))
                .toArray();
    }
}
