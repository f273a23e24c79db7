package dev.touchstone.label;

import dev.touchstone.label.Drawing.Run;
import dev.touchstone.label.LabelDesign.TextSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of text below one another, built from the top. Positions count from the upper edge of the first line's capitals;
 * the height reaches to the last baseline. Remembers the first line that is wider than the column.
 */
final class Column {

    /** Distance of baselines in cap heights within one text. */
    private static final double LEADING = 1.6;

    private final double widthMm;
    private final List<Run> runs = new ArrayList<>();
    private double heightMm;
    private Attempt.Short tooWide;

    Column(double widthMm) {
        this.widthMm = widthMm;
    }

    /** Leaves {@code mm} free below the last baseline; nothing happens above the first line. */
    void gap(double mm) {
        heightMm += runs.isEmpty() ? 0 : mm;
    }

    /** Adds a heading in as many lines as its words need, at most {@code maxLines}, as large as that allows. */
    void heading(String text, TextSize size, double scale, int maxLines, boolean breaks) {
        double capMm = size.at(scale);
        List<String> lines = wrap(Typeface.TITLE, text, capMm, breaks);
        while (capMm > size.smallestMm() && (lines.size() > maxLines || !fits(Typeface.TITLE, lines, capMm))) {
            capMm = Math.max(size.smallestMm(), capMm * 0.96);
            lines = wrap(Typeface.TITLE, text, capMm, breaks);
        }
        lines(Typeface.TITLE, lines, capMm);
    }

    /** Adds texts one below the other, all in the size that lets the longest stay on its line; breaks it if it may. */
    void texts(Typeface face, List<String> texts, TextSize size, double scale, boolean breaks) {
        double capMm = largest(face, texts, size, scale);
        lines(
                face,
                texts.stream()
                        .flatMap(t -> wrap(face, t, capMm, breaks).stream())
                        .toList(),
                capMm);
    }

    private double largest(Typeface face, List<String> texts, TextSize size, double scale) {
        double widest =
                texts.stream().mapToDouble(text -> face.width(text, 1)).max().orElse(1);
        return Math.clamp(widthMm / widest, size.smallestMm(), size.at(scale));
    }

    private void lines(Typeface face, List<String> lines, double capMm) {
        for (int i = 0; i < lines.size(); i++) {
            gap(i == 0 ? 0 : (LEADING - 1) * capMm);
            line(capMm, List.of(new Run(face, lines.get(i), capMm, 0, 0)));
        }
    }

    /** Adds runs side by side on the next baseline; their {@code xMm} counts from the column's left edge. */
    void line(double capMm, List<Run> parts) {
        heightMm += capMm;
        for (Run part : parts) {
            runs.add(new Run(part.face(), part.text(), part.capMm(), part.xMm(), heightMm));
            double right = part.xMm() + part.widthMm();
            if (right > widthMm + 1e-9 && tooWide == null) {
                tooWide = new Attempt.Short("“" + part.text() + "”", Attempt.Direction.WIDE, right, widthMm);
            }
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    double heightMm() {
        return heightMm;
    }

    double widthMm() {
        return widthMm;
    }

    /** The first line without room, or null. */
    Attempt.Short tooWide() {
        return tooWide;
    }

    /** The lines with the column's upper left corner at a place of the label. */
    List<Run> at(double xMm, double yMm, Grid grid) {
        return runs.stream()
                .map(r -> new Run(
                        r.face(), r.text(), r.capMm(), grid.nearest(xMm + r.xMm()), grid.nearest(yMm + r.baselineMm())))
                .toList();
    }

    /** The lines centred on {@code centreMm}. */
    List<Run> centredAt(double centreMm, double yMm, Grid grid) {
        return runs.stream()
                .map(r -> new Run(
                        r.face(),
                        r.text(),
                        r.capMm(),
                        grid.nearest(centreMm - r.widthMm() / 2),
                        grid.nearest(yMm + r.baselineMm())))
                .toList();
    }

    private boolean fits(Typeface face, List<String> lines, double capMm) {
        return lines.stream().allMatch(line -> face.width(line, capMm) <= widthMm + 1e-9);
    }

    /** Breaks a text between words; inside a word only when it alone is too wide and {@code breaks} allows it. */
    private List<String> wrap(Typeface face, String text, double capMm, boolean breaks) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && face.width(longer, capMm) > widthMm + 1e-9) {
                lines.add(line);
                longer = word;
            }
            while (breaks && longer.length() > 1 && face.width(longer, capMm) > widthMm + 1e-9) {
                int head = fittingLength(face, longer, capMm);
                lines.add(longer.substring(0, head));
                longer = longer.substring(head);
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private int fittingLength(Typeface face, String word, double capMm) {
        int length = 1;
        while (length < word.length() - 1 && face.width(word.substring(0, length + 1), capMm) <= widthMm + 1e-9) {
            length++;
        }
        return length;
    }
}
