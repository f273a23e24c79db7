package dev.touchstone.cli;

import dev.touchstone.app.ConfigException;
import dev.touchstone.http.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/** Options of the commands that ask a running server. */
final class ClientOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /**
     * Asks, prints the answer as JSON or in words, and gives an exit code.
     *
     * @param words prints an answer for people
     * @param verdict exit code of an answer
     */
    int ask(
            Function<ServerClient, JsonNode> question,
            BiConsumer<JsonNode, PrintWriter> words,
            ToIntFunction<JsonNode> verdict) {
        try (ServerClient client = connect()) {
            JsonNode answer = question.apply(client);
            print(answer, words);
            return verdict.applyAsInt(answer);
        }
    }

    /** Prints an answer: as JSON when that was asked for, else by the given words. */
    void print(JsonNode answer, BiConsumer<JsonNode, PrintWriter> words) {
        if (json) {
            out().println(Json.MAPPER.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer));
        } else {
            words.accept(answer, out());
        }
        out().flush();
    }

    private static URI parsed(String address) {
        if (!address.matches("https?://[^/?#\\s]+/?")) {
            throw new ConfigException(
                    "\"%s\" is no address of a server; it would look like http://127.0.0.1:8080.".formatted(address));
        }
        return URI.create(address);
    }
}
