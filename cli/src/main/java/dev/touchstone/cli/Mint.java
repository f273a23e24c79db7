package dev.touchstone.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "mint",
        description = "Mint serial numbers for a product: unique, and not to be guessed.",
        mixinStandardHelpOptions = true)
final class Mint implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ClientOptions server;

    @Mixin
    private OfflineMint offline;

    @Parameters(
            paramLabel = "GTIN",
            arity = "0..1",
            description =
                    "GTIN of 8, 12, 13 or 14 digits; with --key-file, none reads one a line from standard input and answers with a JSON object for each serial.")
    private String gtin;

    @Option(names = "--count", defaultValue = "1", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--request-id",
            description = "A name of yours for this request; the same name gives the same serials again.")
    private String requestId;

    @Option(
            names = "--alphabet",
            description =
                    "numeric, unambiguous or gs1 (default: unambiguous); with --key-file also alphanumeric, and sgtin-96: numbers that such tags hold.")
    private String alphabet;

    @Option(names = "--length", description = "Characters of a serial, 6 to 20 (default: 12).")
    private Integer length;

    @Override
    public Integer call() throws IOException {
        if (offline.isWanted()) {
            return offline.mint(
                    new OfflineMint.Wish(Optional.ofNullable(gtin), count, alphabet, length, server.json()));
        }
        if (gtin == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which product? Expected: a GTIN, or --key-file to mint without a server");
        }
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
