package dev.touchstone.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A table that is read row by row. */
sealed interface Table extends Closeable permits CsvTable, XlsxTable, JsonLinesTable {
    /** What it is, in words. */
    String format();

    List<String> header();

    /** Has only these columns read from now on; the others may be skipped. */
    void want(boolean[] columns);

    /**
     * The next row, valid until the next call; null at the end.
     *
     * @throws Unreadable for a row that is broken as a whole; reading may go on
     */
    Line next();

    /**
     * All rows at once, read in parts side by side; nothing where they must be read one after the other.
     *
     * @param empty knows the columns, and is left as it is
     */
    default Optional<Intake> parts(Intake empty) throws IOException {
        return Optional.empty();
    }

    /** Whether a comma in a number is rather its decimal mark. */
    default boolean commaLikely() {
        return false;
    }

    /** Things to say about the table once it has been read. */
    List<String> notes();

    /** A row that is broken as a whole. */
    final class Unreadable extends RuntimeException {
        final long line;

        Unreadable(long line, String reason) {
            super(reason, null, false, false);
            this.line = line;
        }
    }
}
