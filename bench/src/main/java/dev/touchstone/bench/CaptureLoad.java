package dev.touchstone.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * How fast captures go in: documents of 500 events of one unit each, by several connections, into a server of its own process on
 * this machine, every one on disk before it is acknowledged. Beside it the ceiling: how fast the same rows go into the same indexed
 * tables of the same database by bare binary {@code COPY}.
 *
 * <pre>java -cp ... dev.touchstone.bench.CaptureLoad [documents=400] [connections=4] [folder=a temporary one]</pre>
 */
public final class CaptureLoad {
    /** Of the documents; they warm the server up and are not timed. */
    private static final double WARM_UP_SHARE = 0.2;

    private final int documents;
    private final int connections;

    private CaptureLoad(int documents, int connections) {
        this.documents = documents;
        this.connections = connections;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Path folder = options.containsKey("folder")
                ? Files.createDirectories(Path.of(options.get("folder")))
                : Files.createTempDirectory("capture-load");
        CaptureLoad load = new CaptureLoad(
                Integer.parseInt(options.getOrDefault("documents", "400")),
                Integer.parseInt(options.getOrDefault("connections", "4")));
        System.out.printf(
                "%d processors, %s, data in %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"), folder);
        try (CaptureLoadServer server = CaptureLoadServer.start(folder)) {
            load.run(server);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        CaptureLoadCeiling.run(folder);
    }

    private void run(CaptureLoadServer server) throws Exception {
        List<byte[]> prepared = new ArrayList<>(documents);
        for (int i = 0; i < documents; i++) {
            prepared.add(CaptureLoadDocuments.document(i));
        }
        int warmUp = (int) (documents * WARM_UP_SHARE);
        System.out.printf(
                "%d documents of %d events, %d bytes an event; %d connections%n",
                documents,
                CaptureLoadDocuments.EVENTS,
                prepared.getFirst().length / CaptureLoadDocuments.EVENTS,
                connections);
        send(server.capture(), prepared.subList(0, warmUp));
        long serverBefore = server.cpuNanos();
        long databaseBefore = server.databaseCpuNanos();
        long clientBefore = cpuNanos();
        long begun = System.nanoTime();
        List<Long> latencies = send(server.capture(), prepared.subList(warmUp, documents));
        double seconds = (System.nanoTime() - begun) / 1e9;
        int events = (documents - warmUp) * CaptureLoadDocuments.EVENTS;
        report(events, seconds, latencies);
        double serverMicros = (server.cpuNanos() - serverBefore) / 1e3 / events;
        double databaseMicros = (server.databaseCpuNanos() - databaseBefore) / 1e3 / events;
        double clientMicros = (cpuNanos() - clientBefore) / 1e3 / events;
        System.out.printf(
                Locale.ROOT,
                "processor time         %9.1f µs an event: server %.1f, PostgreSQL %.1f, client %.1f%n",
                serverMicros + databaseMicros + clientMicros,
                serverMicros,
                databaseMicros,
                clientMicros);
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static void report(int events, double seconds, List<Long> latencies) {
        List<Long> sorted = latencies.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                """
                captured, durable      %,9.0f events/s   (%,d events in %.2f s)
                a document             %9.1f ms median, %.1f ms at 99 %%
                """,
                events / seconds,
                events,
                seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    /** Sends all documents, each connection the next one when its last is acknowledged; returns how long each took. */
    private List<Long> send(URI address, List<byte[]> bodies) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        List<Long> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<List<Long>>> done = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                done.add(threads.submit(() -> sendSome(address, bodies, next)));
            }
            for (Future<List<Long>> some : done) {
                latencies.addAll(some.get());
            }
        }
        return latencies;
    }

    private static List<Long> sendSome(URI address, List<byte[]> bodies, AtomicInteger next)
            throws IOException, InterruptedException {
        List<Long> latencies = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
                HttpRequest request = HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(bodies.get(i)))
                        .build();
                long begun = System.nanoTime();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                latencies.add(System.nanoTime() - begun);
                if (answer.statusCode() != 202 || !answer.body().contains("\"duplicates\":0")) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            }
        }
        return latencies;
    }
}
