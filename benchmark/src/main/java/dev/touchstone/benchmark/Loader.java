package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a table into a frame: looks at its first rows to learn how values are written, then takes row by row. */
final class Loader {
    static final int LINES_LOOKED_AT = 1000;

    private final Table table;
    private final Reading reading;
    private final List<String> notes = new ArrayList<>();

    private Loader(Table table, Reading reading) {
        this.table = table;
        this.reading = reading;
    }

    static Samples.Loaded load(Path file, Reading reading) {
        requireFile(file);
        try (Table table = open(file, reading)) {
            return new Loader(table, reading).load(file.getFileName().toString());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    static List<String> header(Path file, Reading reading) {
        requireFile(file);
        try (Table table = open(file, reading)) {
            new Loader(table, reading).header();
            return List.copyOf(table.header());
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadData(
                    "no-file", "There is no file " + file + ".", "Give the path of a CSV, XLSX or JSON lines file.");
        }
    }

    static BadData unreadable(Exception broken) {
        return new BadData(
                "unreadable",
                "The file cannot be read: " + broken.getMessage() + ".",
                "Give a CSV, XLSX or JSON lines file that is whole.");
    }

    /** By what the file begins with, whatever its name; only JSON lines and CSV need the name to be told apart. */
    private static Table open(Path file, Reading reading) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length == 0) {
            throw new BadData("empty", file.getFileName() + " is empty.", "Give a table with a header.");
        }
        if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
            return new XlsxTable(file, reading.sheet());
        }
        if ((start[0] & 0xff) == 0xd0 && (start[1] & 0xff) == 0xcf) {
            throw new BadData(
                    "old-format", "This is a workbook of the old binary kind.", "Save it as .xlsx or as CSV.");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean json = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json") || start[0] == '{';
        if (json && start[0] == '[') {
            throw new BadData(
                    "not-lines",
                    "The file holds one JSON array.",
                    "Write one object on each line, without the brackets.");
        }
        return json ? new JsonLinesTable(file, reading) : new CsvTable(file, reading);
    }

    private Samples.Loaded load(String source) throws IOException {
        List<Line> beginning = new ArrayList<>();
        List<Table.Unreadable> broken = new ArrayList<>();
        boolean more = true;
        while (more && beginning.size() + broken.size() < LINES_LOOKED_AT) {
            try {
                Line line = table.next();
                more = line != null;
                if (more) {
                    beginning.add(line.copy());
                }
            } catch (Table.Unreadable e) {
                broken.add(e);
            }
        }
        header();
        Intake intake = choose(beginning);
        Optional<Intake> parts = more ? table.parts(intake) : Optional.empty();
        if (parts.isPresent()) {
            return finished(source, parts.get());
        }
        beginning.forEach(intake::take);
        broken.forEach(intake::refuse);
        while (more) {
            try {
                Line line = table.next();
                more = line != null;
                if (more) {
                    intake.take(line);
                }
            } catch (Table.Unreadable e) {
                intake.refuse(e);
            }
        }
        return finished(source, intake);
    }

    private void header() {
        Set<String> seen = new HashSet<>();
        for (String name : table.header()) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new BadData(
                        "duplicate-name",
                        "Two columns are named \"" + name + "\".",
                        "Give each column a name of its own in the header.");
            }
        }
        if (seen.isEmpty()) {
            throw new BadData("no-header", "The table has no header.", "Name the columns in its first row.");
        }
    }

    /** Decides of each column wanted where it stands and how its values are written. */
    private Intake choose(List<Line> beginning) {
        List<Reading.Wanted> wanted = reading.wanted().isEmpty()
                ? table.header().stream()
                        .filter(name -> !name.isEmpty())
                        .map(name -> new Reading.Wanted(name, Reading.Type.ANY, false))
                        .toList()
                : reading.wanted();
        boolean[] chosen = new boolean[table.header().size()];
        List<ColumnReader> readers = new ArrayList<>();
        List<Integer> fields = new ArrayList<>();
        for (Reading.Wanted column : wanted) {
            int field = table.header().indexOf(column.column());
            if (field < 0) {
                throw Samples.noColumn(column.column(), table.header());
            }
            chosen[field] = true;
            fields.add(field);
            readers.add(reader(
                    column,
                    beginning.stream()
                            .filter(line -> line.fields > field)
                            .map(line -> line.field(field))
                            .filter(text -> !ColumnReader.missing(column.type(), text))
                            .toList()));
        }
        table.want(chosen);
        return new Intake(
                List.copyOf(readers),
                fields.stream().mapToInt(Integer::intValue).toArray(),
                chosen.length);
    }

    private ColumnReader reader(Reading.Wanted column, List<String> values) {
        NumberForm number = NumberForm.of(values, table.commaLikely());
        TimeForm time = TimeForm.of(values, reading.zone());
        return switch (column.type()) {
            case LABEL -> ColumnReader.labels(column.column(), column.required());
            case NUMBER -> ColumnReader.numbers(column.column(), column.required(), number);
            case TIME -> times(column, time, values);
            case VALUE ->
                times(values, time) > numbers(values, number)
                        ? times(column, time, values)
                        : ColumnReader.numbers(column.column(), column.required(), number);
            case ANY -> {
                if (mostly(numbers(values, number), values)) {
                    yield ColumnReader.numbers(column.column(), column.required(), number);
                }
                yield mostly(times(values, time), values)
                        ? times(column, time, values)
                        : ColumnReader.labels(column.column(), column.required());
            }
        };
    }

    private static long numbers(List<String> values, NumberForm form) {
        return values.stream().filter(v -> !Double.isNaN(form.parse(v))).count();
    }

    private long times(List<String> values, TimeForm form) {
        return values.stream()
                .filter(v -> form.parse(v.toCharArray(), 0, v.length(), reading.zone()) != Column.Times.MISSING)
                .count();
    }

    private static boolean mostly(long count, List<String> values) {
        return count > 0 && count >= 0.9 * values.size();
    }

    private ColumnReader times(Reading.Wanted column, TimeForm form, List<String> values) {
        if (form.ambiguous(values, reading.zone())) {
            notes.add("The dates of column \"" + column.column()
                    + "\" do not show whether the day or the month comes first; they were read with the day first.");
        }
        return ColumnReader.times(column.column(), column.required(), form, reading.zone());
    }

    private Samples.Loaded finished(String source, Intake intake) {
        List<LoadReport.Refusal> refusals = intake.refusals();
        if (intake.rows == intake.refused) {
            String first = refusals.isEmpty()
                    ? "it has no rows below its header"
                    : "line " + refusals.getFirst().line() + " " + described(refusals.getFirst());
            throw new BadData(
                    "no-rows",
                    "Nothing of " + source + " could be read: " + first + ".",
                    "Give a table with rows of data.");
        }
        notes.addAll(table.notes());
        if (intake.refused > 0) {
            notes.add(intake.refused + " of " + intake.rows + " rows were left out because a value could not be used.");
        }
        LoadReport report = new LoadReport(
                source,
                table.format(),
                intake.readers.stream()
                        .map(r -> new LoadReport.ColumnReport(r.name, r.type(), r.form(), r.missing))
                        .toList(),
                intake.rows,
                intake.refused,
                refusals,
                intake.reasons(),
                List.copyOf(notes));
        return new Samples.Loaded(
                Samples.of(intake.readers.stream().map(ColumnReader::column).toList()), report);
    }

    private static String described(LoadReport.Refusal refusal) {
        return refusal.column().isEmpty()
                ? refusal.reason()
                : "has \"" + refusal.text() + "\" in column \"" + refusal.column() + "\", which " + refusal.reason();
    }
}
