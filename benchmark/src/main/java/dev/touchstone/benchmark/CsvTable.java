package dev.touchstone.benchmark;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Comma-separated values, by whatever they are separated. */
final class CsvTable implements Table {
    private static final String DELIMITERS = ",;\t|";
    private static final int LINES_LOOKED_AT = 30;

    private final Path file;
    private final Charset encoding;
    private final char delimiter;
    private final List<String> header = new ArrayList<>();
    private final CsvReader<Line> reader;
    private final CloseableIterator<Line> rows;
    private final Fields fields = new Fields();

    CsvTable(Path file, Reading reading) throws IOException {
        this.file = file;
        encoding = reading.encoding().isPresent() ? reading.encoding().get() : TextEncoding.of(file);
        delimiter = reading.delimiter().isPresent() ? reading.delimiter().get() : delimiter(file);
        reader = builder(delimiter).build(fields, Files.newInputStream(file), encoding);
        rows = reader.iterator();
        Line first = next();
        for (int i = 0; first != null && i < first.fields; i++) {
            header.add(first.field(i));
        }
    }

    /** Whether a comma is free to be the decimal mark. */
    @Override
    public boolean commaLikely() {
        return delimiter != ',';
    }

    private static CsvReader.CsvReaderBuilder builder(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    /** The mark by which the first lines fall into the most fields, the same number in each. */
    private char delimiter(Path file) throws IOException {
        StringBuilder beginning = new StringBuilder();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding))) {
            String line;
            for (int i = 0; i < LINES_LOOKED_AT && (line = in.readLine()) != null; i++) {
                beginning.append(line).append('\n');
            }
        }
        char best = ',';
        int most = 1;
        for (char candidate : DELIMITERS.toCharArray()) {
            int fields = fields(beginning.toString(), candidate);
            if (fields > most) {
                most = fields;
                best = candidate;
            }
        }
        return best;
    }

    private static int fields(String text, char delimiter) {
        int fields = 0;
        int lines = 0;
        int same = 0;
        try (CsvReader<Line> csv = builder(delimiter).build(new Fields(), text)) {
            for (Line line : csv) {
                fields = lines++ == 0 ? line.fields : fields;
                same += line.fields == fields ? 1 : 0;
            }
        } catch (CsvParseException | IOException cutInTheMiddle) {
            // the text ends within a quoted field; what was read so far tells enough
        }
        return 5 * same >= 4 * lines ? fields : 1;
    }

    @Override
    public String format() {
        String by = switch (delimiter) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "\"" + delimiter + "\"";
        };
        return "CSV, " + encoding + ", separated by " + by;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(boolean[] columns) {
        fields.wanted = columns;
    }

    @Override
    public Line next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException broken) {
            throw new BadData(
                    "unreadable",
                    "The file cannot be read as CSV: " + cause(broken) + ".",
                    "Look for a quotation mark that is not closed.");
        } catch (UncheckedIOException broken) {
            throw Loader.unreadable(broken.getCause());
        }
    }

    private static String cause(Throwable broken) {
        Throwable deepest = broken;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }

    /** Quoted fields may hold ends of lines. */
    @Override
    public Optional<Intake> parts(Intake empty) throws IOException {
        return fields.quoted ? Optional.empty() : CsvParts.read(file, encoding, delimiter, fields.wanted, empty);
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Lays the fields of a row into one line, without a string for each. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Line> {
        private final Line line = new Line();
        private boolean[] wanted;
        private boolean quoted;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            this.quoted |= quoted;
            if (wanted == null || (index < wanted.length && wanted[index])) {
                line.add(buffer, offset, length);
            } else {
                line.skip();
            }
        }

        @Override
        protected Line buildRecord() {
            return line;
        }
    }
}
