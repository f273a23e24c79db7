package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;

/** A report as it is read: the answer first, then evidence in the order in which it convinces. */
record Document(String title, String answer, List<Block> blocks) {

    /** A part of the evidence. */
    sealed interface Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Notes(List<String> notes) implements Block {}

    /** @param caption what is counted and how; empty where the heading says it */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException("A row of " + row.size() + " cells in " + columns);
                }
            }
        }
    }

    /** In a text a drawing is left out: the table behind it says the same. */
    record Drawing(Plot plot, String caption) implements Block {}

    /** Drawings side by side, as many as find room, each with its caption above it. */
    record Gallery(List<Drawing> drawings) implements Block {}

    /** A drawing that can be made for any width. */
    interface Plot {
        /**
         * The drawing as one {@code svg} element, with a title for those who do not see it.
         *
         * @param width in pixels
         */
        String svg(int width);
    }

    /** @param numeric whether it is set to the right */
    record Column(String name, boolean numeric) {}

    /** What a cell means beyond its words; always shown with a sign, never by colour alone. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD,
        ATTENTION
    }

    record Cell(String text, Tone tone) {
        static Cell of(String text) {
            return new Cell(text, Tone.PLAIN);
        }
    }

    static Column text(String name) {
        return new Column(name, false);
    }

    static Column number(String name) {
        return new Column(name, true);
    }

    /** Cells of one row: each is a {@link Cell}, or anything else as it writes itself. */
    static List<Cell> row(Object... cells) {
        List<Cell> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Cell c ? c : Cell.of(String.valueOf(cell)));
        }
        return row;
    }

    static Cell verdict(Verdict verdict) {
        Tone tone = switch (verdict) {
            case BETTER -> Tone.GOOD;
            case WORSE -> Tone.BAD;
            case HIGHER, LOWER -> Tone.ATTENTION;
            case NOT_DISTINGUISHABLE, NOT_RANKED -> Tone.PLAIN;
        };
        return new Cell(verdict.word(), tone);
    }

    static Cell gate(Gate gate) {
        return switch (gate.status()) {
            case PASSED -> new Cell("passed", Tone.GOOD);
            case FAILED -> new Cell("failed", Tone.BAD);
            case NOT_CHECKED -> new Cell("not checked", Tone.ATTENTION);
        };
    }

    static Builder builder() {
        return new Builder();
    }

    /** Gathers blocks; what has nothing to show is left out. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        private Builder() {}

        Builder heading(String text) {
            blocks.add(new Heading(text));
            return this;
        }

        Builder paragraph(String text) {
            if (!text.isBlank()) {
                blocks.add(new Paragraph(text));
            }
            return this;
        }

        Builder notes(List<String> notes) {
            if (!notes.isEmpty()) {
                blocks.add(new Notes(List.copyOf(notes)));
            }
            return this;
        }

        Builder drawing(Plot plot, String caption) {
            blocks.add(new Drawing(plot, caption));
            return this;
        }

        Builder gallery(List<Drawing> drawings) {
            if (!drawings.isEmpty()) {
                blocks.add(new Gallery(List.copyOf(drawings)));
            }
            return this;
        }

        Builder table(List<Column> columns, List<List<Cell>> rows) {
            return table("", columns, rows);
        }

        Builder table(String caption, List<Column> columns, List<List<Cell>> rows) {
            if (!rows.isEmpty()) {
                blocks.add(new Table(caption, columns, rows));
            }
            return this;
        }

        /** How the table was read, with the rows that were refused. */
        Builder load(LoadReport load) {
            LoadBlocks.add(this, load);
            return this;
        }

        Document build(String title, String answer) {
            return new Document(title, answer, List.copyOf(blocks));
        }
    }
}
