package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a large table of comma-separated values in parts, side by side. That is possible where no field is quoted, because then every
 * end of a line is the end of a row; where a quoted field turns up, the whole is left to be read from end to end.
 */
final class CsvParts {
    private static final int SIZE = 8 << 20;
    private static final Set<Charset> SPLITTABLE = Set.of(
            StandardCharsets.UTF_8,
            StandardCharsets.US_ASCII,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"));

    private final FileChannel channel;
    private final Charset encoding;
    private final byte delimiter;
    private final boolean[] wanted;

    private CsvParts(FileChannel channel, Charset encoding, byte delimiter, boolean[] wanted) {
        this.channel = channel;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.wanted = wanted;
    }

    /**
     * @param empty to be filled, and not changed itself
     * @return nothing where the table must be read from end to end
     */
    static Optional<Intake> read(Path file, Charset encoding, char delimiter, boolean[] wanted, Intake empty)
            throws IOException {
        if (!SPLITTABLE.contains(encoding) || delimiter >= 128) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new CsvParts(channel, encoding, (byte) delimiter, wanted).read(empty);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private Optional<Intake> read(Intake empty) throws IOException {
        int parts = (int) ((channel.size() + SIZE - 1) / SIZE);
        if (parts < 2) {
            return Optional.empty();
        }
        long[] starts = new long[parts + 1];
        for (int k = 1; k < parts; k++) {
            starts[k] = afterLine((long) k * SIZE);
        }
        starts[parts] = channel.size();
        List<Optional<Intake>> read = IntStream.range(0, parts)
                .parallel()
                .mapToObj(k -> part(starts[k], starts[k + 1], k == 0, empty.another()))
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(empty.of(read.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    /** Begin of the first line that begins at a place or after it. */
    private long afterLine(long from) throws IOException {
        byte[] buffer = new byte[1 << 12];
        for (long at = from - 1; ; at += buffer.length) {
            int n = channel.read(ByteBuffer.wrap(buffer), at);
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    return at + i + 1;
                }
            }
            if (n < buffer.length) {
                return channel.size();
            }
        }
    }

    /** Nothing where a field is quoted. */
    private Optional<Intake> part(long from, long to, boolean first, Intake intake) {
        byte[] bytes = bytes(from, to);
        Line line = new Line();
        int at = first ? afterMark(bytes) : 0;
        boolean header = first;
        long number = 0;
        while (at < bytes.length) {
            line.begin(++number);
            int end = fields(bytes, at, line);
            if (end < 0) {
                return Optional.empty();
            }
            boolean empty = end == at;
            if (!empty && !header) {
                intake.take(line);
            }
            header &= empty;
            boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            at = end + (pair ? 2 : 1);
        }
        intake.lines = number;
        return Optional.of(intake);
    }

    private byte[] bytes(long from, long to) {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(0, to - from));
        try {
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
                // reads may give less than they are asked for
                continue;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return buffer.array();
    }

    private static int afterMark(byte[] bytes) {
        boolean mark = bytes.length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf;
        return mark ? 3 : 0;
    }

    /** Lays the fields of the line that begins at a place, and gives its end; -1 where one is quoted. */
    private int fields(byte[] bytes, int from, Line line) {
        int start = from;
        for (int field = 0; ; field++) {
            int end = start;
            int signs = 0;
            while (end < bytes.length && bytes[end] != delimiter && bytes[end] != '\n' && bytes[end] != '\r') {
                signs |= bytes[end++];
            }
            if (quoted(bytes, start, end)) {
                return -1;
            }
            if (field >= wanted.length || !wanted[field]) {
                line.skip();
            } else if (signs < 0) {
                line.add(new String(bytes, start, end - start, encoding));
            } else {
                line.add(bytes, start, end - start);
            }
            if (end == bytes.length || bytes[end] != delimiter) {
                return end;
            }
            start = end + 1;
        }
    }

    private static boolean quoted(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at < to && bytes[at] == '"';
    }
}
