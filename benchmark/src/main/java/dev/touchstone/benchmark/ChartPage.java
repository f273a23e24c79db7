package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays out the report of control charts. */
final class ChartPage {
    private static final int MOST_DRAWN = 60;
    private static final int MOST_LISTED = 400;

    private final ChartReport report;
    private final Document.Builder page = Document.builder();

    private ChartPage(ChartReport report) {
        this.report = report;
    }

    static Document of(ChartReport report) {
        return new ChartPage(report).document();
    }

    private Document document() {
        page.paragraph("Rules: " + rules() + ".");
        if (report.options().entity().isPresent()) {
            overview();
        } else {
            one(report.charts().getFirst());
        }
        report.load().ifPresentOrElse(page::load, () -> page.notes(report.notes()));
        if (report.load().isPresent()) {
            page.notes(report.notes().stream()
                    .filter(note -> !report.load().get().notes().contains(note))
                    .toList());
        }
        String of = report.options().entity().map(e -> " by " + e).orElse("");
        return page.build("Control chart of " + report.measure() + of, report.answer());
    }

    /** Such charts know one rule alone. */
    private static boolean hasMemory(ControlChart.Kind kind) {
        return kind == ControlChart.Kind.EWMA || kind == ControlChart.Kind.CUSUM;
    }

    private String rules() {
        if (report.charts().stream().allMatch(c -> hasMemory(c.kind()))) {
            return Rule.BEYOND_LIMITS.words();
        }
        RuleSet rules = report.options().rules();
        List<String> words = rules.rules().stream().map(Rule::words).toList();
        return ChartWords.rules(rules) + " (" + String.join("; ", words) + "), together with a false alarm about every "
                + rules.inControlRunLength() + " points";
    }

    /** Those that give concern first. */
    private void overview() {
        List<ChartReport.Chart> charts = report.charts().stream()
                .sorted(Comparator.comparing(ChartPage::urgency))
                .toList();
        page.gallery(charts.stream()
                .limit(MOST_DRAWN)
                .map(c -> new Document.Drawing(
                        ChartPlots.of(report.options(), c, c.panels().getFirst())
                                .height(130),
                        c.entity() + ": "
                                + ChartWords.variation(
                                        c.variation(), report.options().direction())))
                .toList());
        page.notes(report.options().rebases().stream()
                .map(r -> "Limits are drawn anew at " + r.at() + ": " + r.reason() + ".")
                .toList());
        if (charts.size() > MOST_DRAWN) {
            page.paragraph("Drawn are " + MOST_DRAWN + " of " + charts.size() + " units; the table has them all.");
        }
        List<Document.Column> columns = new ArrayList<>(List.of(
                Document.text(report.options().entity().orElse("")),
                Document.number("points"),
                Document.text("variation"),
                Document.number("centre"),
                Document.number("lower limit"),
                Document.number("upper limit"),
                Document.number("signals")));
        boolean assured = charts.stream().anyMatch(c -> c.assurance().isPresent());
        if (assured) {
            columns.add(Document.text("assurance"));
        }
        columns.add(Document.text("changes"));
        columns.add(Document.text("chart"));
        page.table(columns, charts.stream().map(c -> overviewRow(c, assured)).toList());
        charts.forEach(c -> page.notes(
                c.notes().stream().map(note -> c.entity() + ": " + note).toList()));
    }

    private List<Document.Cell> overviewRow(ChartReport.Chart c, boolean assured) {
        List<Document.Cell> row = Document.row(
                c.entity(),
                c.n(),
                variation(c),
                Show.number(c.centre()),
                Show.number(c.lowerLimit()),
                Show.number(c.upperLimit()),
                c.signals().size());
        if (assured) {
            row.add(assurance(c));
        }
        row.add(Document.Cell.of(c.changes().map(ch -> changes(ch)).orElse(Show.NOTHING)));
        row.add(Document.Cell.of(c.kind().words()));
        return row;
    }

    private static String changes(ChartReport.Changes changes) {
        return changes.labels().isEmpty() ? "none" : String.join(", ", changes.labels());
    }

    private static int urgency(ChartReport.Chart chart) {
        return switch (chart.variation()) {
            case CONCERN -> 0;
            case SPECIAL_CAUSE -> 1;
            case IMPROVEMENT -> 2;
            case COMMON_CAUSE -> 3;
        };
    }

    private Document.Cell variation(ChartReport.Chart chart) {
        Document.Tone tone = switch (chart.variation()) {
            case CONCERN -> Document.Tone.BAD;
            case IMPROVEMENT -> Document.Tone.GOOD;
            case SPECIAL_CAUSE -> Document.Tone.ATTENTION;
            case COMMON_CAUSE -> Document.Tone.PLAIN;
        };
        return new Document.Cell(
                ChartWords.variation(chart.variation(), report.options().direction()), tone);
    }

    private static Document.Cell assurance(ChartReport.Chart chart) {
        if (chart.assurance().isEmpty()) {
            return Document.Cell.of(Show.NOTHING);
        }
        Document.Tone tone = switch (chart.assurance().get()) {
            case CONSISTENTLY_HITS -> Document.Tone.GOOD;
            case CONSISTENTLY_FAILS -> Document.Tone.BAD;
            case HIT_AND_MISS -> Document.Tone.ATTENTION;
        };
        return new Document.Cell(ChartWords.assurance(chart.assurance().get()), tone);
    }

