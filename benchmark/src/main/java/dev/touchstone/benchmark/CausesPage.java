package dev.touchstone.benchmark;

import java.util.List;
import java.util.OptionalDouble;

/** Lays out the report of causes; a question has an answer of its own kind. */
final class CausesPage {
    private final Document.Builder page = Document.builder();
    private final SplitBlocks splits = new SplitBlocks(page);

    private CausesPage() {}

    static Document of(CausesReport report) {
        CausesPage layout = new CausesPage();
        String title = switch (report.options().question()) {
            case CausesQuestion.Slices q -> layout.slices((SlicesFound) report.found(), q);
            case CausesQuestion.MixAndRate q -> layout.splits.mixAndRate((Kitagawa) report.found(), q);
            case CausesQuestion.Regressed q -> layout.splits.regressed((OaxacaBlinder) report.found(), q);
            case CausesQuestion.Drivers q -> layout.splits.drivers((DriverTree) report.found(), q);
            case CausesQuestion.Stages q -> layout.splits.stages((StageGaps) report.found(), q);
        };
        report.load().ifPresentOrElse(layout.page::load, () -> layout.page.notes(report.notes()));
        return layout.page.build(title, report.answer());
    }

    private String slices(SlicesFound found, CausesQuestion.Slices question) {
        page.heading("Slices that deviate by themselves");
        page.paragraph("Actual " + Show.number(found.actual()) + ", expected " + Show.number(found.expected())
                + ", change " + Show.signed(found.change()) + ", over " + Show.count(found.leaves())
                + " combinations of " + String.join(", ", question.dimensions())
                + ". Judged by: " + found.readBy() + ".");
        contributions(found);
        boolean rates = question.cases().isPresent();
        page.table(
                "Change is over all rows of the slice; share of the whole is without rows that a slice found before explains already",
                rates
                        ? List.of(
                                Document.text("slice"),
                                Document.number("actual"),
                                Document.number("expected"),
                                Document.number("change"),
                                Document.number("share"),
                                Document.number("rate"),
                                Document.number("expected rate"),
                                Document.number("significance"))
                        : List.of(
                                Document.text("slice"),
                                Document.number("actual"),
                                Document.number("expected"),
                                Document.number("change"),
                                Document.number("share"),
                                Document.number("combinations"),
                                Document.number("significance")),
                found.slices().stream().map(s -> row(s, rates)).toList());
        page.paragraph("Left in no slice: " + Show.signed(found.unexplained())
                + (found.unexplainedShare().isPresent() ? ", " + Show.percent(found.unexplainedShare()) : "") + ".");
        page.heading("Dimensions by surprise");
        page.table(
                "Surprise is the Jensen-Shannon divergence between expected and actual shares; beside it the values that change most",
                List.of(
                        Document.text("dimension"),
                        Document.number("surprise"),
                        Document.text("value"),
                        Document.number("change"),
                        Document.number("share")),
                found.dimensions().stream()
                        .flatMap(d -> d.values().stream()
                                .limit(3)
                                .map(v -> Document.row(
                                        d.dimension(),
                                        Show.number(d.surprise()),
                                        v.value(),
                                        Show.signed(v.change()),
                                        Show.percent(v.explanatoryPower()))))
                        .toList());
        return question.actual() + " against " + question.expected();
    }

    private static List<Document.Cell> row(Slice s, boolean rates) {
        String significance = s.significance() < 0.001 ? "< 0.001" : Show.q(OptionalDouble.of(s.significance()));
        return rates
                ? Document.row(
                        s.name(),
                        Show.number(s.actual()),
                        Show.number(s.expected()),
                        Show.signed(s.change()),
                        Show.percent(s.share()),
                        Show.percent(s.rate()),
                        Show.percent(s.expectedRate()),
                        significance)
                : Document.row(
                        s.name(),
                        Show.number(s.actual()),
                        Show.number(s.expected()),
                        Show.signed(s.change()),
                        Show.percent(s.share()),
                        Show.count(s.leaves()),
                        significance);
    }

    private void contributions(SlicesFound found) {
        RowPlot plot = RowPlot.titled("Change by slice").axis("actual less expected");
        for (Slice s : found.slices()) {
            plot.row(s.name(), Show.signed(s.change()), new RowPlot.Bar(s.change(), Ink.MARK));
        }
        plot.drawOn(page, "What each slice changes");
    }
}
