package dev.touchstone.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows with aligned columns; a column whose cells below the heading are all numbers is set to the right. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... heading) {
        rows.add(heading);
    }

    Table row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "" : cell.toString())
                .toArray(String[]::new));
        return this;
    }

    void print(PrintWriter out) {
        int columns = rows.getFirst().length;
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int c = column;
            widths[c] = rows.stream().mapToInt(row -> row[c].length()).max().orElse(0);
            right[c] =
                    rows.size() > 1 && rows.stream().skip(1).allMatch(row -> row[c].matches("[-+\\d.,\\u2009%\\s]*"));
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String pad = " ".repeat(widths[c] - row[c].length());
                line.append(right[c] ? pad + row[c] : row[c] + pad).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
