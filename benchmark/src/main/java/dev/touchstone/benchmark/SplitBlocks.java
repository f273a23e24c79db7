package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Lays out exact splits of a difference between two populations; each method returns the title of the report. */
final class SplitBlocks {
    private final Document.Builder page;

    SplitBlocks(Document.Builder page) {
        this.page = page;
    }

    private static String against(CausesQuestion.Between between) {
        return between.after() + " against " + between.before();
    }

    String mixAndRate(Kitagawa mix, CausesQuestion.MixAndRate question) {
        page.heading("Rate and mix");
        RowPlot plot = RowPlot.titled("Rate and mix effect by group").axis("share of the change");
        for (Kitagawa.Part p : mix.parts()) {
            plot.row(
                    p.name(),
                    Show.signed(p.rateEffect() + p.mixEffect()),
                    new RowPlot.Bar(p.rateEffect() + p.mixEffect(), Ink.MARK));
        }
        plot.drawOn(page, "What each group adds, rate and mix together");
        page.table(
                "Weights are shares of the denominators; both effects of all groups add up to the change",
                List.of(
                        Document.text("group"),
                        Document.number("weight before"),
                        Document.number("weight after"),
                        Document.number("rate before"),
                        Document.number("rate after"),
                        Document.number("rate effect"),
                        Document.number("mix effect")),
                mix.parts().stream()
                        .map(p -> Document.row(
                                p.name(),
                                Show.percent(p.weightBefore()),
                                Show.percent(p.weightAfter()),
                                Show.number(p.rateBefore()),
                                Show.number(p.rateAfter()),
                                Show.signed(p.rateEffect()),
                                Show.signed(p.mixEffect())))
                        .toList());
        return question.numerator() + question.denominator().map(d -> " / " + d).orElse("") + ", "
                + against(question.between());
    }

    String regressed(OaxacaBlinder fit, CausesQuestion.Regressed question) {
        page.heading("Explained and unexplained");
        page.paragraph("Mean " + Show.number(fit.group()) + " over " + Show.count(fit.rowsOfGroup()) + " rows, "
                + Show.number(fit.reference()) + " over " + Show.count(fit.rowsOfReference())
                + " rows of the reference. Standard errors, in brackets, are from " + question.resamples()
                + " resamples.");
        List<List<Document.Cell>> rows = new ArrayList<>(fit.variables().stream()
                .map(v -> Document.row(
                        v.name(),
                        effect(v.explained()),
                        effect(v.unexplained()),
                        effect(v.endowments()),
                        effect(v.coefficients()),
                        effect(v.interaction())))
                .toList());
        rows.add(Document.row(
                "all",
                effect(fit.explained()),
                effect(fit.unexplained()),
                effect(fit.endowments()),
                effect(fit.coefficients()),
                effect(fit.interaction())));
        page.table(
                "In two parts with the coefficients of both together, and in three with those of the reference",
                List.of(
                        Document.text("variable"),
                        Document.number("explained"),
                        Document.number("unexplained"),
                        Document.number("endowments"),
                        Document.number("coefficients"),
                        Document.number("interaction")),
                rows);
        return question.value() + ", " + against(question.between());
    }

    private static String effect(OaxacaBlinder.Effect effect) {
        return Show.signed(effect.value())
                + (effect.standardError().isPresent()
                        ? " (" + Show.number(effect.standardError().getAsDouble()) + ")"
                        : "");
    }

    String drivers(DriverTree tree, CausesQuestion.Drivers question) {
        Shapley shapley = tree.shapley();
        page.heading("Drivers");
        RowPlot plot = RowPlot.titled("Contribution of each driver").axis("change of " + tree.formula());
        shapley.drivers()
                .forEach(d ->
                        plot.row(d.name(), Show.signed(d.contribution()), new RowPlot.Bar(d.contribution(), Ink.MARK)));
        plot.drawOn(page, "What each driver adds to the change");
        page.table(
                "Shapley values, "
                        + (shapley.exact() ? "over all orders" : "over " + shapley.orders() + " drawn orders")
                        + "; they add up to the change",
                List.of(
                        Document.text("driver"),
                        Document.number("before"),
                        Document.number("after"),
                        Document.number("contribution"),
                        Document.number("standard error")),
                shapley.drivers().stream()
                        .map(d -> Document.row(
                                d.name(),
                                Show.number(d.before()),
                                Show.number(d.after()),
                                Show.signed(d.contribution()),
                                Show.number(d.standardError())))
                        .toList());
        tree.lmdi()
                .ifPresent(lmdi -> page.table(
                        "Logarithmic mean Divisia index: parts that add up, and parts that multiply",
                        List.of(Document.text("driver"), Document.number("adds"), Document.number("multiplies by")),
                        lmdi.factors().stream()
                                .map(f -> Document.row(
                                        f.name(), Show.signed(f.additive()), Show.number(f.multiplicative())))
                                .toList()));
        return tree.formula() + ", " + against(question.between());
    }

    String stages(StageGaps gaps, CausesQuestion.Stages question) {
        page.heading("Stages");
        page.paragraph("Over " + Show.count(gaps.objectsOfGroup()) + " and " + Show.count(gaps.objectsOfReference())
                + " objects. The variance share says how much of the scatter of lead times goes with the stage.");
        RowPlot plot = RowPlot.titled("Gap of each stage").axis("gap of the mean");
        gaps.stages()
                .forEach(s -> plot.row(
                        s.name(),
                        Show.signed(s.gap()),
                        new RowPlot.Bar(s.gap(), Ink.MARK),
                        new RowPlot.Span(s.interval().low(), s.interval().high(), Ink.TEXT)));
        plot.drawOn(page, "Gap by stage, with 95 % interval");
        page.table(
                List.of(
                        Document.text("stage"),
                        Document.number("mean"),
                        Document.number("mean of the reference"),
                        Document.number("gap"),
                        Document.text("interval"),
                        Document.number("share of the gap"),
                        Document.number("variance share")),
                gaps.stages().stream()
                        .map(s -> Document.row(
                                s.name(),
                                Show.number(s.group()),
                                Show.number(s.reference()),
                                Show.signed(s.gap()),
                                Show.interval(s.interval()),
                                Show.percent(s.share()),
                                Show.percent(s.varianceShare())))
                        .toList());
        return "Lead time, " + against(question.between());
    }
}
