package dev.touchstone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "recall",
        description = "The exact units that meet a condition, and where each is now; with --start, a recall of them.",
        mixinStandardHelpOptions = true)
final class Recall implements Callable<Integer> {

    @Mixin
    private ClientOptions server;

    @Option(names = "--component-lot", description = "Lot built in, at any depth: an identifier or a bare lot number.")
    private String componentLot;

    @Option(names = "--product-lot", description = "Lot of the units themselves.")
    private String productLot;

    @Option(names = "--product", paramLabel = "GTIN", description = "Product of the units.")
    private String product;

    @Option(names = "--plant", paramLabel = "GLN", description = "Plant that made them.")
    private String plant;

    @Option(names = "--line", paramLabel = "SGLN", description = "Line that made them.")
    private String line;

    @Option(names = "--made-from", paramLabel = "TIME", description = "Made then or later.")
    private String madeFrom;

    @Option(names = "--made-until", paramLabel = "TIME", description = "Made before.")
    private String madeUntil;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every unit of the scope to this file.")
    private Path csv;

    @ArgGroup(exclusive = false)
    private Start start;

    static final class Start {
        @Option(names = "--start", paramLabel = "NAME", required = true, description = "Start a recall of this name.")
        private String name;

        @Option(names = "--reason", required = true, description = "Why; needed with --start.")
        private String reason;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> condition = condition();
        if (csv != null) {
            writeTable(condition);
        }
        if (start != null) {
            ObjectNode request = JsonMapper.shared()
                    .createObjectNode()
                    .put("name", start.name)
                    .put("reason", start.reason);
            ObjectNode members = request.putObject("condition");
            condition.forEach(members::put);
            return server.ask(client -> client.post("/api/recalls", request), Recall::started, recall -> 0);
        }
        return server.ask(client -> client.get("/api/recall/scope", condition), Recall::told, scope -> 0);
    }

    private void writeTable(Map<String, String> condition) throws IOException {
        Map<String, String> query = new LinkedHashMap<>(condition);
        query.put("format", "csv");
        try (ServerClient client = server.connect()) {
            Files.write(csv, client.getBytes("/api/recall/scope", query));
        }
    }

    private Map<String, String> condition() {
        Map<String, String> condition = new LinkedHashMap<>();
        put(condition, "componentLot", componentLot);
        put(condition, "productLot", productLot);
        put(condition, "product", product);
        put(condition, "plant", plant);
        put(condition, "line", line);
        put(condition, "madeFrom", madeFrom);
        put(condition, "madeUntil", madeUntil);
        return condition;
    }

    private static void put(Map<String, String> condition, String name, String value) {
        if (value != null) {
            condition.put(name, value);
        }
    }

    private static void started(JsonNode recall, PrintWriter out) {
        out.printf(
                "Recall %s started: %d units are marked. %s%n",
                Text.of(recall, "name"), recall.path("units").asInt(), Text.of(recall, "id"));
    }

    private static void told(JsonNode scope, PrintWriter out) {
        out.println(Text.of(scope, "sentence"));
        out.println();
        Table places = new Table("where", "units");
        scope.path("byWhereabouts")
                .forEach(count -> places.row(Text.of(count, "whereabouts"), Text.of(count, "units")));
        places.print(out);
        out.println();
        Table units = new Table("unit", "product", "made", "where", "place");
        scope.path("list")
                .forEach(unit -> units.row(
                        Text.of(unit, "text"),
                        Text.of(unit.path("product"), "name"),
                        Text.time(unit, "madeAt"),
                        Text.of(unit, "whereabouts"),
                        Text.place(unit.path("location"))));
        units.print(out);
        int rest = scope.path("units").asInt() - scope.path("list").size();
        if (rest > 0) {
            out.printf("and %d more: write them all with --csv FILE%n", rest);
        }
    }
}
