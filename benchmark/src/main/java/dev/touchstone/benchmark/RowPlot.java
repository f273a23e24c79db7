package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A drawing with a row for each unit and values from left to right: dots with intervals, bars from 0, strips. On a narrow screen the
 * names stand above their rows. Of very many rows the first and the last are drawn; the table behind the drawing has them all.
 */
final class RowPlot implements Document.Plot {
    /** Drawn rows at most. */
    static final int MOST = 60;

    private static final int FIRST = 40;
    private static final int LAST = MOST - FIRST;
    private static final int NARROW = 560;

    /** Something drawn in a row. */
    sealed interface Mark {}

    /** @param open whether only its rim is drawn */
    record Dot(double value, Ink ink, boolean open) implements Mark {}

    /** From one value to another; an absent end is drawn dotted to the edge. */
    record Span(OptionalDouble low, OptionalDouble high, Ink ink) implements Mark {}

    /** A wide stripe, such as from one quartile to the other. */
    record Strip(double low, double high, Ink ink) implements Mark {}

    /** A length from 0. */
    record Bar(double value, Ink ink) implements Mark {}

    /** A short upright stroke, such as a median or a target. */
    record Notch(double value, Ink ink) implements Mark {}

    /**
     * @param beside said at the right of the row
     * @param hint said when the marks are pointed at
     */
    private record Row(String label, String beside, String hint, List<Mark> marks) {}

    private record Rule(double value, String label, Ink ink) {}

    private final String title;
    private final List<Row> rows = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private String axis = "";

    private RowPlot(String title) {
        this.title = title;
    }

    /** @param title for those who do not see the drawing */
    static RowPlot titled(String title) {
        return new RowPlot(title);
    }

    /** What the values are, with their unit. */
    RowPlot axis(String words) {
        axis = words;
        return this;
    }

    RowPlot row(String label, String beside, Mark... marks) {
        rows.add(new Row(label, beside, label + (beside.isEmpty() ? "" : ": " + beside), List.of(marks)));
        return this;
    }

    /** A line through all rows, such as the median. */
    RowPlot rule(double value, String label, Ink ink) {
        rules.add(new Rule(value, label, ink));
        return this;
    }

    /** Puts it on a page, with a word about rows that are left out; without rows nothing. */
    void drawOn(Document.Builder page, String caption) {
        if (!rows.isEmpty()) {
            page.drawing(
                    this,
                    rows.size() <= MOST
                            ? caption
                            : caption + " Drawn are the first " + FIRST + " and the last " + LAST + " of "
                                    + Show.count(rows.size()) + "; the table has them all.");
        }
    }

    @Override
    public String svg(int width) {
        boolean narrow = width < NARROW;
        List<Row> drawn = drawn();
        double step = narrow ? 36 : 24;
        double left =
                narrow ? 8 : Math.min(260, widest(drawn.stream().map(Row::label).toList()) + 16);
        double right = width
                - (narrow
                        ? 8
                        : Math.min(220, widest(drawn.stream().map(Row::beside).toList()) + 20));
        double top = 8 + 16.0 * rules.size();
        double bottom = top + step * drawn.size() + 4;
        Scale x = scale(drawn, left + 8, right - 8);
        Svg svg = new Svg(width, bottom + (axis.isEmpty() ? 24 : 40), title);
        grid(svg, x, top, bottom, narrow ? 4 : 8);
        rules(svg, x, top, bottom);
        for (int i = 0; i < drawn.size(); i++) {
            Row row = drawn.get(i);
            double middle = top + step * (i + 0.5) + (narrow ? 8 : 0);
            if (narrow) {
                double beside = Svg.widthOf(row.beside);
                svg.text(left, middle - 12, Svg.fitting(row.label, width - 28 - beside), Svg.Anchor.START, Ink.TEXT);
                svg.text(width - 8, middle - 12, row.beside, Svg.Anchor.END, Ink.MUTED);
            } else {
                svg.text(left - 8, middle + Svg.LETTER, Svg.fitting(row.label, left - 16), Svg.Anchor.END, Ink.TEXT);
                svg.text(
                        right + 10,
                        middle + Svg.LETTER,
                        Svg.fitting(row.beside, width - right - 12),
                        Svg.Anchor.START,
                        Ink.MUTED);
            }
            marks(svg, x, row, middle);
        }
        if (!axis.isEmpty()) {
            svg.text((x.from() + x.to()) / 2, bottom + 34, axis, Svg.Anchor.MIDDLE, Ink.MUTED);
        }
        return svg.end();
    }

