package dev.touchstone.cli;

import dev.touchstone.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Talks to a running server. What the server refuses is thrown as a {@link ServerRefusal}. */
final class ServerClient implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final URI server;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    ServerClient(URI server, Optional<String> token) {
        this.server = server;
        this.token = token;
    }

    /** The answer to GET, as JSON. */
    JsonNode get(String path, Map<String, String> parameters) {
        return json(send(request(path + query(parameters)).GET()));
    }

    /** The answer to GET as it comes, for anything that is no JSON. */
    byte[] getBytes(String path, Map<String, String> parameters) {
        return send(request(path + query(parameters)).GET()).body();
    }

    /** The answer to POST of a value that becomes JSON. */
    JsonNode post(String path, Object value) {
        return post(path, "application/json", BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(value)));
    }

    JsonNode post(String path, String mediaType, BodyPublisher body) {
        return json(send(request(path).header("Content-Type", mediaType).POST(body)));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(pathAndQuery));
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UnreachableServer(
                    "No Touchstone answers at %s. Start one with \"touchstone up\", or name another with --server or TOUCHSTONE_URL."
                            .formatted(server),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableServer("interrupted", e);
        }
        if (response.statusCode() >= 400) {
            throw new ServerRefusal(problem(response));
        }
        return response;
    }

    /** Something else than Touchstone may answer there: its words are no problem of ours. */
    private JsonNode problem(HttpResponse<byte[]> response) {
        try {
            JsonNode problem = Json.MAPPER.readTree(response.body());
            if (problem.has("detail")) {
                return problem;
            }
        } catch (JacksonException e) {
            // Falls through.
        }
        return Json.MAPPER
                .createObjectNode()
                .put("code", "no-touchstone")
                .put(
                        "detail",
                        "What answers at %s is no Touchstone: status %d without a problem."
                                .formatted(server, response.statusCode()));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return response.body().length == 0 ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(response.body());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
