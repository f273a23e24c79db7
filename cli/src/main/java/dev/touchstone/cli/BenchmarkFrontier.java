package dev.touchstone.cli;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.Frontier;
import dev.touchstone.benchmark.FrontierOptions;
import dev.touchstone.benchmark.Orientation;
import dev.touchstone.benchmark.Returns;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "frontier",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "touchstone benchmark frontier FILE --inputs COLUMNS --outputs COLUMNS [OPTIONS]",
        description = "How near units come to the best that they show to be possible together, and whom to learn from.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark frontier plants.csv --inputs staff,energy --outputs made --entity plant",
            "  touchstone benchmark frontier depots.csv --inputs vans,hours --outputs drops --returns vrs \\",
            "      --orientation out --bootstrap 2000 --html frontier.html"
        })
final class BenchmarkFrontier implements Callable<Integer> {
    @Option(
            names = "--inputs",
            required = true,
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "What units use; several with commas.")
    private List<String> inputs;

    @Option(
            names = "--outputs",
            required = true,
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "What they make; several with commas.")
    private List<String> outputs;

    @Option(
            names = "--entity",
            paramLabel = "COLUMN",
            description = "Names of the units, one row each (default: the first other column, else row numbers).")
    private String entity;

    @Option(
            names = "--returns",
            paramLabel = "RETURNS",
            defaultValue = "crs",
            description = "To scale: crs, vrs, nirs, ndrs or fdh (default: ${DEFAULT-VALUE}).")
    private Returns returns;

    @Option(
            names = "--orientation",
            paramLabel = "WAY",
            defaultValue = "in",
            description = "in: use less; out: make more (default: ${DEFAULT-VALUE}).")
    private Orientation orientation;

    @Option(
            names = "--bootstrap",
            paramLabel = "RESAMPLES",
            defaultValue = "0",
            description = "For bias and intervals (Simar and Wilson 1998), such as 2000 (default: none).")
    private int resamples;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Confidence of the intervals (default: ${DEFAULT-VALUE}).")
    private double level;

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        FrontierOptions options = new FrontierOptions(
                inputs,
                outputs,
                Optional.ofNullable(entity),
                new Frontier.Question(returns, orientation, resamples, level, table.seed()));
        return table.tell((file, reading) -> Benchmark.frontier(file, reading, options));
    }
}
