package dev.touchstone.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is refused while it streams, at the first byte over its limit. */
final class LimitedInput extends FilterInputStream {
    private final long limitBytes;
    private long seen;

    LimitedInput(InputStream in, long limitBytes) {
        super(in);
        this.limitBytes = limitBytes;
    }

    static Refusal tooLarge(long limitBytes) {
        return new Refusal(Problem.tooLarge(
                        "body-too-large",
                        "The body is larger than the %d bytes that are taken here.".formatted(limitBytes))
                .expected("at most %d bytes; a longer document can be split".formatted(limitBytes)));
    }

    /** What the web server throws when a body breaks off or is coded wrongly is of many kinds, and always the client's doing. */
    private static Refusal broken(Exception e) {
        return new Refusal(Problem.malformed(
                        "broken-body", "The body broke off or is coded wrongly: %s.".formatted(e.getMessage()))
                .expected("a body of the announced length, or in well-formed chunks"));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
        seen += Math.max(read, 0);
        if (seen > limitBytes) {
            throw tooLarge(limitBytes);
        }
        return read;
    }

    @Override
    public long skip(long count) {
        return Math.max(read(new byte[(int) Math.min(count, 8192)]), 0);
    }

    @Override
    public int read(byte[] buffer) {
        return read(buffer, 0, buffer.length);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
