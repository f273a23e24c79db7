package dev.touchstone.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Puts an answer on the wire: headers of every answer, gzip where it helps, and a cut connection where a stream breaks. */
final class Sender {
    private static final int WORTH_GZIP_BYTES = 1024;
    /** A stream that fails before this much was written can still be answered with a problem. */
    private static final int HELD_BACK_BYTES = 16 * 1024;

    /** Pages run only what this server brought, the console's camera reader being WebAssembly; nothing may frame them. */
    private static final String PAGE_POLICY = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self' blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /** What is no page runs nothing, should a browser open it as one. */
    private static final String DATA_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private Sender() {}

    static void send(Answer given, ServerRequest request, ServerResponse response) {
        // The web server closes a connection only when the answer says so too.
        if (request.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        Answer answer = isKnown(given, request) ? unchanged(given) : given;
        boolean head = request.prologue().method().text().equals("HEAD");
        switch (answer.body()) {
            case Answer.Body.Empty() -> {
                prepare(answer, "", response);
                response.send();
            }
            case Answer.Body.Value(Object value) ->
                sendBytes(answer, Answer.JSON, Json.MAPPER.writeValueAsBytes(value), head, request, response);
            case Answer.Body.Bytes(String mediaType, byte[] bytes) ->
                sendBytes(answer, mediaType, bytes, head, request, response);
            case Answer.Body.Stream(String mediaType, Answer.Writer writer) -> {
                if (head) {
                    prepare(answer, mediaType, response);
                    response.send();
                } else {
                    sendStream(answer, mediaType, writer, request, response);
                }
            }
        }
    }

    private static boolean isKnown(Answer answer, ServerRequest request) {
        String etag = answer.headers().get("ETag");
        return etag != null
                && request.headers()
                        .first(HeaderNames.IF_NONE_MATCH)
                        .filter(etag::equals)
                        .isPresent();
    }

    private static Answer unchanged(Answer answer) {
        return new Answer(304, answer.headers(), new Answer.Body.Empty());
    }

    private static void sendBytes(
            Answer answer,
            String mediaType,
            byte[] bytes,
            boolean head,
            ServerRequest request,
            ServerResponse response) {
        boolean gzip = bytes.length >= WORTH_GZIP_BYTES && isText(mediaType) && takesGzip(request);
        prepare(answer, mediaType, response);
        byte[] content = gzip ? zipped(bytes) : bytes;
        if (gzip) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        }
        if (head) {
            response.contentLength(content.length);
            response.send();
        } else {
            response.send(content);
        }
    }

    private static void sendStream(
            Answer answer, String mediaType, Answer.Writer writer, ServerRequest request, ServerResponse response) {
        boolean gzip = isText(mediaType) && takesGzip(request);
        var wire = new LateOutput(() -> {
            prepare(answer, mediaType, response);
            if (gzip) {
                response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            }
            return response.outputStream();
        });
        OutputStream out = new BufferedOutputStream(wire, HELD_BACK_BYTES);
        try {
            out = gzip ? new GZIPOutputStream(out, HELD_BACK_BYTES) : out;
            writer.writeTo(new Unclosed(out));
            out.close();
        } catch (IOException | RuntimeException e) {
            if (wire.begun()) {
                throw new CloseConnectionException("the answer broke off: " + e.getMessage(), e);
            }
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static void prepare(Answer answer, String mediaType, ServerResponse response) {
        response.status(Status.create(answer.status()));
        if (!mediaType.isEmpty()) {
            response.header(
                    HeaderNames.CONTENT_TYPE,
                    isText(mediaType) && mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType);
            response.header(HeaderNames.VARY, "Accept, Accept-Encoding");
        }
        if (answer.status() != 304) {
            // Not with a 304: its headers replace those of the page that the browser kept, and its policy would block
            // the page.
            boolean page = mediaType.equals(Answer.HTML);
            response.header(HeaderNames.create("Content-Security-Policy"), page ? PAGE_POLICY : DATA_POLICY);
        }
        response.header(HeaderValues.X_CONTENT_TYPE_OPTIONS_NOSNIFF);
        response.header(HeaderNames.create("Referrer-Policy"), "same-origin");
        response.header(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");
        if (!answer.headers().containsKey("Cache-Control")) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        }
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.header(HeaderNames.create(header.getKey()), header.getValue());
        }
    }

    private static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("json")
                || mediaType.endsWith("xml")
                || mediaType.equals("application/wasm");
    }

    private static boolean takesGzip(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.ACCEPT_ENCODING)
                .filter(text -> text.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0+)?\\s*(,|$)).*"))
                .isPresent();
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** Begins the answer on the wire with its first bytes. */
    private static final class LateOutput extends OutputStream {
        private final Supplier<OutputStream> begin;
        private OutputStream out;

        LateOutput(Supplier<OutputStream> begin) {
            this.begin = begin;
        }

        boolean begun() {
            return out != null;
        }

        private OutputStream out() {
            out = out == null ? begin.get() : out;
            return out;
        }

        @Override
        public void write(int b) throws IOException {
            out().write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out().write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            if (begun()) {
                out.flush();
            }
        }

        @Override
        public void close() throws IOException {
            out().close();
        }
    }

    /** What a writer sees: closing it does not end the answer, since a writer that fails closes too. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
