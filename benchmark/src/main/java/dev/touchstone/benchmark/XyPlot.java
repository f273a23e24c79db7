package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A drawing on a plane: lines, bands, bars and dots with intervals, in the order in which they are added. Lines are named at their end;
 * on a narrow screen above the plane.
 */
final class XyPlot implements Document.Plot {
    private static final int NARROW = 560;
    private static final int TALLEST_NARROW = 240;
    private static final double NAMES = 220;

    private final String title;
    private final List<Layer> layers = new ArrayList<>();
    private final List<PlotLabels.Name> levels = new ArrayList<>();
    private final List<PlotLabels.Moment> moments = new ArrayList<>();
    private List<String> periods = List.of();
    private String xName = "";
    private String yName = "";
    private double[] range = {};
    private boolean fromZero;
    private boolean xFromZero;
    private int height = 340;

    private XyPlot(String title) {
        this.title = title;
    }

    /** @param title for those who do not see the drawing */
    static XyPlot titled(String title) {
        return new XyPlot(title);
    }

    /** What the axes show, with units; empty for nothing. */
    XyPlot axes(String x, String y) {
        xName = x;
        yName = y;
        return this;
    }

    /** Names of the places 0, 1, 2 and so on along the lower axis, such as dates. */
    XyPlot periods(List<String> names) {
        periods = List.copyOf(names);
        return this;
    }

    /** The upright axis begins at 0, as it does where bars are drawn. */
    XyPlot fromZero() {
        fromZero = true;
        return this;
    }

    /** The upright axis shows these values, and others at its edge: for drawings that are compared. */
    XyPlot upright(double low, double high) {
        range = new double[] {low, high};
        return this;
    }

    /** The lower axis begins at 0. */
    XyPlot xFromZero() {
        xFromZero = true;
        return this;
    }

    /** Height of the plane in pixels. */
    XyPlot height(int pixels) {
        height = pixels;
        return this;
    }

    /** @param name empty for none; values that are not numbers break the line */
    XyPlot line(String name, double[] x, double[] y, Ink ink, Svg.Stroke stroke) {
        layers.add(new Layer.Curve(name, x, y, ink, stroke));
        return this;
    }

    /** A line over the places 0, 1, 2 and so on. */
    XyPlot line(String name, double[] y, Ink ink, Svg.Stroke stroke) {
        return line(name, places(y.length), y, ink, stroke);
    }

    /** The area between two lines, such as an interval. */
    XyPlot band(double[] x, double[] low, double[] high) {
        layers.add(new Layer.Band(x, low, high));
        return this;
    }

    /** Lengths from 0. */
    XyPlot bars(double[] x, double[] y, Ink ink) {
        layers.add(new Layer.Bars(x, y, ink));
        fromZero = true;
        return this;
    }

    XyPlot dots(List<Layer.Dot> dots) {
        layers.addAll(dots);
        return this;
    }

    /** A line across at one value, such as a target. */
    XyPlot level(double y, String name, Ink ink) {
        levels.add(new PlotLabels.Name(name, y, ink, Svg.Stroke.DASHED));
        return this;
    }

    /** A line from top to bottom, such as an intervention. */
    XyPlot moment(double x, String name, Ink ink) {
        moments.add(new PlotLabels.Moment(x, name, ink));
        return this;
    }

