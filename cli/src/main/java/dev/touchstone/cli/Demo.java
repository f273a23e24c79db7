package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Config.Setting;
import dev.touchstone.demo.Demonstration;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code touchstone demo}: a server with the demonstration world in it. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Start a server with the demonstration world, and say what to open.")
final class Demo implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Option(
            names = "--once",
            description =
                    "Tell the stories in the terminal from a temporary folder, and end: with 0 only when every planted fault was found.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Demonstration world = Demonstration.standard();
        return once ? tell(world) : show(world);
    }

    private int show(Demonstration world) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        RunningServer server = RunningServer.start(options.config("demo"));
        try (ServerClient client = client(server);
                Progress progress = new Progress()) {
            load(world, client);
            // The first page counts the cases, for which every journey is looked through once.
            progress.say("Looking through the journeys of its units");
            client.get("/api/overview", Map.of());
        }
        out.printf("The demonstration world is up: %,d units, %,d events.%n%n", Demonstration.UNITS, world.events());
        out.printf("  Console    %s%n", server.address());
        out.printf("  Interface  %s/docs%n%n", server.address());
        out.println("docs/demonstration.md tells what is planted in it. Ctrl-C stops it.");
        out.flush();
        server.await();
        return Exit.OK;
    }

    private int tell(Demonstration world) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("touchstone-demo");
        // A temporary world has no place in a database that somebody else runs.
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove(Setting.TOUCHSTONE_DATABASE_URL.name());
        Map<Setting, String> settings = Map.of(
                Setting.TOUCHSTONE_PORT,
                "0",
                Setting.TOUCHSTONE_DATA,
                folder.resolve("data").toString());
        try (RunningServer server = RunningServer.start(Config.of(environment, settings, "demo"));
                ServerClient client = client(server)) {
            long started = System.nanoTime();
            load(world, client);
            double seconds = (System.nanoTime() - started) / 1e9;
            out.printf(
                    "%,d units, %,d events, captured in %.1f s (%,.0f events a second).%n",
                    Demonstration.UNITS, world.events(), seconds, world.events() / seconds);
            int missed = new Stories(client, world.planted(), out).tell();
            out.println();
            out.println(missed == 0 ? "Every planted fault was found." : missed + " answers were not as planted.");
            out.flush();
            return missed == 0 ? Exit.OK : Exit.NO;
        } finally {
            delete(folder);
        }
    }

    /** Hands in what the log has not yet. Documents go in order, so when the last is there, all are. */
    private static void load(Demonstration world, ServerClient client) {
        if (isLoaded(world, client)) {
            return;
        }
        try (Progress progress = new Progress()) {
            for (int i = 0; i < world.documents(); i++) {
                progress.say("Capturing the demonstration world: %d %%".formatted(100 * i / world.documents()));
                client.post("/epcis/capture", "application/json", BodyPublishers.ofByteArray(world.document(i)));
            }
        }
    }

    private static boolean isLoaded(Demonstration world, ServerClient client) {
        var last = client.get("/epcis/events", Map.of("EQ_eventID", world.lastEventID(), "perPage", "1"));
        return !last.path("epcisBody")
                .path("queryResults")
                .path("resultsBody")
                .path("eventList")
                .isEmpty();
    }

    private static ServerClient client(RunningServer server) {
        return new ServerClient(server.address(), Optional.ofNullable(System.getenv("TOUCHSTONE_TOKEN")));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
