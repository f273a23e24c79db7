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

    /** White between a baseline and the capitals below it, in cap heights: room for what hangs below and for accents. */
    static final double LINE_GAP = Typeface.DESCENT + Typeface.ACCENT;

    /** The same for HRI, whose characters have no accents. */
    private static final double HRI_LINE_GAP = 0.6;

    private static final double ROUNDING_MM = 1e-9;

    private final double widthMm;
    private final List<Run> runs = new ArrayList<>();
    private double heightMm;
    private Attempt.Lacks tooWide;

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
        List<String> lines = wrap(Typeface.TITLE, text, capMm, 0, breaks);
        while (capMm > size.smallestMm() && (lines.size() > maxLines || !fits(Typeface.TITLE, lines, capMm))) {
            capMm = Math.max(size.smallestMm(), capMm * 0.96);
            lines = wrap(Typeface.TITLE, text, capMm, 0, breaks);
        }
        for (String line : lines) {
            gap(LINE_GAP * capMm);
            line(capMm, List.of(new Run(Typeface.TITLE, line, capMm, 0, 0)));
        }
    }

    /**
     * Adds element strings, one a line, all in the size that the longest allows. Where one must be broken, the rest of
     * its value continues below the value's start.
     */
    void elements(List<String> hri, TextSize size, double scale, boolean breaks) {
        double widest = hri.stream()
                .mapToDouble(text -> Typeface.HRI.width(text, 1))
                .max()
                .orElse(1);
        double capMm = Math.clamp(widthMm / widest, size.smallestMm(), size.at(scale));
        for (String element : hri) {
            double hangMm = Typeface.HRI.width(element.substring(0, element.indexOf(')') + 1), capMm);
            double indentMm = 0;
            for (String line : wrap(Typeface.HRI, element, capMm, hangMm, breaks)) {
                gap(HRI_LINE_GAP * capMm);
                line(capMm, List.of(new Run(Typeface.HRI, line, capMm, indentMm, 0)));
                indentMm = hangMm;
            }
        }
    }

    /** Adds runs side by side on the next baseline; their {@code xMm} counts from the column's left edge. */
    void line(double capMm, List<Run> parts) {
        heightMm += capMm;
        for (Run part : parts) {
            runs.add(new Run(part.face(), part.text(), part.capMm(), part.xMm(), heightMm));
            double rightMm = part.xMm() + part.widthMm();
            if (rightMm > widthMm + ROUNDING_MM && tooWide == null) {
                tooWide = new Attempt.Lacks("“" + part.text() + "”", Attempt.Direction.WIDE, rightMm, widthMm);
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

    /** Width of the widest line. */
    double usedWidthMm() {
        return runs.stream().mapToDouble(r -> r.xMm() + r.widthMm()).max().orElse(0);
    }

    /** The first line without room, or null. */
    Attempt.Lacks tooWide() {
        return tooWide;
    }

    /** The lines with the column's upper left corner at a place of the label. */
    List<Run> at(double xMm, double yMm, Grid grid) {
        return runs.stream()
                .map(r -> new Run(
                        r.face(), r.text(), r.capMm(), grid.nearest(xMm + r.xMm()), grid.nearest(yMm + r.baselineMm())))
                .toList();
    }

    private boolean fits(Typeface face, List<String> lines, double capMm) {
        return lines.stream().allMatch(line -> face.width(line, capMm) <= widthMm + ROUNDING_MM);
    }

    /** Breaks a text between words; inside a word only when it alone is too wide and {@code breaks} allows it. */
    private List<String> wrap(Typeface face, String text, double capMm, double hangMm, boolean breaks) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && face.width(longer, capMm) > room(lines, hangMm)) {
                lines.add(line);
                longer = word;
            }
            while (breaks && longer.length() > 1 && face.width(longer, capMm) > room(lines, hangMm)) {
                int head = fittingLength(face, longer, capMm, room(lines, hangMm));
                lines.add(longer.substring(0, head));
                longer = longer.substring(head);
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** Width of the next line: what follows the first hangs. */
    private double room(List<String> lines, double hangMm) {
        return widthMm - (lines.isEmpty() ? 0 : hangMm) + ROUNDING_MM;
    }

    private static int fittingLength(Typeface face, String word, double capMm, double roomMm) {
        int length = 1;
        while (length < word.length() - 1 && face.width(word.substring(0, length + 1), capMm) <= roomMm) {
            length++;
        }
        return length;
    }
}