    static double[] places(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    @Override
    public String svg(int width) {
        boolean narrow = width < NARROW;
        List<PlotLabels.Name> names = names();
        double named =
                names.stream().mapToDouble(n -> Svg.widthOf(n.words())).max().orElse(0);
        double numbers = yScale(0, 1).ticks(ticks()).stream()
                .mapToDouble(t -> Svg.widthOf(t.words()))
                .max()
                .orElse(0);
        double left = 12 + numbers;
        double right = narrow || names.isEmpty() ? width - 12 : width - Math.min(NAMES, 20 + named);
        Scale x = xScale(left + 4, right);
        PlotLabels.Moments above = new PlotLabels.Moments(moments, x, width);
        double heading = 8 + (yName.isEmpty() ? 0 : 16);
        double top = heading + (narrow ? 16.0 * names.size() : 0) + above.height();
        double bottom = top + (narrow ? Math.min(height, TALLEST_NARROW) : height);
        Scale y = yScale(bottom, top);

        Svg svg = new Svg(width, bottom + (xName.isEmpty() ? 26 : 42), title);
        if (!yName.isEmpty()) {
            svg.text(4, 14, Svg.fitting(yName, width - 8.0), Svg.Anchor.START, Ink.MUTED);
        }
        grid(svg, y, left, right);
        foot(svg, x, bottom, narrow);
        above.draw(svg, top, bottom);
        levels.forEach(l -> svg.line(left, y.at(l.value()), right, y.at(l.value()), l.ink(), l.stroke()));
        layers.forEach(layer -> layer.draw(svg, x, y));
        PlotLabels.beside(
                svg,
                layers.stream()
                        .filter(Layer.Dot.class::isInstance)
                        .map(Layer.Dot.class::cast)
                        .toList(),
                x,
                y);
        if (narrow) {
            PlotLabels.legend(svg, names, heading);
        } else {
            PlotLabels.ends(svg, names, y, right + 8);
        }
        if (!xName.isEmpty()) {
            svg.text((left + right) / 2, bottom + 36, Svg.fitting(xName, right - left), Svg.Anchor.MIDDLE, Ink.MUTED);
        }
        return svg.end();
    }

    private List<PlotLabels.Name> names() {
        List<PlotLabels.Name> names = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer instanceof Layer.Curve c && !c.name().isEmpty()) {
                Arrays.stream(c.y())
                        .filter(Double::isFinite)
                        .reduce((a, b) -> b)
                        .ifPresent(end -> names.add(new PlotLabels.Name(c.name(), end, c.ink(), c.stroke())));
            }
        }
        levels.stream().filter(l -> !l.words().isEmpty()).forEach(names::add);
        return names;
    }

    private Scale xScale(double from, double to) {
        if (!periods.isEmpty()) {
            return new Scale(-0.5, periods.size() - 0.5, from, to);
        }
        double[] values = DoubleStream.concat(
                        layers.stream().flatMapToDouble(Layer::xs),
                        moments.stream().mapToDouble(PlotLabels.Moment::at))
                .toArray();
        return xFromZero ? Scale.fromZero(values, from, to) : Scale.covering(values, from, to);
    }

    private Scale yScale(double from, double to) {
        if (range.length > 0) {
            return Scale.covering(range, from, to);
        }
        double[] values = DoubleStream.concat(
                        layers.stream().flatMapToDouble(Layer::ys),
                        levels.stream().mapToDouble(PlotLabels.Name::value))
                .toArray();
        return fromZero ? Scale.fromZero(values, from, to) : Scale.covering(values, from, to);
    }

    private int ticks() {
        return Math.clamp(height / 30, 2, 6);
    }

    private void grid(Svg svg, Scale y, double left, double right) {
        for (Scale.Tick tick : y.ticks(ticks())) {
            double at = y.at(tick.value());
            svg.line(left, at, right, at, tick.value() == 0 ? Ink.MARK : Ink.LINE, Svg.Stroke.THIN);
            svg.text(left - 6, at + Svg.LETTER, tick.words(), Svg.Anchor.END, Ink.MUTED);
        }
    }

    private void foot(Svg svg, Scale x, double bottom, boolean narrow) {
        if (periods.isEmpty()) {
            x.ticks(narrow ? 4 : 8).forEach(tick -> mark(svg, x.at(tick.value()), tick.words(), bottom));
            return;
        }
        double widest = periods.stream().mapToDouble(Svg::widthOf).max().orElse(0) + 16;
        int every = (int) Math.max(1, Math.ceil(periods.size() * widest / (x.to() - x.from())));
        for (int i = 0; i < periods.size(); i += every) {
            // moved further to stay on the drawing, the last would come too near to the one before
            boolean fits = x.at(i) + Svg.widthOf(periods.get(i)) / 2 < svg.width() + 8;
            mark(svg, x.at(i), i == 0 || fits ? periods.get(i) : "", bottom);
        }
    }

    private static void mark(Svg svg, double at, String words, double bottom) {
        svg.line(at, bottom, at, bottom + 4, Ink.MARK, Svg.Stroke.THIN);
        if (!words.isEmpty()) {
            svg.centred(at, bottom + 18, words, Ink.MUTED);
        }
    }
}
