package dev.touchstone.label;

import dev.touchstone.label.Drawing.Run;
import dev.touchstone.label.LabelDesign.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Values under their data titles, set as a list or as a form. */
record Fields(List<Caption.Field> fields, TextSize size) {

    /** One field a line: the titles, and the values after the longest title. All in one size. */
    void listIn(Column column, double textScale) {
        double titleWidth = widest(Typeface.TEXT, Caption.Field::title);
        double indent = titleWidth == 0 ? 0 : titleWidth + 0.6;
        double lineWidth = indent + widest(Typeface.TITLE, Caption.Field::value);
        double capMm = column.largest(lineWidth, size, textScale);
        for (Caption.Field field : fields) {
            column.gap(Column.LINE_GAP * capMm);
            Run title = new Run(Typeface.TEXT, field.title(), capMm);
            Run value = new Run(Typeface.TITLE, field.value(), capMm).at(indent * capMm, 0);
            column.line(capMm, List.of(title, value));
        }
    }

    private double widest(Typeface face, Function<Caption.Field, String> part) {
        return fields.stream()
                .mapToDouble(f -> face.width(part.apply(f), 1))
                .max()
                .orElse(0);
    }

    /** Fields beside one another as far as the width goes: a small title, the value large below it. */
    void formIn(Column column, double textScale) {
        double valueMm = size.at(textScale);
        double titleMm = Math.max(1.1, 0.34 * valueMm);
        double betweenMm = 1.1 * valueMm;
        int next = 0;
        while (next < fields.size()) {
            List<Run> titles = new ArrayList<>();
            List<Run> values = new ArrayList<>();
            double x = 0;
            for (; next < fields.size(); next++) {
                Caption.Field field = fields.get(next);
                Run title = new Run(Typeface.TEXT, field.title(), titleMm).at(x, 0);
                Run value = new Run(Typeface.TITLE, field.value(), valueMm).at(x, 0);
                double width = Math.max(title.widthMm(), value.widthMm());
                if (x > 0 && x + width > column.widthMm()) {
                    break;
                }
                titles.add(title);
                values.add(value);
                x += width + betweenMm;
            }
            column.gap(Typeface.DESCENT * valueMm + (Typeface.ACCENT + 0.7) * titleMm);
            column.line(titleMm, titles);
            column.gap(Typeface.DESCENT * titleMm + 0.1 * valueMm);
            column.line(valueMm, values);
        }
    }
}
