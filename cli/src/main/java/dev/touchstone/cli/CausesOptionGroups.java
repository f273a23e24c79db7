package dev.touchstone.cli;

import dev.touchstone.benchmark.CausesQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What may be asked about causes; one of them is. */
final class CausesOptionGroups {
    @ArgGroup(exclusive = false, heading = "%nWhich slices explain the difference:%n")
    private Slices slices;

    @ArgGroup(exclusive = false, heading = "%nHow much is another mix of groups, and how much other rates in them:%n")
    private Mix mix;

    @ArgGroup(exclusive = false, heading = "%nHow much is due to what the rows are, by regression:%n")
    private Regression regression;

    @ArgGroup(exclusive = false, heading = "%nHow much each driver of a figure adds:%n")
    private Drivers drivers;

    @ArgGroup(exclusive = false, heading = "%nIn which stages the time is lost:%n")
    private Stages stages;

    /** Whether two populations of rows have to be told apart. */
    boolean ofTwoPopulations() {
        return slices == null;
    }

    CausesQuestion of(CausesQuestion.Between between, long seed) {
        if (slices != null) {
            return slices.question();
        }
        if (mix != null) {
            return new CausesQuestion.MixAndRate(
                    mix.numerator, Optional.ofNullable(mix.denominator), mix.groups, between);
        }
        if (regression != null) {
            return new CausesQuestion.Regressed(
                    regression.value, regression.variables, between, regression.resamples, seed);
        }
        if (drivers != null) {
            return new CausesQuestion.Drivers(
                    drivers.formula, new LinkedHashMap<>(drivers.drivers), between, drivers.orders, seed);
        }
        return new CausesQuestion.Stages(stages.stages, between);
    }

    private static final class Slices {
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

        @Option(
                names = "--cases",
                paramLabel = "COLUMN",
                description = "For rates: the cases among which --actual were counted.")
        private String cases;

        @Option(
                names = "--cases-expected",
                paramLabel = "COLUMN",
                description = "The cases among which --expected were counted.")
        private String casesExpected;

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

        CausesQuestion question() {
            return new CausesQuestion.Slices(
                    actual,
                    expected,
                    Optional.ofNullable(cases),
                    Optional.ofNullable(casesExpected),
                    dimensions,
                    chance,
                    most);
        }
    }

    private static final class Mix {
        @Option(
                names = "--numerator",
                required = true,
                paramLabel = "COLUMN",
                description = "Summed; the value of each row where a mean is asked about.")
        private String numerator;

        @Option(names = "--denominator", paramLabel = "COLUMN", description = "Summed (default: 1 for each row).")
        private String denominator;

        @Option(
                names = "--groups",
                required = true,
                split = ",",
                hideParamSyntax = true,
                paramLabel = "COLUMN",
                description = "Columns whose values make the groups; several with commas.")
        private List<String> groups;
    }

    private static final class Regression {
        @Option(names = "--value", required = true, paramLabel = "COLUMN", description = "Whose mean differs.")
        private String value;

        @Option(
                names = "--variables",
                required = true,
                split = ",",
                hideParamSyntax = true,
                paramLabel = "COLUMN",
                description = "Numbers or texts that tell what a row is; several with commas.")
        private List<String> variables;

        @Option(
                names = "--resamples",
                paramLabel = "NUMBER",
                defaultValue = "200",
                description = "For the standard errors (default: ${DEFAULT-VALUE}).")
        private int resamples;
    }

    private static final class Drivers {
        @Option(
                names = "--formula",
                required = true,
                paramLabel = "FORMULA",
                description = "Of the drivers, such as \"availability * performance * quality\".")
        private String formula;

        @Option(
                names = "--driver",
                paramLabel = "NAME=FORMULA",
                description =
                        "Over sums and means of columns, such as \"quality=sum(good) / sum(made)\"; may be repeated.")
        private Map<String, String> drivers = new LinkedHashMap<>();

        @Option(
                names = "--orders",
                paramLabel = "NUMBER",
                defaultValue = "1000",
                description = "Drawn where there are too many drivers for all of them (default: ${DEFAULT-VALUE}).")
        private int orders;
    }

    private static final class Stages {
        @Option(
                names = "--stages",
                required = true,
                split = ",",
                hideParamSyntax = true,
                paramLabel = "COLUMN",
                description = "Durations, whose sum is the lead time; several with commas.")
        private List<String> stages;
    }
}
