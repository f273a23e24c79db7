package dev.touchstone.app;

import dev.touchstone.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract of the interface, {@code openapi.yaml}: written first, served as JSON, compared with the routes by a test. */
final class Contract {
    private byte[] json;

    static JsonNode read() {
        try (InputStream yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return YAMLMapper.shared().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made at the first request: no start waits for it. */
    synchronized byte[] json() {
        if (json == null) {
            json = Json.MAPPER.writeValueAsBytes(read());
        }
        return json;
    }
}
