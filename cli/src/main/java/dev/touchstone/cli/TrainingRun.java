package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Config.Setting;
import dev.touchstone.demo.Demonstration;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * What the build runs once so that the Java machine learns which classes a start needs (its AOT cache): a server in a folder of its
 * own, a few captures and questions, and an end.
 */
@Command(name = "training-run", hidden = true)
final class TrainingRun implements Callable<Integer> {
    private static final int SMALLEST_WORLD = 2_000;
    private static final int DOCUMENTS = 4;
    private static final List<String> QUESTIONS =
            List.of("/health", "/openapi.json", "/api/products", "/api/locations", "/epcis/events?perPage=1");

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("touchstone-training");
        Map<Setting, String> settings = Map.of(
                Setting.TOUCHSTONE_PORT,
                "0",
                Setting.TOUCHSTONE_DATA,
                folder.resolve("data").toString());
        try (RunningServer server = RunningServer.start(Config.of(Map.of(), settings, "training"));
                ServerClient client = new ServerClient(server.address(), Optional.empty())) {
            Demonstration world = Demonstration.of(Demonstration.SEED, SMALLEST_WORLD);
            for (int i = 0; i < DOCUMENTS; i++) {
                client.post("/epcis/capture", "application/json", BodyPublishers.ofByteArray(world.document(i)));
            }
            for (String question : QUESTIONS) {
                client.get(question, Map.of());
            }
            client.getBytes("/metrics", Map.of());
        } finally {
            delete(folder);
        }
        return Exit.OK;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
