package dev.touchstone.cli;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.CausesOptions;
import dev.touchstone.benchmark.CausesQuestion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "causes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis =
                "touchstone benchmark causes FILE --actual COLUMN --expected COLUMN --dimensions COLUMNS [OPTIONS]",
        description = "Which slices of a table explain that what happened is not what was expected.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark causes sales.csv --actual sold --expected planned --dimensions region,channel,product",
            "  touchstone benchmark causes errors.csv --actual failed --expected usual --cases calls \\",
            "      --cases-expected usualCalls --dimensions site,version,browser"
        })
final class BenchmarkCauses implements Callable<Integer> {
    @Option(
            names = "--actual",
            required = true,
            paramLabel = "COLUMN",
            description = "Amounts or counts as they were, summed over the rows of each slice.")
    private String actual;

    @Option(
            names = "--expected",
            required = true,
            paramLabel = "COLUMN",
            description = "What was expected of them: a plan, a forecast, the period before.")
    private String expected;

    @Option(
            names = "--dimensions",
            required = true,
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "Columns whose values make the slices, 1 to 10; several with commas.")
    private List<String> dimensions;

    @ArgGroup(exclusive = false)
    private Cases cases;

    private static final class Cases {
        @Option(
                names = "--cases",
                required = true,
                paramLabel = "COLUMN",
                description = "For rates: the cases among which --actual were counted.")
        private String actual;

        @Option(
                names = "--cases-expected",
                required = true,
                paramLabel = "COLUMN",
                description = "The cases among which --expected were counted.")
        private String expected;
    }

    @Option(
            names = "--chance",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "That a table without any cause shows one, at most (default: ${DEFAULT-VALUE}).")
    private double chance;

    @Option(
            names = "--most",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "Of slices that are named (default: ${DEFAULT-VALUE}).")
    private int most;

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        Optional<Cases> among = Optional.ofNullable(cases);
        CausesOptions options = new CausesOptions(new CausesQuestion.Slices(
                actual, expected, among.map(c -> c.actual), among.map(c -> c.expected), dimensions, chance, most));
        return table.tell((file, reading) -> Benchmark.causes(file, reading, options));
    }
}
