package dev.touchstone.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "verify",
        description = "The verdict on a scanned code, with its reasons. Exits with 0 only when it is valid.",
        mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    @Mixin
    private ClientOptions server;

    @Parameters(paramLabel = "SCAN", description = "What a scanner gives: element string, Digital Link, EPC URN, SSCC.")
    private String scan;

    @Override
    public Integer call() {
        return server.ask(
                client -> client.get("/api/verify", Map.of("scan", scan)),
                Verify::told,
                verdict -> Text.of(verdict, "verdict").equals("valid") ? 0 : Exit.NO);
    }

    private static void told(JsonNode verdict, PrintWriter out) {
        out.printf("%s: %s%n", Text.of(verdict, "verdict"), Text.of(verdict, "sentence"));
        verdict.path("reasons").forEach(reason -> out.println("  - " + Text.of(reason, "text")));
    }
}
