package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Lays out the report of effects. */
final class EffectPage {
    private static final int MOST_LISTED = 60;
    private static final int LAST_LEADS = 6;

    private final EffectReport report;
    private final Document.Builder page = Document.builder();

    private EffectPage(EffectReport report) {
        this.report = report;
    }

    static Document of(EffectReport report) {
        return new EffectPage(report).document();
    }

    private Document document() {
        List<EffectReport.Effect> effects = report.effects();
        if (effects.size() > 1) {
            page.table(
                    List.of(
                            Document.text("action"),
                            Document.text("figure"),
                            Document.number("effect"),
                            Document.number("interval"),
                            Document.number("q"),
                            Document.text("verdict")),
                    effects.stream().map(this::overview).toList());
        }
        effects.forEach(this::effect);
        report.load().ifPresentOrElse(page::load, () -> page.notes(report.notes()));
        if (report.load().isPresent()) {
            page.notes(report.notes().stream()
                    .filter(note -> !report.load().get().notes().contains(note))
                    .toList());
        }
        return page.build("Proof of improvement", report.answer());
    }

    private List<Document.Cell> overview(EffectReport.Effect effect) {
        Finding.Change change =
                effect.findings().getFirst().specifications().getFirst().average();
        return Document.row(
                effect.action(),
                effect.figure(),
                Show.signed(change.value()),
                interval(change.interval()),
                Show.number(effect.q()),
                verdict(effect));
    }

    private static Document.Cell verdict(EffectReport.Effect effect) {
        return effect.proof() == Finding.Proof.DEPENDS_ON_MODEL
                ? new Document.Cell("depends on the model", Document.Tone.ATTENTION)
                : Document.verdict(effect.verdict());
    }

    private static String interval(Interval interval) {
        return interval.complete() ? Show.signed(interval.low()) + " to " + Show.signed(interval.high()) : Show.NOTHING;
    }

    private void effect(EffectReport.Effect effect) {
        if (report.effects().size() > 1) {
            page.heading(effect.action() + ": " + effect.figure());
            page.paragraph(effect.answer());
        }
        Finding main = effect.findings().getFirst();
        plot(effect, main);
        page.heading("Is it sound?");
        page.table(
                List.of(Document.text("check"), Document.text("result"), Document.text("")),
                effect.gates().stream()
                        .map(g -> Document.row(g.name(), Document.gate(g), g.sentence()))
                        .toList());
        effect.regressionToMean().ifPresent(r -> page.paragraph(r.sentence()));
        effect.findings().forEach(f -> finding(f, effect));
        page.notes(effect.notes());
    }

    private void plot(EffectReport.Effect effect, Finding main) {
        List<Finding.Point> points = main.specifications().getFirst().series();
        if (points.isEmpty()) {
            return;
        }
        double[] x = new double[points.size()];
        int first = -1;
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        int before = main.periodsBefore();
        XyPlot plot = XyPlot.titled(effect.figure() + " of the treated units, and what it would have been")
                .axes("", effect.figure() + (effect.unit().isEmpty() ? "" : ", " + effect.unit()))
                .periods(points.stream().map(Finding.Point::period).toList());
        double[] low =
                points.stream().mapToDouble(p -> p.low().orElse(Double.NaN)).toArray();
        double[] high =
                points.stream().mapToDouble(p -> p.high().orElse(Double.NaN)).toArray();
        for (int i = before; i < x.length && first < 0; i++) {
            first = Double.isNaN(low[i]) ? -1 : i;
        }
        if (first >= 0) {
            plot.band(tail(x, first), tail(low, first), tail(high, first));
        }
        page.drawing(
                plot.line(
                                "without the action",
                                x,
                                points.stream()
                                        .mapToDouble(Finding.Point::expected)
                                        .toArray(),
                                Ink.MARK,
                                Svg.Stroke.DASHED)
                        .line(
                                "actual",
                                x,
                                points.stream()
                                        .mapToDouble(Finding.Point::actual)
                                        .toArray(),
                                Ink.GOLD,
                                Svg.Stroke.SOLID)
                        .moment(before - 0.5, effect.action(), Ink.TEXT),
                "What was, and what would have been by " + main.method().words() + "; by "
                        + effect.period().name().toLowerCase(Locale.ROOT) + ", "
                        + points.getFirst().period() + " to " + points.getLast().period() + ".");
    }

