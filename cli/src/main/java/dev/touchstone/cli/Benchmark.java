package dev.touchstone.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "benchmark",
        description = "Compare units fairly: from a table (needs no server), or sites, lines and lots from the log.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            BenchmarkCompare.class,
            BenchmarkChart.class,
            BenchmarkFrontier.class,
            BenchmarkCauses.class,
            BenchmarkEffect.class,
            BenchmarkSampleSize.class,
            Benchmark.LeadTimes.class,
            Benchmark.Returns.class
        })
final class Benchmark implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "lead-times",
            description =
                    "Time from one business step to another, compared between groups; with --group, the units behind one.",
            mixinStandardHelpOptions = true)
    static final class LeadTimes implements Callable<Integer> {

        @Mixin
        private ClientOptions server;

        @Option(names = "--from", required = true, paramLabel = "STEP", description = "Step at which the clock starts.")
        private String from;

        @Option(names = "--to", required = true, paramLabel = "STEP", description = "Step at which it stops.")
        private String to;

        @Option(
                names = "--by",
                defaultValue = "plant",
                description =
                        "plant, line, shift, product, site, country; several with commas (default: ${DEFAULT-VALUE}).")
        private String by;

        @Option(names = "--statistic", description = "median or p90 (default: median).")
        private String statistic;

        @Option(names = "--since", paramLabel = "TIME", description = "Started then or later.")
        private String since;

        @Option(names = "--until", paramLabel = "TIME", description = "Started before.")
        private String until;

        @Option(names = "--group", paramLabel = "KEY", description = "List the units of this group, slowest first.")
        private String group;

        @Override
        public Integer call() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("from", from);
            query.put("to", to);
            query.put("by", by);
            put(query, "since", since);
            put(query, "until", until);
            if (group != null) {
                query.put("group", group);
                return server.ask(
                        client -> client.get("/api/performance/lead-times/units", query),
                        LeadTimes::units,
                        answer -> 0);
            }
            put(query, "statistic", statistic);
            return server.ask(
                    client -> client.get("/api/performance/lead-times", query), LeadTimes::groups, answer -> 0);
        }

        private static void groups(JsonNode answer, PrintWriter out) {
            out.println(Text.of(answer, "sentence"));
            out.println();
            Table table =
                    new Table("group", "n", "median h", "q1", "q3", "p90", "gap to median", "95 % interval", "", "key");
            answer.path("groups")
                    .forEach(group -> table.row(
                            Text.of(group, "name"),
                            Text.of(group, "n"),
                            Text.number(group, "medianHours", 2),
                            Text.number(group, "q1Hours", 2),
                            Text.number(group, "q3Hours", 2),
                            Text.number(group, "p90Hours", 2),
                            Text.number(group, "gapToMedianHours", 2),
                            interval(group.path("interval")),
                            judgement(group),
                            Text.of(group, "key")));
            table.print(out);
        }

        private static String interval(JsonNode interval) {
            return "%s to %s".formatted(Text.number(interval, "low", 2), Text.number(interval, "high", 2));
        }

        private static void units(JsonNode answer, PrintWriter out) {
            out.printf("%s: %s units%n%n", Text.of(answer.path("group"), "name"), Text.of(answer, "total"));
            Table table = new Table("unit", "started", "finished", "hours");
            answer.path("units")
                    .forEach(unit -> table.row(
                            Text.of(unit, "text"),
                            Text.time(unit, "startedAt"),
                            Text.time(unit, "finishedAt"),
                            Text.number(unit, "hours", 2)));
            table.print(out);
        }
    }

    @Command(
            name = "returns",
            description = "Share of sold units that came back, compared between groups.",
            mixinStandardHelpOptions = true)
    static final class Returns implements Callable<Integer> {

        @Mixin
        private ClientOptions server;

        @Option(
                names = "--by",
                defaultValue = "componentLot",
                description = "componentLot, product, productLot, plant, line or country (default: ${DEFAULT-VALUE}).")
        private String by;

        @Override
        public Integer call() {
            return server.ask(
                    client -> client.get("/api/performance/returns", Map.of("by", by)), Returns::groups, answer -> 0);
        }

        private static void groups(JsonNode answer, PrintWriter out) {
            out.println(Text.of(answer, "sentence"));
            out.println();
            Table table = new Table("group", "sold", "returned", "share", "");
            answer.path("groups")
                    .forEach(group -> table.row(
                            Text.of(group, "name"),
                            Text.of(group, "sold"),
                            Text.of(group, "returned"),
                            Text.percent(group, "share"),
                            judgement(group)));
            table.print(out);
        }
    }

    private static String judgement(JsonNode group) {
        return switch (Text.of(group, "judgement")) {
            case "better" -> "better";
            case "worse" -> "worse";
            case "tooFew" -> "too few to judge";
            default -> "not distinguishable";
        };
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
