package dev.touchstone.epcis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes of a document up to its limit, and keeps them for a second reading until told that none is needed. */
final class BoundedInput extends InputStream {

    private final InputStream in;
    private final long maximum;
    private long count;
    private ByteArrayOutputStream kept = new ByteArrayOutputStream(8192);

    BoundedInput(InputStream in, long maximum) {
        this.in = in;
        this.maximum = maximum;
    }

    /** Stops keeping what is read. */
    void forget() {
        kept = null;
    }

    /** Everything read so far, from the start. */
    InputStream again() {
        ByteArrayInputStream again = new ByteArrayInputStream(kept.toByteArray());
        kept = null;
        return again;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > maximum) {
                throw new LimitExceeded(LimitExceeded.Kind.BYTES, maximum);
            }
            if (kept != null) {
                kept.write(buffer, offset, read);
            }
        }
        return read;
    }
}
