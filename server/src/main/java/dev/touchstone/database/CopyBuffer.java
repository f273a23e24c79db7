package dev.touchstone.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary {@code COPY} form, in one buffer that is used again and again (a fresh one for each batch costs more
 * than the copying). Field methods are called in the order of the columns; null is NULL. Not thread-safe.
 */
public final class CopyBuffer {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    /** Sent in pieces, so that the server works on one while the next goes through the socket. */
    private static final int PIECE = 1 << 16;

    private static final long EPOCH_SECONDS = 946_684_800; // 2000-01-01
    private static final long EPOCH_DAY = 10_957;
    private static final int TEXT_OID = 25;

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int rows;

    public CopyBuffer() {
        clear();
    }

    /** Forgets all rows; the memory stays. */
    public void clear() {
        System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
        size = HEADER.length;
        rows = 0;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** Begins a row of so many fields. */
    public CopyBuffer row(int fields) {
        rows++;
        return raw16(fields);
    }

    public CopyBuffer text(String value) {
        return value == null ? absent() : sized(value.getBytes(StandardCharsets.UTF_8));
    }

    public CopyBuffer bytea(byte[] value) {
        return value == null ? absent() : sized(value);
    }

    public CopyBuffer int2(int value) {
        return raw32(2).raw16(value);
    }

    public CopyBuffer int4(int value) {
        return raw32(4).raw32(value);
    }

    public CopyBuffer int8(long value) {
        return raw32(8).raw64(value);
    }

    public CopyBuffer bool(boolean value) {
        raw32(1);
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** A {@code timestamptz}; what is finer than a microsecond is cut off. */
    public CopyBuffer time(Instant value) {
        return value == null
                ? absent()
                : int8((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + value.getNano() / 1_000);
    }

    public CopyBuffer date(LocalDate value) {
        return value == null ? absent() : raw32(4).raw32((int) (value.toEpochDay() - EPOCH_DAY));
    }

    public CopyBuffer uuid(UUID value) {
        return raw32(16).raw64(value.getMostSignificantBits()).raw64(value.getLeastSignificantBits());
    }

    /** A {@code text[]}. */
    public CopyBuffer texts(List<String> values) {
        if (values == null) {
            return absent();
        }
        int start = size;
        raw32(0).raw32(values.isEmpty() ? 0 : 1).raw32(0).raw32(TEXT_OID);
        if (!values.isEmpty()) {
            raw32(values.size()).raw32(1);
            values.forEach(this::text);
        }
        return patchSize(start);
    }

    /** A {@code numeric}: digits of base 10,000 (PostgreSQL, src/backend/utils/adt/numeric.c). */
    public CopyBuffer numeric(BigDecimal value) {
        if (value == null) {
            return absent();
        }
        int scale = Math.max(0, value.scale());
        int fractionGroups = (scale + 3) / 4;
        String digits = value.abs().setScale(fractionGroups * 4).unscaledValue().toString();
        int groups = (digits.length() + 3) / 4;
        int start = size;
        raw32(0).raw16(groups)
                .raw16(groups - fractionGroups - 1)
                .raw16(value.signum() < 0 ? 0x4000 : 0)
                .raw16(scale);
        int first = digits.length() - (groups - 1) * 4;
        for (int i = 0; i < groups; i++) {
            int end = first + i * 4;
            raw16(Integer.parseInt(digits.substring(Math.max(0, end - 4), end)));
        }
        return patchSize(start);
    }

    /**
     * Sends the rows to the table, and clears the buffer.
     *
     * @param target table and columns, such as {@code event (event_key, record_no)}
     */
    public void copyInto(Connection connection, String target) throws SQLException {
        if (rows > 0) {
            CopyIn copy = begin(connection, target);
            try {
                for (int at = 0; at < size; at += PIECE) {
                    copy.writeToCopy(bytes, at, Math.min(PIECE, size - at));
                }
                size = 0;
                end(copy);
            } finally {
                abandon(copy);
            }
        }
        clear();
    }

    /**
     * Makes rows of some things and sends them as they come, so that they need not be in memory together.
     *
     * @param target table and columns
     * @param put puts the rows of one thing into this buffer
     */
    public <T> void copyInto(Connection connection, String target, Iterable<T> things, BiConsumer<CopyBuffer, T> put)
            throws SQLException {
        clear();
        CopyIn copy = begin(connection, target);
        try {
            for (T thing : things) {
                put.accept(this, thing);
                if (size >= PIECE) {
                    copy.writeToCopy(bytes, 0, size);
                    size = 0;
                }
            }
            end(copy);
        } finally {
            abandon(copy);
            clear();
        }
    }

    private static CopyIn begin(Connection connection, String target) throws SQLException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " FROM STDIN (FORMAT binary)");
    }

    private void end(CopyIn copy) throws SQLException {
        raw16(-1);
        copy.writeToCopy(bytes, 0, size);
        copy.endCopy();
    }

    private static void abandon(CopyIn copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private CopyBuffer patchSize(int start) {
        int end = size;
        size = start;
        raw32(end - start - 4);
        size = end;
        return this;
    }

    /** NULL. */
    public CopyBuffer absent() {
        return raw32(-1);
    }

    private CopyBuffer sized(byte[] value) {
        raw32(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    private CopyBuffer raw16(int value) {
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private CopyBuffer raw32(int value) {
        return raw16(value >> 16).raw16(value);
    }

    private CopyBuffer raw64(long value) {
        return raw32((int) (value >> 32)).raw32((int) value);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
