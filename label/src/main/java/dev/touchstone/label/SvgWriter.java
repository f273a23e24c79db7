package dev.touchstone.label;

import dev.touchstone.label.Drawing.Placed;
import dev.touchstone.label.Drawing.Rule;
import dev.touchstone.label.Drawing.Run;
import java.util.stream.Collectors;

/** Writes a label as SVG 1.1 whose user unit is the millimetre. */
final class SvgWriter {

    private SvgWriter() {}

    static String write(Drawing drawing) {
        String width = Millimetres.text(drawing.widthMm());
        String height = Millimetres.text(drawing.heightMm());
        Symbol symbol = drawing.symbol().symbol();
        StringBuilder svg = new StringBuilder(16_384);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %s %s\""
                .formatted(width, height, width, height));
        svg.append(" role=\"img\">\n");
        svg.append("<title>").append(escaped(title(symbol))).append("</title>\n");
        svg.append("<desc>").append(escaped(description(drawing))).append("</desc>\n");
        svg.append("<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n".formatted(width, height));
        symbol(svg, drawing.symbol());
        for (Rule rule : drawing.rules()) {
            svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                    .formatted(
                            Millimetres.text(rule.xMm()),
                            Millimetres.text(rule.yMm()),
                            Millimetres.text(rule.widthMm()),
                            Millimetres.text(rule.thicknessMm())));
        }
        svg.append("<g transform=\"scale(.001)\">\n");
        for (Run run : drawing.runs()) {
            svg.append("<path d=\"").append(outline(run)).append("\"/>\n");
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static String title(Symbol symbol) {
        return symbol.symbology().title() + " " + String.join(" ", symbol.hri());
    }

    private static String description(Drawing drawing) {
        return drawing.runs().stream().map(Run::text).collect(Collectors.joining("\n"));
    }

    /** The path counts in modules; the scale makes a module exactly as wide as it is to be. */
    private static void symbol(StringBuilder svg, Placed placed) {
        svg.append("<path shape-rendering=\"crispEdges\" transform=\"translate(%s %s) scale(%s %s)\" d=\"%s\"/>\n"
                .formatted(
                        Millimetres.exact(placed.xMm()),
                        Millimetres.exact(placed.yMm()),
                        Millimetres.exact(placed.moduleMm()),
                        Millimetres.exact(placed.rowMm()),
                        Outline.of(placed.symbol())));
    }

    private static String outline(Run run) {
        PathPen pen = new PathPen(run.xMm(), run.baselineMm());
        run.trace(pen);
        return pen.path();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes path data in whole micrometres, each step relative to the last, with y downwards. */
    private static final class PathPen implements Pen {

        private final StringBuilder path = new StringBuilder(4096);
        private final double originXMm;
        private final double originYMm;
        private long x;
        private long y;

        PathPen(double originXMm, double originYMm) {
            this.originXMm = originXMm;
            this.originYMm = originYMm;
        }

        String path() {
            return path.toString();
        }

        @Override
        public void moveTo(double toX, double toY) {
            x = horizontal(toX);
            y = vertical(toY);
            path.append('M').append(x);
            number(y);
        }

        @Override
        public void lineTo(double toX, double toY) {
            path.append('l');
            step(horizontal(toX), vertical(toY), true);
        }

        @Override
        public void quadTo(double controlX, double controlY, double toX, double toY) {
            path.append('q').append(horizontal(controlX) - x);
            number(vertical(controlY) - y);
            step(horizontal(toX), vertical(toY), false);
        }

        @Override
        public void close() {
            path.append('z');
        }

        private void step(long toX, long toY, boolean first) {
            if (first) {
                path.append(toX - x);
            } else {
                number(toX - x);
            }
            number(toY - y);
            x = toX;
            y = toY;
        }

        private void number(long value) {
            if (value >= 0) {
                path.append(' ');
            }
            path.append(value);
        }

        private long horizontal(double mm) {
            return Math.round((originXMm + mm) * 1000);
        }

        private long vertical(double mm) {
            return Math.round((originYMm - mm) * 1000);
        }
    }
}
