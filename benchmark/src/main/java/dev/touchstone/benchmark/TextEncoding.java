package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the encoding of a text: by its byte-order mark, else UTF-8 if all of it is, else that of Western Windows. */
final class TextEncoding {
    private TextEncoding() {}

    static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 18];
            int pending = 0;
            boolean first = true;
            for (int n; (n = in.read(buffer)) > 0; first = false) {
                if (first && n >= 2) {
                    int mark = (buffer[0] & 0xff) << 8 | (buffer[1] & 0xff);
                    if (mark == 0xfeff || mark == 0xfffe) {
                        return StandardCharsets.UTF_16;
                    }
                }
                pending = continuationsAfter(buffer, n, pending);
                if (pending < 0) {
                    return Charset.forName("windows-1252");
                }
            }
            return pending == 0 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        }
    }

    /** Continuation bytes that are still to come after these, or -1 where they are not UTF-8. */
    private static int continuationsAfter(byte[] bytes, int n, int pendingBefore) {
        int pending = pendingBefore;
        for (int i = 0; i < n; i++) {
            int b = bytes[i];
            if (pending > 0) {
                if ((b & 0xc0) != 0x80) {
                    return -1;
                }
                pending--;
            } else if (b < 0) {
                int lead = b & 0xff;
                if (lead < 0xc2 || lead > 0xf4) {
                    return -1;
                }
                pending = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
            }
        }
        return pending;
    }
}
