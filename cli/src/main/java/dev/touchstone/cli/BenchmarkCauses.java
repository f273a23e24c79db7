package dev.touchstone.cli;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.CausesOptions;
import dev.touchstone.benchmark.CausesQuestion;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "causes",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis = {
            "touchstone benchmark causes FILE --actual COLUMN --expected COLUMN --dimensions COLUMNS [OPTIONS]",
            "       touchstone benchmark causes FILE (--groups | --variables | --formula | --stages ...)"
                    + " --between COLUMN --before TEXT --after TEXT"
        },
        description =
                "What causes a difference: guilty slices, mix and rate, drivers of a figure, stages of a process.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark causes sales.csv --actual sold --expected planned \\",
            "      --dimensions region,channel,product",
            "  touchstone benchmark causes calls.csv --numerator failed --denominator calls --groups site \\",
            "      --between year --before 2024 --after 2025",
            "  touchstone benchmark causes orders.csv --stages picking,packing,transit \\",
            "      --between site --before Leeds --after Lyon"
        })
final class BenchmarkCauses implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private CausesOptionGroups question;

    @ArgGroup(exclusive = false, heading = "%nWhich rows are compared, for all but slices:%n")
    private Between between;

    private static final class Between {
        @Option(
                names = "--between",
                required = true,
                paramLabel = "COLUMN",
                description = "Whose values tell two populations of rows apart, such as year or site.")
        private String column;

        @Option(
                names = "--before",
                required = true,
                paramLabel = "TEXT",
                description = "Rows before, or of the reference.")
        private String before;

        @Option(
                names = "--after",
                required = true,
                paramLabel = "TEXT",
                description = "Rows after, or that are asked about.")
        private String after;
    }

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        if (question.ofTwoPopulations() && between == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "It is not said which rows are compared: add --between, --before and --after.");
        }
        CausesQuestion.Between populations =
                between == null ? null : new CausesQuestion.Between(between.column, between.before, between.after);
        CausesOptions options = new CausesOptions(question.of(populations, table.seed()));
        return table.tell((file, reading) -> Benchmark.causes(file, reading, options));
    }
}
