package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the report of control charts: the rows of each unit in order, the chart that suits them, its signals and changes. */
final class Charts {
    private final Samples samples;
    private final ChartOptions options;
    private final List<String> notes = new ArrayList<>();

    private Charts(Samples samples, ChartOptions options) {
        this.samples = samples;
        this.options = options;
    }

    static ChartReport report(Samples samples, Optional<LoadReport> load, ChartOptions options) {
        return new Charts(samples, options).report(load);
    }

    private ChartReport report(Optional<LoadReport> load) {
        load.ifPresent(l -> notes.addAll(l.notes()));
        List<ChartReport.Chart> charts = options.entity().isPresent()
                ? each(Grouping.of(samples, List.of(options.entity().get())))
                : List.of(chart("", IntStream.range(0, samples.rows()).toArray()));
        return new ChartReport(
                ChartWords.answer(options, charts), load, options, options.measure(), charts, List.copyOf(notes));
    }

    private List<ChartReport.Chart> each(Grouping entities) {
        List<List<Integer>> rows = new ArrayList<>();
        IntStream.range(0, entities.size()).forEach(g -> rows.add(new ArrayList<>()));
        for (int i = 0; i < samples.rows(); i++) {
            rows.get(entities.codes()[i]).add(i);
        }
        List<ChartReport.Chart> charts = new ArrayList<>();
        List<Integer> byName = IntStream.range(0, entities.size())
                .boxed()
                .sorted((a, b) ->
                        entities.names().get(a).compareTo(entities.names().get(b)))
                .toList();
        for (int g : byName) {
            int[] mine = rows.get(g).stream().mapToInt(Integer::intValue).toArray();
            try {
                charts.add(chart(entities.names().get(g), mine));
            } catch (BadData why) {
                notes.add("No chart of " + entities.names().get(g) + ": " + why.getMessage());
            }
        }
        if (charts.isEmpty()) {
            throw new BadData(
                    "no-chart", "No unit has a chart. " + notes.getLast(), "Give each unit two points or more.");
        }
        return List.copyOf(charts);
    }

    private ChartReport.Chart chart(String entity, int[] rows) {
        ChartSeries series = ChartSeries.of(samples, rows, options);
        if (series.n() < 2) {
            throw new BadData(
                    "too-few",
                    "A control chart cannot be drawn from " + series.n() + (series.n() == 1 ? " point." : " points."),
                    "Give two points or more, and better 12.");
        }
        ChartKinds kinds = new ChartKinds(series, options);
        ChartKinds.Choice choice = kinds.choice();
        List<String> own = new ArrayList<>();
        ControlChart.Setup setup = new ControlChart.Setup(
                options.rules(),
                options.direction(),
                options.target(),
                options.baseline(),
                options.standard(),
                interventions(series, own),
                series.labels());
        ControlChart chart = kinds.chart(choice.kind(), setup);
        own.addAll(chart.notes());
        return ChartDraft.of(entity, choice, chart, changes(chart, series), own);
    }

    private List<ControlChart.Intervention> interventions(ChartSeries series, List<String> own) {
        List<ControlChart.Intervention> interventions = new ArrayList<>();
        for (ChartOptions.Rebase rebase : options.rebases()) {
            int from = series.from(rebase);
            if (from > 0 && from < series.n()) {
                interventions.add(new ControlChart.Intervention(from, rebase.reason()));
            } else if (options.entity().isPresent()) {
                own.add("Limits are not drawn anew at " + rebase.at() + " (" + rebase.reason()
                        + "), because there are no points on one side of it.");
            } else {
                throw new BadData(
                        "out-of-range",
                        "Limits are to be drawn anew at " + rebase.at() + " (" + rebase.reason()
                                + "), but there are no points on one side of it.",
                        "Points run from " + series.labels().getFirst() + " to "
                                + series.labels().getLast() + ".");
            }
        }
        interventions.sort((a, b) -> Integer.compare(a.from(), b.from()));
        return interventions;
    }

    /** Looked for in the figures as they were measured, not in averages or sums of them. */
    private Optional<ChartReport.Changes> changes(ControlChart chart, ChartSeries series) {
        if (options.changes() == ChartOptions.Changes.NONE) {
            return Optional.empty();
        }
        boolean remembers = chart.kind() == ControlChart.Kind.EWMA || chart.kind() == ControlChart.Kind.CUSUM;
        double[] figures = remembers
                ? series.means()
                : chart.panels().getFirst().points().stream()
                        .mapToDouble(ControlChart.Point::value)
                        .toArray();
        ChangePoints found = options.changes() == ChartOptions.Changes.PELT
                ? ChangePoints.pelt(figures)
                : ChangePoints.eDivisive(figures, Math.clamp(figures.length / 5, 2, 30), 0.05, options.seed());
        return Optional.of(new ChartReport.Changes(
                found.method(),
                found.changes(),
                found.changes().stream().map(series.labels()::get).toList(),
                found.segments(),
                found.notes()));
    }
}
