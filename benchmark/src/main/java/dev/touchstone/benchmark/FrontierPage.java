package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Lays out the report of a frontier. */
final class FrontierPage {
    private final FrontierReport report;
    private final List<FrontierReport.Unit> byEfficiency;
    private final Document.Builder page = Document.builder();

    private FrontierPage(FrontierReport report) {
        this.report = report;
        // efficient units by their lead, which tells them apart
        this.byEfficiency = report.units().stream()
                .sorted(Comparator.comparingDouble((FrontierReport.Unit u) -> -u.efficiency())
                        .thenComparing(u -> -u.superEfficiency().orElse(Double.MAX_VALUE))
                        .thenComparing(FrontierReport.Unit::name))
                .toList();
    }

    static Document of(FrontierReport report) {
        return new FrontierPage(report).document();
    }

    private Document document() {
        FrontierOptions options = report.options();
        page.paragraph("Inputs: " + String.join(", ", options.inputs()) + ". Outputs: "
                + String.join(", ", options.outputs()) + ". "
                + returns(options.question().returns()) + ", "
                + (options.question().orientation() == Orientation.INPUT
                        ? "by how much inputs could shrink."
                        : "by how much outputs could grow."));
        page.table(
                "Is the comparison fair?",
                List.of(Document.text("check"), Document.text("result"), Document.text("why")),
                report.gates().stream()
                        .map(g -> Document.row(g.name(), Document.gate(g), g.sentence()))
                        .toList());
        drawings();
        scores();
        targets();
        page.notes(report.notes());
        page.notes(byEfficiency.stream()
                .filter(u -> u.note().isPresent())
                .map(u -> u.name() + ": " + u.note().get())
                .toList());
        report.load().ifPresent(page::load);
        return page.build(
                "Frontier of " + String.join(", ", options.outputs()) + " from " + String.join(", ", options.inputs()),
                report.answer());
    }

    private static String returns(Returns returns) {
        return switch (returns) {
            case CRS -> "Constant returns to scale";
            case VRS -> "Variable returns to scale";
            case NIRS -> "Non-increasing returns to scale";
            case NDRS -> "Non-decreasing returns to scale";
            case FDH -> "Free disposal hull";
        };
    }

    private void drawings() {
        RowPlot plot = RowPlot.titled("Efficiency of each unit").axis("efficiency");
        for (FrontierReport.Unit u : byEfficiency) {
            List<RowPlot.Mark> marks = new ArrayList<>();
            marks.add(new RowPlot.Bar(u.efficiency(), u.efficient() ? Ink.GOOD : Ink.MARK));
            u.bootstrap().ifPresent(b -> {
                marks.add(new RowPlot.Span(b.lower(), b.upper(), Ink.TEXT));
                marks.add(new RowPlot.Dot(b.efficiency(), Ink.TEXT, false));
            });
            plot.row(u.name(), Show.number(u.efficiency(), 3), marks.toArray(RowPlot.Mark[]::new));
        }
        boolean drawn = report.units().stream().anyMatch(u -> u.bootstrap().isPresent());
        plot.drawOn(
                page,
                "Efficiency of each unit, 1 on the frontier"
                        + (drawn ? "; dots with intervals are free of bias, by the bootstrap." : "."));
        if (report.options().inputs().size() == 1 && report.options().outputs().size() == 1) {
            scatter(
                    report.options().inputs().getFirst(),
                    report.options().outputs().getFirst());
        }
    }

    private void scatter(String input, String output) {
        XyPlot plot = XyPlot.titled("Units by " + input + " and " + output)
                .axes(input, output)
                .xFromZero()
                .fromZero();
        List<FrontierReport.Unit> best = byEfficiency.stream()
                .filter(FrontierReport.Unit::efficient)
                .sorted(Comparator.comparingDouble(u -> u.actual().get(input)))
                .toList();
        if (report.options().question().returns() == Returns.VRS) {
            plot.line("", each(best, input), each(best, output), Ink.GOLD, Svg.Stroke.SOLID);
        }
        plot.dots(byEfficiency.stream()
                .map(u -> Layer.Dot.of(
                                u.actual().get(input),
                                u.actual().get(output),
                                u.efficient() ? Ink.GOOD : Ink.MARK,
                                u.name() + ": " + Show.number(u.efficiency(), 3))
                        .labelled(u.name()))
                .toList());
        page.drawing(plot, "Each unit by what it uses and makes; efficient ones are green.");
    }

