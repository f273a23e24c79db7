package dev.touchstone.cli;

import dev.touchstone.benchmark.Action;
import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.EffectOptions;
import dev.touchstone.benchmark.Figure;
import dev.touchstone.benchmark.Finding;
import dev.touchstone.benchmark.Period;
import dev.touchstone.benchmark.Season;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "effect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis =
                "touchstone benchmark effect FILE --time COLUMN (--value COLUMN | --numerator COLUMN --denominator COLUMN)"
                        + " (--since DATE [--treated UNITS] | --register FILE) [OPTIONS]",
        description = "Whether what was done to improve a figure did improve it, always by two specifications.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark effect waits.csv --value hours --time day --since 2025-06-01 --lower-is-better",
            "  touchstone benchmark effect waits.csv --value hours --time day --entity site --treated Leeds,Lyon \\",
            "      --since 2025-06-01 --lower-is-better --html effect.html",
            "  touchstone benchmark effect waits.csv --value hours --time day --entity site --register actions.yaml"
        })
final class BenchmarkEffect implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private FigureOptions figures;

    @Option(names = "--time", required = true, paramLabel = "COLUMN", description = "When each row was.")
    private String time;

    @Option(
            names = "--entity",
            paramLabel = "COLUMN",
            description = "Units, treated and not (default: the table is of one unit).")
    private String entity;

    @Option(
            names = "--treated",
            paramLabel = "UNITS",
            description = "What it was done to: Leeds,Lyon, or Leeds:2025-06-01,Lyon:2025-09-01 where dates differ.")
    private String treated;

    @Option(names = "--since", paramLabel = "DATE", description = "From when on it was at work.")
    private String since;

    @Option(
            names = "--register",
            paramLabel = "FILE",
            description = {"Actions from a table or YAML with id, date, entities, figure, expected, owner, registered."
            })
    private Path register;

    @Option(
            names = "--controls",
            paramLabel = "UNITS",
            defaultValue = "others",
            description =
                    "Held against: others, none, names:Leeds,Lyon or matched:3:beds,staff (default: ${DEFAULT-VALUE}).")
    private EffectOptions.Controls controls;

    @Option(
            names = "--method",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "METHOD",
            description = "did, sc (synthetic control) or its (interrupted time series); default: what the data allow.")
    private List<Finding.Method> methods = List.of();

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description = "Rows are put together by: day, week, month, quarter or year (default: by the span).")
    private Period period;

    @Option(
            names = "--season",
            paramLabel = "CYCLE:WAVES",
            description =
                    "Of an interrupted time series, such as 12:2, or none (default: the usual one of the period).")
    private Season season;

    @Option(
            names = "--lag",
            paramLabel = "PERIODS",
            description = "Of the errors of Newey and West (default: by the length of the series).")
    private Integer lag;

    @Option(
            names = "--transition",
            paramLabel = "PERIODS",
            defaultValue = "0",
            description = "Left out from the change on, until it was fully at work (default: ${DEFAULT-VALUE}).")
    private int transition;

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Confidence of the intervals (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--false-discovery",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "Of the effects called proven, at most expected to be chance (default: ${DEFAULT-VALUE}).")
    private double falseDiscovery;

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        List<Figure> asked = figures.figures();
        if (asked.isEmpty()) {
            throw wrong("No figure is named: give --value, --numerator with --denominator, or --formula.");
        }
        EffectOptions options = new EffectOptions(
                asked,
                time,
                Optional.ofNullable(entity),
                actions(),
                controls,
                Optional.ofNullable(period),
                methods,
                Optional.ofNullable(season),
                lag == null ? OptionalInt.empty() : OptionalInt.of(lag),
                transition,
                level,
                falseDiscovery,
                table.seed());
        return table.tell((file, reading) -> Benchmark.effect(file, reading, options));
    }

    private List<Action> actions() {
        if (register != null) {
            if (treated != null || since != null) {
                throw wrong("A register says by itself what was done and when: leave out --treated and --since.");
            }
            return EffectOptions.register(register);
        }
        if (treated == null && since == null) {
            throw wrong(
                    "It is not said what was done: give --since, with --treated where there are several units, or --register.");
        }
        if (entity != null && treated == null) {
            throw wrong("It is not said which units were treated: name them with --treated.");
        }
        return List.of(EffectOptions.action(treated == null ? "" : treated, Optional.ofNullable(since)));
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }
}
