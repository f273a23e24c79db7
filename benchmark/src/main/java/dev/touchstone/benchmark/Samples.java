package dev.touchstone.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What was measured: a frame of columns of one length. */
public final class Samples {
    private final int rows;
    private final SequencedMap<String, Column> columns;

    private Samples(int rows, SequencedMap<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public static Samples of(Column... columns) {
        return of(List.of(columns));
    }

    public static Samples of(List<? extends Column> columns) {
        if (columns.isEmpty()) {
            throw new BadData("empty", "The frame has no columns.", "Give one column or more.");
        }
        int rows = columns.getFirst().rows();
        SequencedMap<String, Column> byName = new LinkedHashMap<>();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new BadData(
                        "wrong-shape",
                        "Column \"" + column.name() + "\" has " + column.rows() + " rows, the first has " + rows + ".",
                        "Give columns of one length.");
            }
            if (byName.put(column.name(), column) != null) {
                throw new BadData(
                        "duplicate-name",
                        "Two columns are named \"" + column.name() + "\".",
                        "Give each column a name of its own.");
            }
        }
        return new Samples(rows, byName);
    }

    /** Reads a table from CSV, XLSX or JSON lines, with a report of what was refused. */
    public static Loaded read(Path file, Reading reading) {
        return Loader.load(file, reading);
    }

    /** Names of the columns of a table, in their order. */
    public static List<String> header(Path file, Reading reading) {
        return Loader.header(file, reading);
    }

    /** A frame with the account of how it was read. */
    public record Loaded(Samples samples, LoadReport report) {}

    public int rows() {
        return rows;
    }

    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw noColumn(name, columns());
        }
        return column;
    }

    /** Values of a column of numbers; NaN where missing. */
    public double[] numbers(String name) {
        return switch (column(name)) {
            case Column.Numbers numbers -> numbers.values();
            case Column.Times times -> throw wrongType(times, "times", "numbers");
            case Column.Labels labels -> throw wrongType(labels, "texts", "numbers");
        };
    }

    public long[] times(String name) {
        return switch (column(name)) {
            case Column.Times times -> times.epochMillis();
            case Column.Numbers numbers -> throw wrongType(numbers, "numbers", "times");
            case Column.Labels labels -> throw wrongType(labels, "texts", "times");
        };
    }

    public Column.Labels labels(String name) {
        return switch (column(name)) {
            case Column.Labels labels -> labels;
            case Column.Numbers numbers -> throw wrongType(numbers, "numbers", "texts");
            case Column.Times times -> throw wrongType(times, "times", "texts");
        };
    }

    /** The rows for which {@code keep} holds, in their order. */
    public Samples rows(boolean[] keep) {
        int count = 0;
        for (boolean k : keep) {
            count += k ? 1 : 0;
        }
        int[] kept = new int[count];
        int at = 0;
        for (int i = 0; i < rows; i++) {
            if (keep[i]) {
                kept[at++] = i;
            }
        }
        List<Column> chosen = new ArrayList<>();
        for (Column column : columns.values()) {
            chosen.add(choose(column, kept));
        }
        return of(chosen);
    }

    private static Column choose(Column column, int[] rows) {
        return switch (column) {
            case Column.Numbers c -> {
                double[] values = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = c.values()[rows[i]];
                }
                yield new Column.Numbers(c.name(), values);
            }
            case Column.Times c -> {
                long[] values = new long[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = c.epochMillis()[rows[i]];
                }
                yield new Column.Times(c.name(), values);
            }
            case Column.Labels c -> {
                int[] codes = new int[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    codes[i] = c.codes()[rows[i]];
                }
                yield new Column.Labels(c.name(), codes, c.dictionary());
            }
        };
    }

    /** This frame with one more column, or with another in its place. */
    public Samples with(Column column) {
        Map<String, Column> changed = new LinkedHashMap<>(columns);
        changed.put(column.name(), column);
        return of(List.copyOf(changed.values()));
    }

    static BadData noColumn(String name, List<String> columns) {
        return new BadData(
                "no-column",
                "There is no column \"" + name + "\".",
                "The columns are " + String.join(", ", columns) + ".");
    }

    private static BadData wrongType(Column column, String is, String wanted) {
        return new BadData(
                "wrong-type",
                "Column \"" + column.name() + "\" holds " + is + ".",
                "A column of " + wanted + " is needed here.");
    }
}
