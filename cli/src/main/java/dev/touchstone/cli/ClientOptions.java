package dev.touchstone.cli;

import dev.touchstone.app.ConfigException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** Options of the commands that ask a running server. */
final class ClientOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server to ask (default: TOUCHSTONE_URL, else http://127.0.0.1:8080).")
    private String server;

    @Option(names = "--json", description = "Print the server's answer as JSON.")
    private boolean json;

    ServerClient connect() {
        String address = Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(System.getenv("TOUCHSTONE_URL")))
                .orElse("http://127.0.0.1:8080");
        return new ServerClient(parsed(address), Optional.ofNullable(System.getenv("TOUCHSTONE_TOKEN")));
    }

    boolean json() {
        return json;
    }

    /** Prints an answer: as JSON when that was asked for, else by the given words. */
    void print(JsonNode answer, PrintWriter out, Consumer<JsonNode> inWords) {
        if (json) {
            out.println(dev.touchstone.http.Json.MAPPER
                    .writer(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(answer));
        } else {
            inWords.accept(answer);
        }
    }

    private static URI parsed(String address) {
        if (!address.matches("https?://[^/?#\\s]+/?")) {
            throw new ConfigException(
                    "\"%s\" is no address of a server; it would look like http://127.0.0.1:8080.".formatted(address));
        }
        return URI.create(address);
    }
}
