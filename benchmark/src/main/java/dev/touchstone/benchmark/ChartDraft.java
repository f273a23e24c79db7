package dev.touchstone.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Turns a chart into its part of the report. */
final class ChartDraft {
    private ChartDraft() {}

    static ChartReport.Chart of(
            String entity,
            ChartKinds.Choice choice,
            ControlChart chart,
            Optional<ChartReport.Changes> changes,
            List<String> notes) {
        List<ChartReport.Panel> panels =
                chart.panels().stream().map(p -> panel(p, chart.kind())).toList();
        ChartReport.Point last = panels.getFirst().points().getLast();
        return new ChartReport.Chart(
                entity,
                chart.kind(),
                choice.reason(),
                panels.getFirst().points().size(),
                last.centre(),
                panels.getFirst().phases().getLast().sigma(),
                last.lowerLimit(),
                last.upperLimit(),
                chart.variation(),
                chart.assurance(),
                ChartWords.sentence(chart),
                panels,
                changes,
                List.copyOf(notes));
    }

    private static ChartReport.Panel panel(ControlChart.Panel panel, ControlChart.Kind kind) {
        List<ChartReport.Point> points = panel.points().stream()
                .map(p -> new ChartReport.Point(
                        p.label(), p.value(), p.centre(), lower(p.lower(), kind), upper(p.upper(), kind)))
                .toList();
        return new ChartReport.Panel(
                panel.name(),
                panel.phases().stream().map(f -> phase(f, points)).toList(),
                points,
                panel.signals().stream()
                        .map(s -> new ChartReport.Signal(
                                s.rule(),
                                s.rule().words(),
                                s.from(),
                                s.to(),
                                points.get(s.from()).label(),
                                points.get(s.to()).label(),
                                s.meaning(),
                                s.inControlRunLength()))
                        .toList());
    }

    private static ChartReport.Phase phase(ControlChart.Phase phase, List<ChartReport.Point> all) {
        List<ChartReport.Point> points = all.subList(phase.from(), phase.to());
        return new ChartReport.Phase(
                phase.from(),
                phase.to(),
                phase.reason(),
                phase.centre(),
                phase.sigma(),
                one(points, ChartReport.Point::lowerLimit),
                one(points, ChartReport.Point::upperLimit));
    }

    private static OptionalDouble one(
            List<ChartReport.Point> points, Function<ChartReport.Point, OptionalDouble> limit) {
        return points.stream().map(limit).distinct().count() == 1
                ? limit.apply(points.getFirst())
                : OptionalDouble.empty();
    }

    /** Where a measure has no room below, its limit is what it cannot pass: all such measures are 0 or more. */
    private static OptionalDouble lower(OptionalDouble limit, ControlChart.Kind kind) {
        return limit.isPresent() || kind == ControlChart.Kind.CUSUM ? limit : OptionalDouble.of(0);
    }

    private static OptionalDouble upper(OptionalDouble limit, ControlChart.Kind kind) {
        boolean share = kind == ControlChart.Kind.P || kind == ControlChart.Kind.P_LANEY;
        return limit.isPresent() || !share ? limit : OptionalDouble.of(1);
    }
}
