package dev.touchstone.label;

import dev.touchstone.label.Drawing.Run;
import dev.touchstone.label.LabelDesign.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    private final Grid grid;
    private final List<Run> runs = new ArrayList<>();
    private double heightMm;
    private Attempt.Lacks tooWide;

    Column(double widthMm, Grid grid) {
        this.widthMm = widthMm;
        this.grid = grid;
    }

    /** Leaves about {@code mm} free below the last baseline; nothing happens above the first line. */
    void gap(double mm) {
        heightMm += runs.isEmpty() ? 0 : grid.nearest(mm);
    }

    /** Adds a heading in as many lines as its words need, at most {@code maxLines}, as large as that allows. */
    void heading(String text, TextSize size, double scale, int maxLines, boolean breaks) {
        double capMm = whole(size.at(scale), size);
        List<Run> lines = headingLines(text, capMm, breaks);
        while (capMm > size.smallestMm() && (lines.size() > maxLines || !fit(lines))) {
            capMm = whole(Math.max(size.smallestMm(), capMm * 0.96), size);
            lines = headingLines(text, capMm, breaks);
        }
        for (Run line : lines) {
            gap(LINE_GAP * capMm);
            line(capMm, List.of(line));
        }
    }

    private List<Run> headingLines(String text, double capMm, boolean breaks) {
        return wrap(text, line -> new Run(Typeface.TITLE, line, capMm), 0, breaks);
    }

    /**
     * Adds element strings, one a line, all in the size that the longest allows. Where one must be broken, the rest of
     * its value continues below the value's start. Their pitch is whole dots, so that equal characters print equally.
     */
    void elements(List<String> hri, TextSize size, double scale, boolean breaks) {
        int longest = hri.stream().mapToInt(String::length).max().orElse(1);
        double capMm = largest(longest * Typeface.HRI.width("0", 1), size, scale);
        double ownPitchMm = Typeface.HRI.width("0", capMm);
        double pitchMm = grid.nearest(ownPitchMm);
        double trackingMm = (longest * pitchMm > widthMm ? grid.down(ownPitchMm) : pitchMm) - ownPitchMm;
        for (String element : hri) {
            double hangMm = (element.indexOf(')') + 1) * (ownPitchMm + trackingMm);
            double indentMm = 0;
            for (Run line :
                    wrap(element, text -> new Run(Typeface.HRI, text, capMm, trackingMm, 0, 0), hangMm, breaks)) {
                gap(HRI_LINE_GAP * capMm);
                line(capMm, List.of(line.at(indentMm, 0)));
                indentMm = hangMm;
            }
        }
    }

    /** The largest height of capitals at which a line fits that is {@code widthInCaps} times as wide. */
    double largest(double widthInCaps, TextSize size, double scale) {
        return widthInCaps == 0
                ? size.at(scale)
                : whole(Math.clamp(widthMm / widthInCaps, size.smallestMm(), size.at(scale)), size);
    }

    /** The height rounded down to whole dots, unless that were too small. */
    private double whole(double capMm, TextSize size) {
        double wholeMm = grid.down(capMm);
        return wholeMm >= size.smallestMm() ? wholeMm : capMm;
    }

    /** Adds runs side by side on the next baseline; their {@code xMm} counts from the column's left edge. */
    void line(double capMm, List<Run> parts) {
        heightMm += capMm;
        for (Run part : parts) {
            runs.add(part.at(part.xMm(), heightMm));
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
    List<Run> at(double xMm, double yMm) {
        return runs.stream()
                .map(r -> r.at(grid.nearest(xMm + r.xMm()), grid.nearest(yMm + r.baselineMm())))
                .toList();
    }

    private boolean fit(List<Run> lines) {
        return lines.stream().allMatch(line -> line.widthMm() <= widthMm + ROUNDING_MM);
    }

    /** Breaks a text between words; inside a word only when it alone is too wide and {@code breaks} allows it. */
    private List<Run> wrap(String text, Function<String, Run> set, double hangMm, boolean breaks) {
        List<Run> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && set.apply(longer).widthMm() > room(lines, hangMm)) {
                lines.add(set.apply(line));
                longer = word;
            }
            while (breaks && longer.length() > 1 && set.apply(longer).widthMm() > room(lines, hangMm)) {
                int head = fittingLength(longer, set, room(lines, hangMm));
                lines.add(set.apply(longer.substring(0, head)));
                longer = longer.substring(head);
            }
            line = longer;
        }
        lines.add(set.apply(line));
        return lines;
    }

    /** Width of the next line: what follows the first hangs. */
    private double room(List<Run> lines, double hangMm) {
        return widthMm - (lines.isEmpty() ? 0 : hangMm) + ROUNDING_MM;
    }

    private static int fittingLength(String word, Function<String, Run> set, double roomMm) {
        int length = 1;
        while (length < word.length() - 1
                && set.apply(word.substring(0, length + 1)).widthMm() <= roomMm) {
            length++;
        }
        return length;
    }
}
