package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Config.Setting;
import java.io.IOException;
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
 * own, a few questions, and an end.
 */
@Command(name = "training-run", hidden = true)
final class TrainingRun implements Callable<Integer> {
    private static final List<String> QUESTIONS = List.of("/health", "/openapi.json");

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
