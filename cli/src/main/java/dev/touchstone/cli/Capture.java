package dev.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
        name = "capture",
        description = "Capture EPCIS documents: each is taken whole or not at all.",
        mixinStandardHelpOptions = true)
final class Capture implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions server;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON-LD documents; of a folder, all its files that end in .json or .jsonld.")
    private List<Path> paths;

    @Override
    public Integer call() throws IOException {
        int refused = 0;
        List<Path> files = files();
        try (ServerClient client = server.connect()) {
            for (Path file : files) {
                refused += captured(client, file) ? 0 : 1;
            }
        }
        if (!server.json() && files.size() > 1) {
            server.out().printf("%d captured, %d refused%n", files.size() - refused, refused);
        }
        server.out().flush();
        return refused == 0 ? 0 : Exit.NO;
    }

    private boolean captured(ServerClient client, Path file) throws IOException {
        try {
            JsonNode job = client.post("/epcis/capture", "application/json", BodyPublishers.ofFile(file));
            server.print(job, (answer, out) -> told(file, answer, out));
            return true;
        } catch (ServerRefusal problem) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("refused   " + file);
            problem.getMessage().lines().forEach(line -> err.println("          " + line));
            err.flush();
            return false;
        }
    }

    private static void told(Path file, JsonNode job, PrintWriter out) {
        int duplicates = job.path("duplicates").asInt();
        out.printf(
                "captured  %s: %d events%s%n",
                file,
                job.path("events").asInt(),
                duplicates == 0 ? "" : ", %d of them known already".formatted(duplicates));
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path)) {
                    inside.filter(Capture::isDocument).sorted().forEach(files::add);
                }
            } else if (Files.isReadable(path)) {
                files.add(path);
            } else {
                throw new ParameterException(spec.commandLine(), "There is no readable file %s.".formatted(path));
            }
        }
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is no .json or .jsonld file in these folders.");
        }
        return files;
    }

    private static boolean isDocument(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(".jsonld"));
    }
}
