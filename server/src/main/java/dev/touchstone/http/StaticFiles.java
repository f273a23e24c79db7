package dev.touchstone.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Files of the class path below one folder. Only plain names are looked up, so that no path leads out of the folder.
 *
 * @param prefix path under which they are served, {@code /} or {@code /docs/}
 * @param folder folder of the class path, {@code /console/}
 */
public record StaticFiles(String prefix, String folder) {
    private static final Pattern PLAIN =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.[a-z0-9]+");

    /** Names with a hash of the content in them, as Vite makes them: {@code index-DiwrgTda.js}. */
    private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8}\\.[a-z0-9]+");

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", Answer.HTML),
            Map.entry("js", "text/javascript"),
            Map.entry("css", "text/css"),
            Map.entry("json", Answer.JSON),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("txt", "text/plain"));

    /** The file of this path, when there is one. */
    public Optional<Answer> find(String path) {
        if (!path.startsWith(prefix)
                || !PLAIN.matcher(path.substring(prefix.length())).matches()) {
            return Optional.empty();
        }
        return file(path.substring(prefix.length()));
    }

    /** The file of this name in the folder. */
    Optional<Answer> file(String name) {
        String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        URL resource = StaticFiles.class.getResource(folder + name);
        if (mediaType == null || resource == null) {
            return Optional.empty();
        }
        try (InputStream in = resource.openStream()) {
            byte[] bytes = in.readAllBytes();
            Answer file = Answer.bytes(mediaType, bytes);
            return Optional.of(
                    HASHED.matcher(name).matches()
                            ? file.header("Cache-Control", "public, max-age=31536000, immutable")
                            : file.header("Cache-Control", "no-cache").header("ETag", etag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return "\"%08x-%x\"".formatted(checksum.getValue(), bytes.length);
    }
}