    private void one(ChartReport.Chart chart) {
        Direction direction = report.options().direction();
        List<Document.Drawing> icons = new ArrayList<>();
        icons.add(new Document.Drawing(ChartIcon.variation(chart.variation(), direction), "Variation"));
        chart.assurance()
                .ifPresent(a -> icons.add(new Document.Drawing(ChartIcon.assurance(a, direction), "Assurance")));
        page.gallery(icons);
        List<Document.Column> columns = new ArrayList<>(List.of(
                Document.text("variation"),
                Document.number("centre"),
                Document.number("lower limit"),
                Document.number("upper limit"),
                Document.number("sigma"),
                Document.number("points"),
                Document.number("signals")));
        List<Document.Cell> row = Document.row(
                variation(chart),
                Show.number(chart.centre()),
                Show.number(chart.lowerLimit()),
                Show.number(chart.upperLimit()),
                Show.number(chart.sigma()),
                chart.n(),
                chart.signals().size());
        if (chart.assurance().isPresent()) {
            columns.add(Document.text("assurance"));
            row.add(assurance(chart));
        }
        page.table(columns, List.of(row));
        page.paragraph("Chart of " + chart.kind().words() + ". " + chart.reason());
        for (ChartReport.Panel panel : chart.panels()) {
            page.drawing(ChartPlots.of(report.options(), chart, panel), caption(panel));
        }
        signals(chart);
        phases(chart);
        changes(chart);
        page.notes(chart.notes());
        points(chart);
    }

    private String caption(ChartReport.Panel panel) {
        return panel.name() + ", " + Show.count(panel.points().size()) + " points from "
                + panel.points().getFirst().label() + " to "
                + panel.points().getLast().label()
                + "; centre line and limits of 3 standard deviations, signals in colour.";
    }

    private void signals(ChartReport.Chart chart) {
        page.table(
                "Signals",
                List.of(
                        Document.text("pattern"),
                        Document.text("from"),
                        Document.text("to"),
                        Document.text("meaning"),
                        Document.text("panel"),
                        Document.number("false alarm every")),
                chart.panels().stream()
                        .flatMap(p -> p.signals().stream()
                                .map(s -> Document.row(
                                        s.words(),
                                        s.fromLabel(),
                                        s.toLabel(),
                                        meaning(s.meaning()),
                                        p.name(),
                                        Show.count(s.inControlRunLength()) + " points")))
                        .toList());
        if (chart.signals().isEmpty()) {
            page.paragraph("No rule gives a signal.");
        }
    }

    private static Document.Cell meaning(ControlChart.Meaning meaning) {
        return switch (meaning) {
            case IMPROVEMENT -> new Document.Cell("improvement", Document.Tone.GOOD);
            case CONCERN -> new Document.Cell("concern", Document.Tone.BAD);
            case HIGH -> new Document.Cell("high", Document.Tone.ATTENTION);
            case LOW -> new Document.Cell("low", Document.Tone.ATTENTION);
            case PATTERN -> new Document.Cell("pattern", Document.Tone.ATTENTION);
        };
    }

    private void phases(ChartReport.Chart chart) {
        ChartReport.Panel panel = chart.panels().getFirst();
        if (panel.phases().size() < 2) {
            return;
        }
        page.table(
                "Limits drawn anew at recorded interventions",
                List.of(
                        Document.text("from"),
                        Document.text("because of"),
                        Document.number("points"),
                        Document.number("centre"),
                        Document.number("lower limit"),
                        Document.number("upper limit")),
                panel.phases().stream()
                        .map(f -> Document.row(
                                panel.points().get(f.from()).label(),
                                f.reason().orElse(Show.NOTHING),
                                f.to() - f.from(),
                                Show.number(f.centre()),
                                Show.number(f.lowerLimit()),
                                Show.number(f.upperLimit())))
                        .toList());
    }

    private void changes(ChartReport.Chart chart) {
        if (chart.changes().isEmpty()) {
            return;
        }
        ChartReport.Changes changes = chart.changes().get();
        List<ChartReport.Point> points = chart.panels().getFirst().points();
        if (changes.at().isEmpty()) {
            page.paragraph("No change is found by the search for " + changes.method() + ".");
        } else {
            page.table(
                    "Found by the search for " + changes.method() + "; limits do not follow them by themselves",
                    List.of(
                            Document.text("from"),
                            Document.text("to"),
                            Document.number("points"),
                            Document.number("mean"),
                            Document.number("standard deviation")),
                    changes.segments().stream()
                            .map(s -> Document.row(
                                    points.get(s.from()).label(),
                                    points.get(s.to() - 1).label(),
                                    s.to() - s.from(),
                                    Show.number(s.mean()),
                                    Show.number(s.sd())))
                            .toList());
        }
        page.notes(changes.notes());
    }

    private void points(ChartReport.Chart chart) {
        ChartReport.Panel panel = chart.panels().getFirst();
        if (panel.points().size() > MOST_LISTED) {
            page.paragraph("The points are in the JSON of this report.");
            return;
        }
        page.table(
                "Points",
                List.of(
                        Document.text("point"),
                        Document.number("value"),
                        Document.number("centre"),
                        Document.number("lower limit"),
                        Document.number("upper limit")),
                panel.points().stream()
                        .map(p -> Document.row(
                                p.label(),
                                Show.number(p.value()),
                                Show.number(p.centre()),
                                Show.number(p.lowerLimit()),
                                Show.number(p.upperLimit())))
                        .toList());
    }
}
