package dev.touchstone.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a route answers.
 *
 * @param headers beside those of the body and of the server
 */
public record Answer(int status, Map<String, String> headers, Body body) {
    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String HTML = "text/html";

    /** The content of an answer. */
    public sealed interface Body {
        record Empty() implements Body {}

        /** A value that becomes JSON by the rules of {@link Json}. */
        record Value(Object value) implements Body {}

        record Bytes(String mediaType, byte[] bytes) implements Body {}

        /** Content that is written as it is made, for answers of any length. */
        record Stream(String mediaType, Writer writer) implements Body {}
    }

    /** Writes the content of an answer, and need not close it. What it throws cuts the connection, so that half an answer never looks like a whole one. */
    @FunctionalInterface
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Answer json(Object value) {
        return new Answer(200, Map.of(), new Body.Value(value));
    }

    public static Answer text(String mediaType, String text) {
        return bytes(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer bytes(String mediaType, byte[] bytes) {
        return new Answer(200, Map.of(), new Body.Bytes(mediaType, bytes));
    }

    public static Answer html(String page) {
        return text(HTML, page);
    }

    public static Answer stream(String mediaType, Writer writer) {
        return new Answer(200, Map.of(), new Body.Stream(mediaType, writer));
    }

    /** A table that a browser saves under the file name. */
    public static Answer csv(String fileName, CsvWriter.Table table) {
        return stream(CSV, out -> {
                    CsvWriter writer = new CsvWriter(out);
                    table.writeTo(writer);
                    writer.flush();
                })
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }

    /** 201, with the address of what was made. */
    public static Answer created(String location, Object value) {
        return json(value).status(201).header("Location", location);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), new Body.Empty());
    }

    /** 303: look there. */
    public static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new Body.Empty());
    }

    public Answer status(int status) {
        return new Answer(status, headers, body);
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** Names the next page in a {@code Link} header, when there is one. */
    public Answer next(Request request, Optional<PageToken> next) {
        return next.map(token -> header("Link", "<%s>; rel=\"next\"".formatted(request.withPageToken(token))))
                .orElse(this);
    }
}
