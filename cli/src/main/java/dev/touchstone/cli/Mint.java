package dev.touchstone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "mint",
        description = "Mint serial numbers for a product: unique, and not to be guessed.",
        mixinStandardHelpOptions = true)
final class Mint implements Callable<Integer> {

    @Mixin
    private ClientOptions server;

    @Parameters(paramLabel = "GTIN", description = "GTIN of 8, 12, 13 or 14 digits.")
    private String gtin;

    @Option(names = "--count", defaultValue = "1", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--request-id",
            description = "A name of yours for this request; the same name gives the same serials again.")
    private String requestId;

    @Option(names = "--alphabet", description = "numeric, unambiguous or gs1 (default: unambiguous).")
    private String alphabet;

    @Option(names = "--length", description = "Characters of a serial, 6 to 20 (default: 12).")
    private Integer length;

    @Override
    public Integer call() {
        ObjectNode request =
                JsonMapper.shared().createObjectNode().put("gtin", gtin).put("count", count);
        if (requestId != null) {
            request.put("requestId", requestId);
        }
        if (alphabet != null) {
            request.put("alphabet", alphabet);
        }
        if (length != null) {
            request.put("length", length);
        }
        return server.ask(
                client -> client.post("/api/serials", request),
                (lease, out) -> {
                    lease.path("digitalLinks").forEach(link -> out.println(link.asString()));
                },
                lease -> 0);
    }
}
