package dev.touchstone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "trace",
        description = "State, place, timeline, containment and genealogy of a unit.",
        mixinStandardHelpOptions = true)
final class Trace implements Callable<Integer> {

    @Mixin
    private ClientOptions server;

    @Parameters(paramLabel = "IDENTIFIER", description = "Digital Link, EPC URN or element string of the unit.")
    private String epc;

    @Option(names = "--as-of", paramLabel = "TIME", description = "As things stood then, such as 2026-03-01T08:30:00Z.")
    private String asOf;

    @Override
    public Integer call() {
        Map<String, String> query = new LinkedHashMap<>(Map.of("epc", epc));
        if (asOf != null) {
            query.put("asOf", asOf);
        }
        return server.ask(client -> client.get("/api/trace", query), Trace::told, trace -> 0);
    }

    private static void told(JsonNode trace, PrintWriter out) {
        JsonNode unit = trace.path("unit");
        out.println(Text.of(unit.path("identifier"), "text"));
        line(out, "product", Text.of(unit.path("product"), "name"));
        line(out, "state", Text.of(unit, "state"));
        line(out, "place", where(unit));
        line(out, "inside", list(unit.path("containers")));
        line(out, "made", made(unit));
        line(out, "lot", Text.of(unit, "lot"));
        line(out, "made of", inputs(trace));
        out.println();
        Table table = new Table("when", "step", "disposition", "where", "");
        trace.path("timeline")
                .forEach(entry -> table.row(
                        Text.time(entry, "eventTime"),
                        Text.of(entry, "bizStep"),
                        Text.of(entry, "disposition"),
                        Text.place(entry.has("bizLocation") ? entry.path("bizLocation") : entry.path("readPoint")),
                        remarks(entry)));
        table.print(out);
    }

    private static void line(PrintWriter out, String name, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-9s %s%n", name, value);
        }
    }

    private static String where(JsonNode unit) {
        String place = Text.place(unit.path("location"));
        String since = Text.time(unit, "locationSince");
        return place.isEmpty() ? "" : "%s, since %s".formatted(place, since);
    }

    private static String made(JsonNode unit) {
        String at = Text.time(unit, "commissionedAt");
        String line = Text.of(unit.path("line"), "name");
        return at.isEmpty() || line.isEmpty() ? at : "%s at %s".formatted(at, line);
    }

    private static String inputs(JsonNode trace) {
        String epc = Text.of(trace.path("unit").path("identifier"), "epc");
        return trace.path("genealogy")
                .path("edges")
                .valueStream()
                .filter(edge -> Text.of(edge, "to").equals(epc))
                .map(edge -> Text.of(edge, "from"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String list(JsonNode texts) {
        return texts.valueStream().map(JsonNode::asString).collect(Collectors.joining(" in "));
    }

    private static String remarks(JsonNode entry) {
        StringBuilder remarks = new StringBuilder();
        if (entry.has("through")) {
            remarks.append("in ").append(Text.of(entry, "through")).append("  ");
        }
        if (entry.path("voided").asBoolean(false)) {
            remarks.append("declared erroneous  ");
        }
        if (entry.path("late").asBoolean(false)) {
            remarks.append("recorded late  ");
        }
        return remarks.append(Text.of(entry, "contradiction")).toString().strip();
    }
}
