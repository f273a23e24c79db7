package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a document for a terminal of {@link #WIDTH} columns: sentences are wrapped, drawings left out. A table that is too wide is
 * told in parts, each beginning with its first column.
 */
final class TextPage {
    static final int WIDTH = 100;

    private static final int LEAST_CELL = 24;
    private static final String GAP = "  ";

    private final StringBuilder text = new StringBuilder();

    private TextPage() {}

    static String of(Document document) {
        TextPage page = new TextPage();
        page.wrapped(document.answer(), "", "");
        Document.Block before = null;
        for (Document.Block block : document.blocks()) {
            if (block instanceof Document.Drawing || block instanceof Document.Gallery) {
                continue;
            }
            if (apart(before, block)) {
                page.text.append('\n');
            }
            switch (block) {
                case Document.Heading heading -> page.heading(heading.text());
                case Document.Paragraph paragraph -> page.wrapped(paragraph.text(), "", "");
                case Document.Notes notes -> notes.notes().forEach(note -> page.wrapped(note, "- ", "  "));
                case Document.Table table -> page.table(table);
                case Document.Drawing drawing -> {}
                case Document.Gallery gallery -> {}
            }
            before = block;
        }
        return page.text.toString();
    }

    /** Headings have their own distance. */
    private static boolean apart(Document.Block before, Document.Block block) {
        if (before instanceof Document.Heading || block instanceof Document.Heading) {
            return false;
        }
        return block instanceof Document.Table || before instanceof Document.Table;
    }

    private void heading(String words) {
        text.append('\n').append(Show.plain(words)).append('\n');
        text.append("-".repeat(Math.min(WIDTH, words.length()))).append('\n');
    }

    private void wrapped(String words, String first, String others) {
        String indent = first;
        for (String line : wrap(Show.plain(words), WIDTH - others.length())) {
            text.append(indent).append(line).append('\n');
            indent = others;
        }
    }

    /** Breaks between words; a word that is too long by itself is cut. */
    static List<String> wrap(String words, int width) {
        List<String> lines = new ArrayList<>();
        String rest = words;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(space > 0 ? end + 1 : end);
        }
        lines.add(rest);
        return lines;
    }

    private void table(Document.Table table) {
        if (!table.caption().isEmpty()) {
            wrapped(table.caption(), "", "");
        }
        int[] widths = widths(table);
        int from = 1;
        do {
            List<Integer> part = part(widths, from);
            if (from > 1) {
                text.append('\n');
            }
            print(table, part, widths);
            from = part.getLast() + 1;
        } while (from < widths.length);
    }

    private static int[] widths(Document.Table table) {
        int[] widths = new int[table.columns().size()];
        int total = -GAP.length();
        int widest = 0;
        for (int c = 0; c < widths.length; c++) {
            widths[c] = table.columns().get(c).name().length();
            for (List<Document.Cell> row : table.rows()) {
                widths[c] = Math.max(widths[c], row.get(c).text().length());
            }
            widest = widths[c] > widths[widest] ? c : widest;
            total += widths[c] + GAP.length();
        }
        // the widest column gives way first, as far as words stay readable; then all do
        if (total > WIDTH && !table.columns().get(widest).numeric()) {
            widths[widest] = Math.max(Math.min(LEAST_CELL, widths[widest]), widths[widest] - (total - WIDTH));
        }
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Math.min(widths[c], WIDTH / 2);
        }
        return widths;
    }

    /** The first column and those from {@code from} on that find room beside it. */
    private static List<Integer> part(int[] widths, int from) {
        List<Integer> part = new ArrayList<>(List.of(0));
        int room = WIDTH - widths[0];
        for (int c = from; c < widths.length; c++) {
            room -= GAP.length() + widths[c];
            if (room < 0 && part.size() > 1) {
                break;
            }
            part.add(c);
        }
        return part;
    }

    private void print(Document.Table table, List<Integer> part, int[] widths) {
        List<List<String>> heads = new ArrayList<>();
        part.forEach(c -> heads.add(wrap(table.columns().get(c).name(), widths[c])));
        lines(table, part, widths, heads);
        for (List<Document.Cell> row : table.rows()) {
            List<List<String>> cells = new ArrayList<>();
            part.forEach(c -> cells.add(wrap(Show.plain(row.get(c).text()), widths[c])));
            lines(table, part, widths, cells);
        }
    }

    private void lines(Document.Table table, List<Integer> part, int[] widths, List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        for (int l = 0; l < height; l++) {
            StringBuilder line = new StringBuilder();
            for (int k = 0; k < part.size(); k++) {
                int c = part.get(k);
                String cell = l < cells.get(k).size() ? cells.get(k).get(l) : "";
                String pad = " ".repeat(Math.max(0, widths[c] - cell.length()));
                line.append(table.columns().get(c).numeric() ? pad + cell : cell + pad)
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
