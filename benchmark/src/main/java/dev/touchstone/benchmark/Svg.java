package dev.touchstone.benchmark;

import java.util.Locale;

/** A drawing in the making, in pixels from the upper left corner; its colours are those of the page. */
final class Svg {
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** How a line is drawn. */
    enum Stroke {
        SOLID(1.5, ""),
        THIN(1, ""),
        THICK(2.5, ""),
        DASHED(1.25, "5 4"),
        DOTTED(1.25, "2 3");

        private final double width;
        private final String dashes;

        Stroke(double width, String dashes) {
            this.width = width;
            this.dashes = dashes;
        }
    }

    /** How far the foot of words lies below their middle. */
    static final double LETTER = 4;

    private final StringBuilder svg = new StringBuilder(4000);
    private final double width;

    /** @param title for those who do not see the drawing */
    Svg(double width, double height, String title) {
        this.width = width;
        svg.append("<svg viewBox=\"0 0 ").append(round(width)).append(' ').append(round(height));
        svg.append("\" role=\"img\" aria-label=\"")
                .append(HtmlPage.escape(title))
                .append("\">");
    }

    double width() {
        return width;
    }

    Svg line(double x1, double y1, double x2, double y2, Ink ink, Stroke stroke) {
        svg.append("<line x1=\"").append(round(x1)).append("\" y1=\"").append(round(y1));
        svg.append("\" x2=\"")
                .append(round(x2))
                .append("\" y2=\"")
                .append(round(y2))
                .append('"');
        return stroked(ink, stroke).closed();
    }

    /** A line through points; where one of them is not a number it is broken. */
    Svg path(double[] x, double[] y, Ink ink, Stroke stroke) {
        svg.append("<path fill=\"none\" d=\"");
        boolean broken = true;
        for (int i = 0; i < x.length; i++) {
            boolean there = Double.isFinite(x[i]) && Double.isFinite(y[i]);
            if (there) {
                svg.append(broken ? 'M' : 'L').append(round(x[i])).append(' ').append(round(y[i]));
            }
            broken = !there;
        }
        svg.append("\" stroke-linejoin=\"round\"");
        return stroked(ink, stroke).closed();
    }

    /** The area between two lines. */
    Svg band(double[] x, double[] low, double[] high, Ink ink) {
        svg.append("<path d=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? 'M' : 'L').append(round(x[i])).append(' ').append(round(high[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            svg.append('L').append(round(x[i])).append(' ').append(round(low[i]));
        }
        svg.append("Z\" class=\"").append(ink.fill()).append('"');
        return closed();
    }

    /** @param hint shown when it is pointed at */
    Svg dot(double x, double y, double radius, Ink ink, String hint) {
        svg.append("<circle cx=\"").append(round(x)).append("\" cy=\"").append(round(y));
        svg.append("\" r=\"")
                .append(round(radius))
                .append("\" class=\"")
                .append(ink.fill())
                .append('"');
        return hinted("circle", hint);
    }

    /** A dot of which only the rim is drawn. */
    Svg ring(double x, double y, double radius, Ink ink, String hint) {
        svg.append("<circle cx=\"")
                .append(round(x))
                .append("\" cy=\"")
                .append(round(y))
                .append("\" r=\"");
        svg.append(round(radius))
                .append("\" stroke-width=\"1.5\" class=\"f-card ")
                .append(ink.stroke())
                .append('"');
        return hinted("circle", hint);
    }

    /** A circle of which only the rim is drawn, and broadly. */
    Svg outline(double x, double y, double radius, Ink ink) {
        svg.append("<circle fill=\"none\" stroke-width=\"3\" cx=\"").append(round(x));
        svg.append("\" cy=\"").append(round(y)).append("\" r=\"").append(round(radius));
        svg.append("\" class=\"").append(ink.stroke()).append('"');
        return closed();
    }

    /** A rectangle between two corners in any order. */
    Svg box(double x1, double y1, double x2, double y2, Ink ink, String hint) {
        svg.append("<rect x=\"")
                .append(round(Math.min(x1, x2)))
                .append("\" y=\"")
                .append(round(Math.min(y1, y2)));
        svg.append("\" width=\"").append(round(Math.abs(x2 - x1)));
        svg.append("\" height=\"").append(round(Math.abs(y2 - y1)));
        svg.append("\" class=\"").append(ink.fill()).append('"');
        return hinted("rect", hint);
    }

    Svg text(double x, double y, String words, Anchor anchor, Ink ink) {
        svg.append("<text x=\"")
                .append(round(x))
                .append("\" y=\"")
                .append(round(y))
                .append('"');
        if (anchor != Anchor.START) {
            svg.append(" text-anchor=\"")
                    .append(anchor.name().toLowerCase(Locale.ROOT))
                    .append('"');
        }
        svg.append(" class=\"")
                .append(ink.fill())
                .append("\">")
                .append(HtmlPage.escape(words))
                .append("</text>");
        return this;
    }

    /** Words about a place, moved so far that all of them are on the drawing. */
    Svg centred(double x, double y, String words, Ink ink) {
        double half = widthOf(words) / 2;
        return text(Math.clamp(x, half, Math.max(half, width - half)), y, words, Anchor.MIDDLE, ink);
    }

    String end() {
        return svg.append("</svg>").toString();
    }

    private Svg stroked(Ink ink, Stroke stroke) {
        svg.append(" stroke-width=\"")
                .append(stroke.width)
                .append("\" class=\"")
                .append(ink.stroke())
                .append('"');
        if (!stroke.dashes.isEmpty()) {
            svg.append(" stroke-dasharray=\"").append(stroke.dashes).append('"');
        }
        return this;
    }

    private Svg hinted(String element, String hint) {
        if (hint.isEmpty()) {
            return closed();
        }
        svg.append("><title>")
                .append(HtmlPage.escape(hint))
                .append("</title></")
                .append(element)
                .append('>');
        return this;
    }

    private Svg closed() {
        svg.append("/>");
        return this;
    }

    /** Width of words in the type of drawings, near enough to keep them apart. */
    static double widthOf(String words) {
        double width = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            width += Character.isUpperCase(c) || c == 'm' || c == 'w' || c == '%' || c == '\u2026'
                    ? 10
                    : "iljtf.,:;'|!()[] ".indexOf(c) >= 0 ? 4 : c == '\u202f' ? 4 : c > 0x2e80 ? 12.5 : 7.4;
        }
        return width;
    }

    /** The beginning of words that finds room, with an ellipsis where something is left out. */
    static String fitting(String words, double room) {
        String text = Show.plain(words);
        if (widthOf(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && widthOf(text.substring(0, end)) + 9.5 > room) {
            end--;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "\u2026";
    }

    private static String round(double v) {
        String text = String.format(Locale.ROOT, "%.1f", v);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
