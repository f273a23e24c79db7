package dev.touchstone.cli;

import dev.touchstone.benchmark.Figure;
import dev.touchstone.benchmark.Statistic;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which figures of a table are asked about, how they are made, and which way they are good. */
final class FigureOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--value",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description =
                    "What was measured, a value a row; several with commas. After = an expression: \"=hours(finished - started)\".")
    private List<String> values = List.of();

    @Option(
            names = "--statistic",
            paramLabel = "NAME",
            defaultValue = "median",
            description = "Of the values: median, mean, geometric-mean, p90, ... (default: ${DEFAULT-VALUE}).")
    private Statistic statistic;

    @Option(
            names = "--numerator",
            paramLabel = "COLUMN",
            description = "Sum of this over the sum of --denominator; counts of a whole are shares, with a funnel.")
    private String numerator;

    @Option(names = "--denominator", paramLabel = "COLUMN", description = "See --numerator.")
    private String denominator;

    @Option(
            names = "--per",
            paramLabel = "NUMBER",
            description = "Events (--numerator) for so much exposure (--denominator), such as 1000.")
    private Double per;

    @Option(
            names = "--formula",
            paramLabel = "FORMULA",
            description = "Of sums and means, such as \"sum(good) / sum(made)\".")
    private String formula;

    @Mixin
    private DirectionOptions direction;

    @Option(names = "--unit", paramLabel = "NAME", defaultValue = "", description = "Of the figure, such as h.")
    private String unit;

    /** What is asked of each unit; empty where nothing is. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (String value : values) {
            figures.add(
                    value.startsWith("=")
                            ? expression(value.substring(1).strip())
                            : Figure.values(value, statistic, direction.direction()));
        }
        if ((numerator == null) != (denominator == null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "A numerator needs a denominator: name both --numerator and --denominator.");
        }
        if (numerator != null) {
            Figure ratio = Figure.ratio(numerator, denominator, direction.direction());
            figures.add(per == null ? ratio : rate(ratio));
        }
        if (formula != null) {
            figures.add(Figure.of(formula, direction.direction(), new Figure.Formula(formula)));
        }
        return figures.stream().map(f -> f.named(f.name(), unit)).toList();
    }

    private Figure expression(String text) {
        return Figure.of(text + " (" + statistic + ")", direction.direction(), new Figure.Values(text, statistic));
    }

    private Figure rate(Figure ratio) {
        Figure.Ratio basis = (Figure.Ratio) ratio.basis();
        return Figure.of(ratio.name(), ratio.direction(), new Figure.Rate(basis.numerator(), basis.denominator(), per));
    }
}
