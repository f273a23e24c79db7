package dev.touchstone.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own, with the options that the product ships with. */
final class CaptureLoadServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final Path data;

    private CaptureLoadServer(Process process, URI address, Path data) {
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /** The folder of its data below the folder of a run. */
    static Path data(Path folder) {
        return folder.resolve("data");
    }

    static Path cache(Path folder) {
        return folder.resolve("cache");
    }

    static CaptureLoadServer start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                "-XX:ReservedCodeCacheSize=96m"));
        // For a profiler, such as -Dserver.options=-XX:StartFlightRecording.
        command.addAll(List.of(System.getProperty("server.options", "-Dnothing").split(" ")));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.touchstone.cli.Main",
                "up",
                "--port",
                Integer.toString(port),
                "--data",
                data(folder).toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("TOUCHSTONE_CACHE", cache(folder).toString());
        Process process = builder.start();
        CaptureLoadServer server = new CaptureLoadServer(process, URI.create("http://127.0.0.1:" + port), data(folder));
        server.awaitUp();
        return server;
    }

    URI capture() {
        return address.resolve("/epcis/capture");
    }

    /** Processor time that the process has used. */
    long cpuNanos() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    /** Processor time that its PostgreSQL has used, in the processes that run now. */
    long databaseCpuNanos() throws IOException {
        Path pidFile = data.resolve("postgresql").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(CaptureLoadServer::cpuNanos)
                .sum();
    }

    private static long cpuNanos(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    private void awaitUp() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest health =
                    HttpRequest.newBuilder(address.resolve("/health")).build();
            while (System.nanoTime() < deadline && process.isAlive()) {
                try {
                    if (client.send(health, BodyHandlers.ofString()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server did not start; see server.log in the folder of the run");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
