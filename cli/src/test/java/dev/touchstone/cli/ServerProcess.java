package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A Touchstone that runs as a process of its own on a free port, from the moment it has told its address. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Console\\s+(http\\S+)");
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final long TO_START_SECONDS = 240;
    private static final long TO_STOP_SECONDS = 30;

    private final Process process;
    private final Path data;
    private final URI address;
    private final Optional<String> token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerProcess(Process process, Path data, URI address, Optional<String> token) {
        this.process = process;
        this.data = data;
        this.address = address;
        this.token = token;
    }

    /** {@code touchstone up} on a data folder, with further options. */
    static ServerProcess up(Path data, String... options) {
        return start(data, Map.of(), List.of(), "up", options);
    }

    /**
     * @param environment settings of the process
     * @param prefix a command that runs the program in its own way
     * @param command up or demo
     */
    static ServerProcess start(
            Path data, Map<String, String> environment, List<String> prefix, String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        Process process;
        try {
            process = Distribution.command(environment, prefix, arguments)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        StringBuffer said = new StringBuffer();
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> listen(process, said, address));
        try {
            return new ServerProcess(
                    process,
                    data,
                    address.get(TO_START_SECONDS, TimeUnit.SECONDS),
                    Optional.ofNullable(environment.get("TOUCHSTONE_TOKEN")));
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
            throw new AssertionError("touchstone %s did not start. It said:%n%s".formatted(command, said), e);
        }
    }

    private static void listen(Process process, StringBuffer said, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append(System.lineSeparator());
                Matcher matcher = ADDRESS.matcher(line);
                if (matcher.find()) {
                    address.complete(URI.create(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        address.completeExceptionally(new IllegalStateException("it ended"));
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path));
    }

    /** The answer to GET, which must be 200, as JSON. */
    JsonNode json(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode())
                .as("GET %s answers %s", path, answer.body())
                .isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    /** @throws IOException when the server does not answer */
    HttpResponse<String> capture(String document) throws IOException {
        return send(request("/epcis/capture")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(TO_ANSWER);
        token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The PostgreSQL server that belongs to this server. */
    ProcessHandle postgres() throws IOException {
        Path file = data.resolve("postgresql/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("PostgreSQL does not run"));
    }

    /** The little process that stops PostgreSQL when the server can no longer do it. */
    ProcessHandle watcher() {
        return process.children()
                .filter(child -> child.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch("touchstone-watch"::equals))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing watches over PostgreSQL"));
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM; returns the exit code. */
    int stop() {
        process.destroy();
        return ended();
    }

    private int ended() {
        try {
            boolean ended = process.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("the server ends within %d s", TO_STOP_SECONDS).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        http.shutdownNow();
    }
}
