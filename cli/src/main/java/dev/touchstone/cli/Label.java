package dev.touchstone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "label",
        description = "Draw the label of a unit, in true millimetres, as SVG or PNG.",
        mixinStandardHelpOptions = true)
final class Label implements Callable<Integer> {

    @Mixin
    private ClientOptions server;

    @Parameters(paramLabel = "IDENTIFIER", description = "Digital Link, EPC URN or element string of the unit.")
    private String epc;

    @Option(names = "--symbol", description = "datamatrix, qr or gs1-128 (default: datamatrix).")
    private String symbol;

    @Option(names = "--dpi", description = "Resolution of a PNG: 203, 300 or 600 (default: 300).")
    private Integer dpi;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "label.svg",
            description = "Where to write it; the ending .svg or .png says the form (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        boolean png = output.toString().toLowerCase(Locale.ROOT).endsWith(".png");
        Map<String, String> query = new LinkedHashMap<>(Map.of("epc", epc, "format", png ? "png" : "svg"));
        if (symbol != null) {
            query.put("symbol", symbol);
        }
        if (dpi != null) {
            query.put("dpi", dpi.toString());
        }
        try (ServerClient client = server.connect()) {
            byte[] label = client.getBytes("/api/labels", query);
            Files.write(output, label);
            server.out().printf("%s (%,d bytes)%n", output, label.length);
            server.out().flush();
            return 0;
        }
    }
}
