package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Config.Setting;
import dev.touchstone.demo.Demonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * What the build runs once so that the Java machine learns which classes a start needs (its AOT cache): a server in a folder of its
 * own, a few captures and questions, an end, and a report on a table of each kind.
 */
@Command(name = "training-run", hidden = true)
final class TrainingRun implements Callable<Integer> {
    private static final int SMALLEST_WORLD = 2_000;
    private static final int DOCUMENTS = 4;
    private static final List<String> QUESTIONS =
            List.of("/health", "/openapi.json", "/api/products", "/api/locations", "/epcis/events?perPage=1");

    private static final int ROWS = 400;
    private static final List<String> REPORTS = List.of(
            "compare --value hours --entity site --time day",
            "compare --numerator late --denominator orders --entity site --json",
            "chart --value hours --time day",
            "frontier --inputs orders --outputs hours --returns vrs");

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
            reports(folder);
        } finally {
            delete(folder);
        }
        return Exit.OK;
    }

    private static void reports(Path folder) throws IOException {
        StringBuilder rows = new StringBuilder("site,day,hours,late,orders\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("%c,2025-%02d-%02d,%d.%d,%d,100%n"
                    .formatted('A' + i % 5, i / 28 % 12 + 1, i % 28 + 1, 3 + i % 5, i * 7 % 10, i % 11));
        }
        String table = Files.writeString(folder.resolve("table.csv"), rows).toString();
        String page = folder.resolve("report.html").toString();
        for (String question : REPORTS) {
            List<String> arguments = new ArrayList<>(List.of(question.split(" ")));
            arguments.addAll(1, List.of(table, "--html", page));
            arguments.addFirst("benchmark");
            Main.commandLine().setOut(new PrintWriter(Writer.nullWriter())).execute(arguments.toArray(String[]::new));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
