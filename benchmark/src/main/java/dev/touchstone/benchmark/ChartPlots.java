package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws control charts. */
final class ChartPlots {
    /** Of longer series only the points that signal are drawn as dots. */
    private static final int MOST_DOTS = 400;

    private static final int MOST_SMALL_DOTS = 60;

    private ChartPlots() {}

    /** Points, centre and limits, signals in the colour of what they say, interventions and changes as upright lines. */
    static XyPlot of(ChartOptions options, ChartReport.Chart chart, ChartReport.Panel panel) {
        boolean small = options.entity().isPresent();
        boolean first = panel == chart.panels().getFirst();
        List<ChartReport.Point> points = panel.points();
        String name = (small ? chart.entity() + ", " : "") + panel.name();
        XyPlot plot = XyPlot.titled("Control chart of " + name)
                .axes("", small ? "" : panel.name())
                .height(first ? 300 : 150)
                .periods(points.stream().map(ChartReport.Point::label).toList());
        for (ChartReport.Phase phase : panel.phases()) {
            boolean last = phase.to() == points.size() && !small;
            double[] x = places(phase.from(), phase.to());
            List<ChartReport.Point> own = points.subList(phase.from(), phase.to());
            plot.line(
                            last ? "centre " + Show.number(own.getLast().centre()) : "",
                            x,
                            each(own.stream().mapToDouble(ChartReport.Point::centre)),
                            Ink.GOLD,
                            Svg.Stroke.SOLID)
                    .line(
                            limit(last, own.getLast().upperLimit(), "upper"),
                            x,
                            limits(own, true),
                            Ink.MARK,
                            Svg.Stroke.DASHED)
                    .line(
                            limit(last, own.getLast().lowerLimit(), "lower"),
                            x,
                            limits(own, false),
                            Ink.MARK,
                            Svg.Stroke.DASHED);
            phase.reason().ifPresent(reason -> plot.moment(phase.from() - 0.5, small ? "" : reason, Ink.TEXT));
        }
        if (first) {
            chart.changes()
                    .ifPresent(c -> c.at().stream()
                            .filter(at -> panel.phases().stream().noneMatch(f -> f.from() == at))
                            .forEach(at -> plot.moment(at - 0.5, small ? "" : "change", Ink.MARK)));
            options.target().ifPresent(t -> plot.level(t, small ? "" : "target " + Show.number(t), Ink.GOOD));
        }
        return plot.line("", each(points.stream().mapToDouble(ChartReport.Point::value)), Ink.MARK, Svg.Stroke.THIN)
                .dots(dots(panel, small));
    }

    private static List<Layer.Dot> dots(ChartReport.Panel panel, boolean small) {
        Ink[] inks = new Ink[panel.points().size()];
        for (ChartReport.Signal signal : panel.signals()) {
            for (int i = signal.from(); i <= signal.to(); i++) {
                Ink ink = switch (signal.meaning()) {
                    case CONCERN -> Ink.BAD;
                    case IMPROVEMENT -> Ink.GOOD;
                    case HIGH, LOW, PATTERN -> Ink.ATTENTION;
                };
                inks[i] = inks[i] == Ink.BAD ? Ink.BAD : ink;
            }
        }
        boolean all = inks.length <= (small ? MOST_SMALL_DOTS : MOST_DOTS);
        List<Layer.Dot> dots = new ArrayList<>();
        for (int i = 0; i < inks.length; i++) {
            ChartReport.Point p = panel.points().get(i);
            if (all || inks[i] != null && dots.size() < MOST_DOTS) {
                dots.add(Layer.Dot.of(
                        i, p.value(), inks[i] == null ? Ink.TEXT : inks[i], p.label() + ": " + Show.number(p.value())));
            }
        }
        return dots;
    }

    private static String limit(boolean named, OptionalDouble limit, String word) {
        return named && limit.isPresent() ? word + " limit " + Show.number(limit) : "";
    }

    private static double[] limits(List<ChartReport.Point> points, boolean upper) {
        return each(points.stream().mapToDouble(p -> (upper ? p.upperLimit() : p.lowerLimit()).orElse(Double.NaN)));
    }

    private static double[] each(DoubleStream values) {
        return values.toArray();
    }

    private static double[] places(int from, int to) {
        return IntStream.range(from, to).asDoubleStream().toArray();
    }
}