    private static double[] tail(double[] x, int from) {
        return Arrays.copyOfRange(x, from, x.length);
    }

    private void finding(Finding finding, EffectReport.Effect effect) {
        String words = finding.method().words();
        page.heading(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        page.paragraph(finding.design() + " " + finding.agreement());
        page.table(
                "Ways to model it" + (effect.unit().isEmpty() ? "" : ", in " + effect.unit()),
                List.of(
                        Document.text("model"),
                        Document.text("uncertainty by"),
                        Document.number("effect"),
                        Document.number("interval"),
                        Document.number("%"),
                        Document.number("at the end"),
                        Document.number("p")),
                finding.specifications().stream().map(EffectPage::way).toList());
        List<List<Document.Cell>> terms = new ArrayList<>();
        for (Finding.Specification way : finding.specifications()) {
            for (Finding.Term term : way.terms()) {
                terms.add(Document.row(
                        way.name(),
                        term.name(),
                        Show.number(term.value()),
                        term.interval().map(EffectPage::interval).orElse(Show.NOTHING)));
            }
        }
        page.table(
                "Terms of the models",
                List.of(
                        Document.text("model"),
                        Document.text("term"),
                        Document.number("value"),
                        Document.number("interval")),
                terms);
        evidence(finding);
        page.notes(finding.notes());
    }

    private static List<Document.Cell> way(Finding.Specification way) {
        return Document.row(
                way.name(),
                way.errors(),
                Show.signed(way.average().value()),
                interval(way.average().interval()),
                percent(way.average().percent()),
                Show.signed(way.atEnd().value()),
                way.pValue().isPresent() ? EffectWords.p(way.pValue().getAsDouble()) : Show.NOTHING);
    }

    private static String percent(OptionalDouble percent) {
        return percent.isPresent() ? Show.signed(percent) : Show.NOTHING;
    }

    private void leads(Finding.Leads leads) {
        List<Finding.Lead> all = leads.leads();
        page.paragraph(leads.sentence());
        page.drawing(
                XyPlot.titled("Treated less other units before the change")
                        .height(140)
                        .periods(all.stream().map(Finding.Lead::period).toList())
                        .line(
                                "",
                                all.stream()
                                        .mapToDouble(Finding.Lead::difference)
                                        .toArray(),
                                Ink.GOLD,
                                Svg.Stroke.SOLID)
                        .level(0, "alike", Ink.MARK),
                "Treated less other units before the change, each from its own mean then.");
        page.table(
                "The same, the last " + LAST_LEADS + " periods",
                List.of(Document.text("period"), Document.number("difference")),
                all.stream()
                        .skip(Math.max(0, all.size() - LAST_LEADS))
                        .map(l -> Document.row(l.period(), Show.signed(l.difference())))
                        .toList());
    }

    private void evidence(Finding finding) {
        finding.before().ifPresent(this::leads);
        page.table(
                "Donors",
                List.of(Document.text("unit"), Document.number("weight")),
                finding.weights().stream()
                        .map(w -> Document.row(w.unit(), Show.number(w.weight())))
                        .toList());
        page.table(
                "Without one of the donors",
                List.of(Document.text("without"), Document.number("effect"), Document.number("error before")),
                finding.leaveOneOut().stream()
                        .map(l -> Document.row(l.without(), Show.signed(l.effect()), Show.number(l.fit())))
                        .toList());
        Optional<Finding.Placebos> placebos = finding.placebos();
        placebos.ifPresent(p -> {
            page.paragraph(p.sentence() + " (p " + EffectWords.p(p.pValue()) + ")");
            page.table(
                    "Each unit as if it had been treated",
                    List.of(
                            Document.text("unit"),
                            Document.number("effect"),
                            Document.number("error before"),
                            Document.number("error after / before")),
                    p.units().stream()
                            .limit(MOST_LISTED)
                            .map(u -> Document.row(
                                    new Document.Cell(
                                            u.unit(), u.treated() ? Document.Tone.ATTENTION : Document.Tone.PLAIN),
                                    Show.signed(u.effect()),
                                    Show.number(u.fit()),
                                    Show.number(u.ratio())))
                            .toList());
        });
    }
}