    private List<Row> drawn() {
        if (rows.size() <= MOST) {
            return rows;
        }
        List<Row> drawn = new ArrayList<>(rows.subList(0, FIRST));
        drawn.add(new Row("\u22ee " + Show.count(rows.size() - MOST) + " more", "", "", List.of()));
        drawn.addAll(rows.subList(rows.size() - LAST, rows.size()));
        return drawn;
    }

    private static double widest(List<String> words) {
        return words.stream().mapToDouble(Svg::widthOf).max().orElse(0);
    }

    private Scale scale(List<Row> drawn, double from, double to) {
        boolean lengths = drawn.stream().flatMap(r -> r.marks.stream()).anyMatch(Bar.class::isInstance);
        double[] values = DoubleStream.concat(
                        rules.stream().mapToDouble(Rule::value),
                        drawn.stream().flatMap(r -> r.marks.stream()).flatMapToDouble(RowPlot::reach))
                .toArray();
        return lengths ? Scale.fromZero(values, from, to) : Scale.covering(values, from, to);
    }

    private static DoubleStream reach(Mark mark) {
        return switch (mark) {
            case Dot dot -> DoubleStream.of(dot.value);
            case Span span -> DoubleStream.concat(span.low.stream(), span.high.stream());
            case Strip strip -> DoubleStream.of(strip.low, strip.high);
            case Bar bar -> DoubleStream.of(bar.value);
            case Notch notch -> DoubleStream.of(notch.value);
        };
    }

    private static void grid(Svg svg, Scale x, double top, double bottom, int most) {
        for (Scale.Tick tick : x.ticks(most)) {
            Ink ink = tick.value() == 0 ? Ink.MARK : Ink.LINE;
            svg.line(x.at(tick.value()), top, x.at(tick.value()), bottom, ink, Svg.Stroke.THIN);
            svg.centred(x.at(tick.value()), bottom + 16, tick.words(), Ink.MUTED);
        }
    }

    /** Names of lines stand above each other, so that they never cover one another. */
    private void rules(Svg svg, Scale x, double top, double bottom) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            double at = x.at(rule.value);
            double y = top - 4 - 16.0 * (rules.size() - 1 - i);
            svg.line(at, y + 2, at, bottom, rule.ink, Svg.Stroke.DASHED);
            svg.centred(at, y, rule.label, rule.ink);
        }
    }

    private static void marks(Svg svg, Scale x, Row row, double y) {
        for (Mark mark : row.marks) {
            switch (mark) {
                case Span s -> {
                    double low = x.at(s.low.orElse(x.low()));
                    double high = x.at(s.high.orElse(x.high()));
                    boolean whole = s.low.isPresent() && s.high.isPresent();
                    svg.line(low, y, high, y, s.ink, whole ? Svg.Stroke.SOLID : Svg.Stroke.DOTTED);
                    s.low.ifPresent(v -> svg.line(low, y - 3, low, y + 3, s.ink, Svg.Stroke.SOLID));
                    s.high.ifPresent(v -> svg.line(high, y - 3, high, y + 3, s.ink, Svg.Stroke.SOLID));
                }
                case Strip s ->
                    svg.box(x.at(s.low), y - 6, Math.max(x.at(s.low) + 1, x.at(s.high)), y + 6, s.ink, row.hint);
                case Bar b -> svg.box(x.at(0), y - 7, x.at(b.value), y + 7, b.ink, row.hint);
                case Notch n -> svg.line(x.at(n.value), y - 7, x.at(n.value), y + 7, n.ink, Svg.Stroke.THICK);
                case Dot d when d.open -> svg.ring(x.at(d.value), y, 4, d.ink, row.hint);
                case Dot d -> svg.dot(x.at(d.value), y, 4.5, d.ink, row.hint);
            }
        }
    }
}
