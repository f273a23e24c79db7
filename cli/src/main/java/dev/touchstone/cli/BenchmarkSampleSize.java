package dev.touchstone.cli;

import dev.touchstone.benchmark.SampleSize;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "sample-size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis =
                "touchstone benchmark sample-size (--deviation NUMBER --difference NUMBER | --shares A,B | --rates A,B"
                        + " | --percentile SHARE) [OPTIONS]",
        description = "How much must be measured before a change can be shown.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark sample-size --deviation 3 --difference 1",
            "  touchstone benchmark sample-size --shares 0.05,0.04 --power 0.9",
            "  touchstone benchmark sample-size --percentile 0.9 --misses 0"
        })
final class BenchmarkSampleSize implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Question question;

    private static final class Question {
        @ArgGroup(exclusive = false)
        private Means means;

        @Option(
                names = "--shares",
                split = ",",
                hideParamSyntax = true,
                paramLabel = "A,B",
                required = true,
                description = "Two shares that are to be told apart.")
        private List<Double> shares;

        @Option(
                names = "--rates",
                split = ",",
                hideParamSyntax = true,
                paramLabel = "A,B",
                required = true,
                description = "Two rates of events for one unit of exposure that are to be told apart.")
        private List<Double> rates;

        @ArgGroup(exclusive = false)
        private Percentile percentile;
    }

    private static final class Means {
        @Option(
                names = "--deviation",
                required = true,
                paramLabel = "NUMBER",
                description = "Standard deviation of the values.")
        private double deviation;

        @Option(
                names = "--difference",
                required = true,
                paramLabel = "NUMBER",
                description = "Of two means that is to be seen.")
        private double difference;
    }

    private static final class Percentile {
        @Option(
                names = "--percentile",
                required = true,
                paramLabel = "SHARE",
                description = "To be shown to keep to its limit, such as 0.9.")
        private double probability;

        @Option(
                names = "--misses",
                paramLabel = "NUMBER",
                defaultValue = "0",
                description = "That may lie beyond the limit (default: ${DEFAULT-VALUE}).")
        private int misses;
    }

    @Option(
            names = "--level",
            paramLabel = "SHARE",
            defaultValue = "0.95",
            description = "Confidence (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            defaultValue = "0.8",
            description = "How often a true difference is to be found (default: ${DEFAULT-VALUE}).")
    private double power;

    @Option(names = "--json", description = "Print the number as JSON.")
    private boolean json;

    /** @param n a whole number, or an exposure */
    private record Needed(Number n, String of) {}

    @Override
    public Integer call() {
        Needed needed = needed(new SampleSize(level, power));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(needed));
        } else {
            out.printf("%s %s are needed.%n", needed.n, needed.of);
        }
        out.flush();
        return Exit.OK;
    }

    private Needed needed(SampleSize size) {
        if (question.means != null) {
            return new Needed(
                    size.means(question.means.deviation, question.means.difference), "values in each of two groups");
        }
        if (question.percentile != null) {
            return new Needed(
                    SampleSize.percentile(question.percentile.probability, level, question.percentile.misses),
                    "values");
        }
        if (question.shares != null) {
            two(question.shares, "--shares");
            return new Needed(
                    size.shares(question.shares.get(0), question.shares.get(1)), "units in each of two groups");
        }
        two(question.rates, "--rates");
        return new Needed(
                size.rates(question.rates.get(0), question.rates.get(1)), "units of exposure in each of two groups");
    }

    private void two(List<Double> numbers, String option) {
        if (numbers.size() != 2) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), option + " takes two numbers, such as 0.05,0.04.");
        }
    }
}