    private static double[] each(List<FrontierReport.Unit> units, String column) {
        return units.stream().mapToDouble(u -> u.actual().get(column)).toArray();
    }

    private void scores() {
        boolean corrected = report.units().stream().anyMatch(u -> u.bootstrap().isPresent());
        boolean scaled = report.units().stream().anyMatch(u -> u.scale().isPresent());
        List<Document.Column> columns = new ArrayList<>(
                List.of(Document.text(report.options().entity().orElse("unit")), Document.number("efficiency")));
        if (corrected) {
            columns.add(Document.number("free of bias"));
            columns.add(Document.text("interval"));
        }
        columns.add(Document.number("super-efficiency"));
        if (scaled) {
            columns.add(Document.number("scale efficiency"));
            columns.add(Document.text("returns"));
        }
        columns.add(Document.text("peers"));
        page.table(
                columns,
                byEfficiency.stream().map(u -> scores(u, corrected, scaled)).toList());
    }

    private static List<Document.Cell> scores(FrontierReport.Unit u, boolean corrected, boolean scaled) {
        List<Document.Cell> row = Document.row(
                u.name(),
                new Document.Cell(fraction(u.efficiency()), u.efficient() ? Document.Tone.GOOD : Document.Tone.PLAIN));
        if (corrected) {
            row.add(Document.Cell.of(
                    u.bootstrap().map(b -> fraction(b.efficiency())).orElse(Show.NOTHING)));
            row.add(Document.Cell.of(u.bootstrap()
                    .filter(b -> b.lower().isPresent() && b.upper().isPresent())
                    .map(b -> fraction(b.lower().getAsDouble()) + " to "
                            + fraction(b.upper().getAsDouble()))
                    .orElse(Show.NOTHING)));
        }
        OptionalDouble lead = u.superEfficiency();
        row.add(Document.Cell.of(lead.isPresent() ? fraction(lead.getAsDouble()) : "infeasible"));
        if (scaled) {
            row.add(Document.Cell.of(
                    u.scale().map(s -> fraction(s.efficiency())).orElse(Show.NOTHING)));
            row.add(Document.Cell.of(u.scale()
                    .map(s -> s.returnsToScale().name().toLowerCase(Locale.ROOT))
                    .orElse(Show.NOTHING)));
        }
        row.add(Document.Cell.of(
                u.efficient()
                        ? Show.NOTHING
                        : String.join(
                                ", ",
                                u.peers().stream()
                                        .map(p -> p.name() + " " + Show.number(p.lambda(), 3))
                                        .toList())));
        return row;
    }

    private static String fraction(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** What each unit that is not efficient would have to change. */
    private void targets() {
        List<List<Document.Cell>> rows = new ArrayList<>();
        for (FrontierReport.Unit u : byEfficiency) {
            if (u.efficient()) {
                continue;
            }
            for (Map.Entry<String, Double> actual : u.actual().entrySet()) {
                double target = u.targets().get(actual.getKey());
                double change = target - actual.getValue();
                rows.add(Document.row(
                        u.name(),
                        actual.getKey(),
                        Show.number(actual.getValue()),
                        Show.number(target),
                        Show.signed(change),
                        actual.getValue() == 0
                                ? Show.NOTHING
                                : Show.signed(Math.rint(1000 * change / actual.getValue()) / 10),
                        Show.number(u.slacks().get(actual.getKey()))));
            }
        }
        page.table(
                "Targets of the units that are not efficient",
                List.of(
                        Document.text(report.options().entity().orElse("unit")),
                        Document.text("column"),
                        Document.number("now"),
                        Document.number("target"),
                        Document.number("change"),
                        Document.number("%"),
                        Document.number("of it slack")),
                rows);
    }
}
