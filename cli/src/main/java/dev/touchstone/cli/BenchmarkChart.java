package dev.touchstone.cli;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.ChartOptions;
import dev.touchstone.benchmark.ControlChart;
import dev.touchstone.benchmark.Period;
import dev.touchstone.benchmark.RuleSet;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "chart",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = "touchstone benchmark chart FILE (--value COLUMN | --time COLUMN) [OPTIONS]",
        description = "Control charts: how a figure varies by common causes, and where something else was at work.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark chart batches.csv --value viscosity --no-direction",
            "  touchstone benchmark chart waits.csv --value hours --time week --target 4 --lower-is-better \\",
            "      --rebase \"2025-03-01=new booking system\"",
            "  touchstone benchmark chart returns.csv --value returned --denominator sold --time month --entity site",
            "  touchstone benchmark chart stops.csv --time day        (the time between rare events)"
        })
final class BenchmarkChart implements Callable<Integer> {
    @Option(
            names = "--value",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "Measured values or counts; several columns are the values of one point.")
    private List<String> values = List.of();

    @Option(
            names = {"--denominator", "--size"},
            paramLabel = "COLUMN",
            description = "What was counted in: units or exposure; or a number for all points.")
    private String size;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "Puts rows in order (default: the order of the file).")
    private String time;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "One point for each day, week, month, quarter or year.")
    private Period period;

    @Option(names = "--subgroup", paramLabel = "COLUMN", description = "Rows with one value of it make one point.")
    private String subgroup;

    @Option(names = "--entity", paramLabel = "COLUMN", description = "A chart for each value of it.")
    private String entity;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {
                "individuals (x-mr), xbar-r, xbar-s, p, np, c, u, p-laney, u-laney, g, t, ewma or cusum",
                "(default: the one that suits the columns)."
            })
    private ControlChart.Kind kind;

    @Option(
            names = "--rules",
            paramLabel = "SET",
            defaultValue = "nhs",
            description = "shewhart, western-electric, nelson or nhs (default: ${DEFAULT-VALUE}).")
    private RuleSet rules;

    @Mixin
    private DirectionOptions direction;

    @Option(names = "--target", paramLabel = "NUMBER", description = "Whether the limits keep to it.")
    private Double target;

    @Option(
            names = "--baseline",
            paramLabel = "POINTS",
            description = "The first of each phase make its limits (default: all).")
    private Integer baseline;

    @Option(
            names = "--centre",
            paramLabel = "NUMBER",
            description = "A standard given for the centre (default: from the data).")
    private Double centre;

    @Option(
            names = "--sigma",
            paramLabel = "NUMBER",
            description = "And for the standard deviation of single values (default: from the data).")
    private Double sigma;

    @Option(
            names = "--rebase",
            paramLabel = "DATE=REASON",
            description = "Draw limits anew from there on; DATE may be the number of a point. May be repeated.")
    private List<ChartOptions.Rebase> rebases = List.of();

    @Option(
            names = "--changes",
            paramLabel = "METHOD",
            defaultValue = "pelt",
            description = "Search for changes nobody recorded: pelt, e-divisive or none (default: ${DEFAULT-VALUE}).")
    private ChartOptions.Changes changes;

    @Option(
            names = "--lambda",
            paramLabel = "NUMBER",
            defaultValue = "0.2",
            description = "Of EWMA (default: ${DEFAULT-VALUE}).")
    private double lambda;

    @Option(
            names = "--width",
            paramLabel = "NUMBER",
            defaultValue = "3",
            description = "Of the limits of EWMA in standard deviations (default: ${DEFAULT-VALUE}).")
    private double width;

    @Option(
            names = "--k",
            paramLabel = "NUMBER",
            defaultValue = "0.5",
            description = "Of CUSUM (default: ${DEFAULT-VALUE}).")
    private double allowance;

    @Option(
            names = "--h",
            paramLabel = "NUMBER",
            defaultValue = "5",
            description = "Of CUSUM (default: ${DEFAULT-VALUE}).")
    private double limit;

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        ChartOptions options = new ChartOptions(
                values,
                Optional.ofNullable(size),
                Optional.ofNullable(time),
                Optional.ofNullable(period),
                Optional.ofNullable(subgroup),
                Optional.ofNullable(entity),
                Optional.ofNullable(kind),
                rules,
                direction.direction(),
                optional(target),
                baseline == null ? OptionalInt.empty() : OptionalInt.of(baseline),
                new ControlChart.Standard(optional(centre), optional(sigma)),
                rebases,
                changes,
                new ChartOptions.Memory(lambda, width, allowance, limit),
                table.seed());
        return table.tell((file, reading) -> Benchmark.chart(file, reading, options));
    }

    private static OptionalDouble optional(Double given) {
        return given == null ? OptionalDouble.empty() : OptionalDouble.of(given);
    }
}
