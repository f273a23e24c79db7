package dev.touchstone.cli;

import dev.touchstone.demo.Planted;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The questions that a steward would ask of the demonstration world, asked through the public interface, each with its answer and
 * how long it took. What is planted is only compared with, after the answer: no question uses it.
 */
final class Stories {

    /** What an answer says: a sentence to print, and what it found. */
    private record Answer(String sentence, List<String> found) {}

    private final ServerClient client;
    private final Planted planted;
    private final PrintWriter out;
    private int missed;

    Stories(ServerClient client, Planted planted, PrintWriter out) {
        this.client = client;
        this.planted = planted;
        this.out = out;
    }

    /** Tells all of them; answers how many planted faults were missed. */
    int tell() {
        Answer lot = ask(
                "Which component lot's units come back more often than others'?",
                this::suspiciousLots,
                Optional.of(List.of(planted.badLot())));
        String lotFound = lot.found().isEmpty() ? "" : lot.found().getFirst();
        ask(
                "Which units have that lot built in, and where is each now?",
                asked -> scope(lotFound),
                Optional.of(planted.badLotUnits()));
        ask(
                "How long from commissioning to packing, by line and shift, and who is slow?",
                this::slowest,
                Optional.of(List.of(planted.slowLine() + "|" + Planted.SLOW_SHIFT)));
        ask(
                "What arrived in another country than it was sent to?",
                asked -> cases("diversion"),
                Optional.of(List.of(planted.divertedPallet())));
        Answer copied = ask(
                "What was seen in two places too far apart for the time between?",
                asked -> cases("impossibleTravel"),
                Optional.of(List.of(planted.copiedUnit())));
        if (!copied.found().isEmpty()) {
            String unit = copied.found().getFirst();
            ask(
                    "What would somebody be told who scans that unit?",
                    asked -> verdict(unit),
                    Optional.of(List.of("suspicious")));
            ask("And what is its whole life?", asked -> life(unit), Optional.empty());
        }
        return missed;
    }

    private Answer ask(String question, Function<ServerClient, Answer> answering, Optional<List<String>> expected) {
        out.println();
        out.println("? " + question);
        out.flush();
        long started = System.nanoTime();
        Answer answer = answering.apply(client);
        long millis = (System.nanoTime() - started) / 1_000_000;
        out.printf("  %s  (%d ms)%n", answer.sentence(), millis);
        expected.ifPresent(wanted -> {
            boolean right = answer.found().equals(wanted);
            missed += right ? 0 : 1;
            out.println(right ? "  ✓ exactly what was planted" : "  ✗ not what was planted: " + shortened(wanted));
        });
        out.flush();
        return answer;
    }

    private Answer suspiciousLots(ServerClient asked) {
        JsonNode answer = asked.get("/api/performance/returns", Map.of("by", "componentLot"));
        return new Answer(Text.of(answer, "sentence"), worse(answer));
    }

    private Answer slowest(ServerClient asked) {
        JsonNode answer = asked.get(
                "/api/performance/lead-times", Map.of("from", "commissioning", "to", "packing", "by", "line,shift"));
        return new Answer(Text.of(answer, "sentence"), worst(answer));
    }

    /** Keys of the groups that are judged worse. */
    private static List<String> worse(JsonNode comparison) {
        return stream(comparison.path("groups"))
                .filter(group -> Text.of(group, "judgement").equals("worse"))
                .map(group -> Text.of(group, "key"))
                .toList();
    }

    /** Key of the one with the greatest gap among those that are judged worse. */
    private static List<String> worst(JsonNode comparison) {
        return stream(comparison.path("groups"))
                .filter(group -> Text.of(group, "judgement").equals("worse"))
                .max(java.util.Comparator.comparingDouble(
                        group -> group.path("gapToMedianHours").asDouble()))
                .map(group -> List.of(Text.of(group, "key")))
                .orElse(List.of());
    }

    private Answer scope(String componentLot) {
        List<String> units = new ArrayList<>();
        Map<String, String> query = new LinkedHashMap<>(Map.of("componentLot", componentLot, "perPage", "1000"));
        JsonNode first = client.get("/api/recall/scope", query);
        JsonNode page = first;
        while (true) {
            page.path("list").forEach(unit -> units.add(Text.of(unit, "epc")));
            if (!page.has("nextPageToken")) {
                return new Answer(
                        "%s By product lot it would have been %d."
                                .formatted(
                                        Text.of(first, "sentence"),
                                        first.path("wholeLotUnits").asInt()),
                        units.stream().sorted().toList());
            }
            query.put("nextPageToken", Text.of(page, "nextPageToken"));
            page = client.get("/api/recall/scope", query);
        }
    }

    private Answer cases(String kind) {
        List<JsonNode> cases = stream(
                        client.get("/api/cases", Map.of("kind", kind)).path("cases"))
                .toList();
        String sentence = cases.isEmpty() ? "Nothing." : Text.of(cases.getFirst(), "sentence");
        return new Answer(
                sentence,
                cases.stream().map(found -> Text.of(found, "epc")).distinct().toList());
    }

    private Answer verdict(String unit) {
        JsonNode verdict = client.get("/api/verify", Map.of("scan", unit));
        return new Answer(Text.of(verdict, "sentence"), List.of(Text.of(verdict, "verdict")));
    }

    private Answer life(String unit) {
        JsonNode trace = client.get("/api/trace", Map.of("epc", unit));
        JsonNode timeline = trace.path("timeline");
        return new Answer(
                "%d events, from %s at %s to %s."
                        .formatted(
                                timeline.size(),
                                Text.of(timeline.path(timeline.size() - 1), "bizStep"),
                                Text.time(timeline.path(timeline.size() - 1), "eventTime"),
                                Text.time(timeline.path(0), "eventTime")),
                List.of());
    }

    private static String shortened(List<String> values) {
        return values.size() <= 3 ? String.join(", ", values) : values.size() + " units";
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
