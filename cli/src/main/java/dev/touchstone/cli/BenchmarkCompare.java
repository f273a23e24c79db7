package dev.touchstone.cli;

import dev.touchstone.benchmark.Benchmark;
import dev.touchstone.benchmark.CompareOptions;
import dev.touchstone.benchmark.CompareReport;
import dev.touchstone.benchmark.Dispersion;
import dev.touchstone.benchmark.Figure;
import dev.touchstone.benchmark.Measures;
import dev.touchstone.benchmark.Period;
import dev.touchstone.benchmark.Quantile;
import dev.touchstone.benchmark.Reading;
import dev.touchstone.benchmark.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        customSynopsis =
                "touchstone benchmark compare FILE --entity COLUMN (--value COLUMN | --numerator COLUMN --denominator COLUMN | --formula FORMULA | --measure PACK) [OPTIONS]",
        description =
                "How units compare: each with its figure and interval, its gap, and whether that is more than chance.",
        footer = {
            "",
            "Examples:",
            "  touchstone benchmark compare orders.csv --value hours --entity site --statistic p90 --lower-is-better",
            "  touchstone benchmark compare lots.csv --numerator returned --denominator sold --entity lot --lower-is-better",
            "  touchstone benchmark compare shifts.xlsx --measure iso22400 --entity line --html report.html"
        })
final class BenchmarkCompare implements Callable<Integer> {
    private static final String EXTERNAL = "external:";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--entity",
            required = true,
            paramLabel = "COLUMN",
            description = "What is compared, such as site, line or carrier.")
    private String entity;

    @Mixin
    private FigureOptions figures;

    @Option(
            names = "--measure",
            paramLabel = "PACK",
            description = "Defined measures: a pack (iso22400, supply, last-mile, ...) or a YAML file.")
    private String measure;

    @Option(
            names = "--only",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "ID",
            description = "Of the pack only these measures.")
    private List<String> only = List.of();

    @Option(
            names = "--bind",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "ELEMENT=COLUMN",
            description = "Columns of the table that have other names than the elements of the pack.")
    private Map<String, String> bind = Map.of();

    @Option(
            names = "--by",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "Make the comparison again for each value of these.")
    private List<String> by = List.of();

    @Option(
            names = "--reference",
            paramLabel = "REFERENCE",
            description = {
                "Besides the median of all; may be repeated: target:4.5, peers:A,B, cohort:10:beds,staff,",
                "history:2025-06-01, external:FILE (columns name, q1, median, q3, n, source, date, strength)."
            })
    private List<String> references = List.of();

    @Option(names = "--target", paramLabel = "NUMBER", description = "To be reached by the figure.")
    private Double target;

    @Option(
            names = "--case-mix",
            split = ",",
            hideParamSyntax = true,
            paramLabel = "COLUMN",
            description = "Columns that tell the kind of a row: rows are held against rows of their kind.")
    private List<String> caseMix = List.of();

    @Option(names = "--money", paramLabel = "NUMBER", description = "What one unit of the figure is worth in each row.")
    private Double money;

    @Option(names = "--time", paramLabel = "COLUMN", description = "When, for the trend of the gap.")
    private String time;

    @Option(names = "--period", paramLabel = "PERIOD", description = "Of the trend: day, week, month, quarter or year.")
    private Period period;

    @Option(
            names = "--least",
            paramLabel = "ROWS",
            defaultValue = "5",
            description = "Units with fewer are not ranked (default: ${DEFAULT-VALUE}).")
    private int least;

    @Option(
            names = "--quantile-type",
            paramLabel = "1-9",
            defaultValue = "7",
            description = "Of Hyndman and Fan (default: ${DEFAULT-VALUE}, as Excel and numpy).")
    private int quantileType;

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
            description = "Of the verdicts, at most expected to be chance (default: ${DEFAULT-VALUE}).")
    private double falseDiscovery;

    @Option(
            names = "--dispersion",
            paramLabel = "MODEL",
            defaultValue = "multiplicative",
            description = "How funnels allow for over-dispersion: multiplicative or additive (default: the former).")
    private Dispersion.Model dispersion;

    @Mixin
    private ReportOptions table;

    @Override
    public Integer call() throws IOException {
        return table.tell(this::report);
    }

    private CompareReport report(Path file, Reading reading) {
        if (measure == null) {
            List<Figure> asked = figures.figures().stream().map(this::completed).toList();
            if (asked.isEmpty()) {
                throw wrong(
                        "Nothing is compared: name --value, --numerator with --denominator, --formula or --measure.");
            }
            return Benchmark.compare(file, reading, options(asked));
        }
        if (!figures.figures().isEmpty()) {
            throw wrong("A measure says by itself what is compared: leave out --value, --numerator and --formula.");
        }
        Measures pack = Measures.packs().contains(measure) ? Measures.pack(measure) : Measures.read(Path.of(measure));
        return pack.only(only).compare(file, reading, bind, this::options);
    }

    private Figure completed(Figure figure) {
        Figure completed =
                figure.quantile(new Quantile(quantileType)).leastRanked(least).caseMix(caseMix);
        completed = target == null ? completed : completed.target(target);
        return money == null ? completed : completed.moneyPerUnit(money);
    }

    private CompareOptions options(List<Figure> all) {
        List<Reference> others = new ArrayList<>();
        for (String text : references) {
            if (text.startsWith(EXTERNAL)) {
                others.addAll(Reference.external(Path.of(text.substring(EXTERNAL.length()))));
            } else {
                others.add(Reference.parse(text));
            }
        }
        CompareOptions options = CompareOptions.of(all, entity)
                .by(by)
                .level(level)
                .falseDiscoveryRate(falseDiscovery)
                .seed(table.seed())
                .dispersion(dispersion);
        options = time == null ? options : options.time(time);
        options = period == null ? options : options.period(period);
        return options.references(others);
    }

    private CommandLine.ParameterException wrong(String sentence) {
        return new CommandLine.ParameterException(spec.commandLine(), sentence);
    }
}
