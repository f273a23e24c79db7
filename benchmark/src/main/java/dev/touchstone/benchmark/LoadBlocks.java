package dev.touchstone.benchmark;

import java.util.List;

/** Tells in a document how its table was read. */
final class LoadBlocks {
    private static final int SHOWN = 20;

    private LoadBlocks() {}

    static void add(Document.Builder document, LoadReport load) {
        document.heading("The data")
                .paragraph(load.source() + ": " + load.format() + ", " + Show.count(load.rowsRead())
                        + (load.rowsRead() == 1 ? " row" : " rows") + ", " + Show.count(load.refused())
                        + " of them left out.")
                .table(
                        List.of(
                                Document.text("column"),
                                Document.text("read as"),
                                Document.text("written"),
                                Document.number("missing")),
                        load.columns().stream()
                                .map(c -> Document.row(c.name(), c.type(), c.form(), Show.count(c.missing())))
                                .toList())
                .table(
                        "Why rows were left out",
                        List.of(Document.text("column"), Document.text("reason"), Document.number("rows")),
                        load.reasons().stream()
                                .map(r -> Document.row(r.column(), r.reason(), Show.count(r.rows())))
                                .toList())
                .table(
                        load.refused() > SHOWN
                                ? "The first " + SHOWN + " of " + Show.count(load.refused()) + " rows left out"
                                : "Rows left out",
                        List.of(
                                Document.number("line"),
                                Document.text("column"),
                                Document.text("value"),
                                Document.text("reason")),
                        load.refusals().stream()
                                .limit(SHOWN)
                                .map(r -> Document.row(r.line(), r.column(), r.text(), r.reason()))
                                .toList())
                .notes(load.notes());
    }
}
