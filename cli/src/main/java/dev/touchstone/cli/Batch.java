package dev.touchstone.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Many inputs, an answer a line each: from arguments, or from lines of standard input, of any number in bounded memory. */
final class Batch {

    /** Longer lines are cut there: no identifier is as long, so that each is refused for its length anyway. */
    private static final int MAX_LINE = 10_000;

    private static final int BUFFER = 1 << 16;

    /** Appends the answer to an input, and says whether the input was good. */
    interface Answer {
        boolean append(String input, StringBuilder line);
    }

    private final InputStream in;
    private final Reader reader;
    private final PrintWriter out;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder answers = new StringBuilder(2 * BUFFER);
    private int at;
    private int end;
    private boolean closed;

    private Batch(InputStream in, PrintWriter out) {
        this.in = in;
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.out = out;
    }

    /** Answers whether all inputs were good. Standard input is read when there are no arguments; it is not ours to close. */
    static boolean each(List<String> arguments, PrintWriter out, Answer answer) throws IOException {
        Batch batch = new Batch(System.in, out);
        boolean good = arguments.isEmpty() ? batch.lines(answer) : batch.arguments(arguments, answer);
        batch.flush();
        return good;
    }

    private boolean arguments(List<String> arguments, Answer answer) {
        boolean good = true;
        for (String argument : arguments) {
            good &= answer(answer, argument);
        }
        return good;
    }

    private boolean lines(Answer answer) throws IOException {
        boolean good = true;
        for (String line = next(); line != null && !closed; line = next()) {
            good &= answer(answer, line);
        }
        return good;
    }

    private boolean answer(Answer answer, String input) {
        boolean good = answer.append(input, answers);
        answers.append('\n');
        if (answers.length() >= BUFFER) {
            flush();
        }
        return good;
    }

    /** The next line without its end; null after the last. */
    private String next() throws IOException {
        StringBuilder begun = null;
        int start = at;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end) {
                return line(begun, start, at++);
            }
            if (end > start || begun != null) {
                begun = begun == null ? new StringBuilder() : begun;
                begun.append(buffer, start, Math.min(end - start, Math.max(0, MAX_LINE - begun.length())));
            }
            if (!fill()) {
                return begun == null ? null : line(begun, 0, 0);
            }
            start = 0;
        }
    }

    private String line(StringBuilder begun, int from, int to) {
        if (begun == null) {
            int last = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
            return new String(buffer, from, Math.min(last - from, MAX_LINE));
        }
        begun.append(buffer, from, Math.min(to - from, Math.max(0, MAX_LINE - begun.length())));
        int last = begun.length() - 1;
        return begun.substring(0, last >= 0 && begun.charAt(last) == '\r' ? last : last + 1);
    }

    /** Who waits for answers before asking on shall have them: they go out before the input is waited for. */
    private boolean fill() throws IOException {
        if (in.available() == 0) {
            flush();
        }
        at = 0;
        end = Math.max(0, reader.read(buffer, 0, BUFFER));
        return end > 0;
    }

    /** Nobody reads on when the output is closed: then the input has no more lines either. */
    private void flush() {
        out.append(answers);
        closed = out.checkError() || System.out.checkError();
        answers.setLength(0);
    }
}
