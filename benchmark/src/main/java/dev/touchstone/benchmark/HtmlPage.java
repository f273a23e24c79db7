package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a document as one page that needs nothing else: style and drawings are in it, light and dark, on screen and on paper. */
final class HtmlPage {
    /** Each drawing is made twice, and the style shows the one that fits the screen, so that its words keep their size. */
    private static final int WIDE = 1080;

    private static final int SLIM = 334;
    private static final int SMALL = 330;

    /** Cells of so few characters are not broken. */
    private static final int ONE_LINE = 24;

    /** Longer tables show so many rows, and the others when they are asked for. */
    private static final int MOST_OPEN = 100;

    private static final int OPEN = 40;

    private static final String STYLE = resource("report.css");

    private final StringBuilder html = new StringBuilder(100_000);

    private HtmlPage() {}

    static String of(Document document) {
        return new HtmlPage().page(document);
    }

    private String page(Document document) {
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\"")
                .append(" content=\"width=device-width,initial-scale=1\"><title>")
                .append(escape(document.title()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head>\n<body><main>\n");
        element("h1", document.title());
        html.append("<p class=\"answer\">").append(escape(document.answer())).append("</p>\n");
        for (Document.Block block : document.blocks()) {
            switch (block) {
                case Document.Heading heading -> element("h2", heading.text());
                case Document.Paragraph paragraph -> element("p", paragraph.text());
                case Document.Notes notes -> notes(notes.notes());
                case Document.Drawing drawing -> drawing(drawing);
                case Document.Gallery gallery -> gallery(gallery);
                case Document.Table table -> table(table);
            }
        }
        return html.append("</main></body></html>\n").toString();
    }

    private void element(String name, String words) {
        html.append('<').append(name).append('>').append(escape(words));
        html.append("</").append(name).append(">\n");
    }

    private void notes(List<String> notes) {
        html.append("<ul class=\"notes\">");
        notes.forEach(note -> html.append("<li>").append(escape(note)).append("</li>"));
        html.append("</ul>\n");
    }

    private void drawing(Document.Drawing drawing) {
        html.append("<figure><div class=\"wide\">")
                .append(drawing.plot().svg(WIDE))
                .append("</div><div class=\"slim\">")
                .append(drawing.plot().svg(SLIM))
                .append("</div><figcaption>")
                .append(escape(drawing.caption()))
                .append("</figcaption></figure>\n");
    }

    private void gallery(Document.Gallery gallery) {
        html.append("<div class=\"gallery\">");
        for (Document.Drawing drawing : gallery.drawings()) {
            html.append("<figure><figcaption>")
                    .append(escape(drawing.caption()))
                    .append("</figcaption>")
                    .append(drawing.plot().svg(SMALL))
                    .append("</figure>\n");
        }
        html.append("</div>\n");
    }

    /** The end of a very long table is folded. */
    private void table(Document.Table table) {
        List<List<Document.Cell>> rows = table.rows();
        boolean folded = rows.size() > MOST_OPEN;
        html.append("<div class=\"table\">");
        rows(table, table.caption(), folded ? rows.subList(0, OPEN) : rows);
        if (folded) {
            html.append("<details><summary>")
                    .append(Show.count(rows.size() - OPEN))
                    .append(" more rows</summary>");
            rows(table, "", rows.subList(OPEN, rows.size()));
            html.append("</details>");
        }
        html.append("</div>\n");
    }

    private void rows(Document.Table table, String caption, List<List<Document.Cell>> rows) {
        html.append("<table>");
        if (!caption.isEmpty()) {
            html.append("<caption>").append(escape(caption)).append("</caption>");
        }
        html.append("<thead><tr>");
        for (Document.Column column : table.columns()) {
            html.append(column.numeric() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .append(escape(column.name()))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
        for (List<Document.Cell> row : rows) {
            html.append("<tr>");
            for (int c = 0; c < row.size(); c++) {
                cell(row.get(c), table.columns().get(c));
            }
            html.append("</tr>\n");
        }
        html.append("</tbody></table>");
    }

    private void cell(Document.Cell cell, Document.Column column) {
        String tone = switch (cell.tone()) {
            case PLAIN -> "";
            case GOOD -> "good";
            case BAD -> "bad";
            case ATTENTION -> "attention";
        };
        String kind = (column.numeric() ? "n " : cell.text().length() <= ONE_LINE ? "k " : "") + tone;
        html.append("<td")
                .append(kind.isEmpty() ? "" : " class=\"" + kind.strip() + "\"")
                .append(" data-label=\"")
                .append(escape(column.name()))
                .append("\"><span>")
                .append(sign(cell.tone()))
                .append(escape(cell.text()))
                .append("</span></td>");
    }

    private static String sign(Document.Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case GOOD -> "\u2713 ";
            case BAD -> "\u2715 ";
            case ATTENTION -> "\u25c6 ";
        };
    }

    static String escape(String text) {
        return Show.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
