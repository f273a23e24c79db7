package dev.touchstone.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes rows as RFC 4180 says: commas, CRLF, quotes where needed, UTF-8. A text that a spreadsheet would run as a formula gets an
 * apostrophe in front, as such programs themselves do.
 */
public final class CsvWriter {
    private final Writer out;

    /** Writes a table, its header first. */
    @FunctionalInterface
    public interface Table {
        void writeTo(CsvWriter csv) throws IOException;
    }

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Values are written as they print; null and an empty {@link Optional} are an empty field. */
    public void row(Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(field(values[i]));
        }
        out.write("\r\n");
    }

    void flush() throws IOException {
        out.flush();
    }

    private static String field(Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present == null) {
            return "";
        }
        String text = present.toString();
        if (!(present instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
