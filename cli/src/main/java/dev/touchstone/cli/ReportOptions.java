package dev.touchstone.cli;

import dev.touchstone.benchmark.BadData;
import dev.touchstone.benchmark.Reading;
import dev.touchstone.benchmark.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that report on a table: where it is, how to read it, and how to tell the report. */
final class ReportOptions {
    private static final String STANDARD_INPUT = "-";

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "Table with a header: CSV, XLSX or JSON lines; - reads standard input.")
    private String file;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the random draws (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the report with its plots as one HTML file, too.")
    private Path html;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            description = "What separates the fields of CSV (default: found by itself).")
    private Character delimiter;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of the text, such as windows-1252 (default: found by itself).")
    private Charset encoding;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Of the workbook (default: the first).")
    private String sheet;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Z",
            description = "Of times that name none (default: UTC).")
    private ZoneId zone;

    /** With one seed a report is the same, on any number of cores. */
    long seed() {
        return seed;
    }

    /** Reads the table, makes the report and tells it. */
    int tell(BiFunction<Path, Reading, ? extends Report> question) throws IOException {
        Reading all = Reading.all();
        Reading reading = new Reading(
                all.wanted(),
                Optional.ofNullable(delimiter),
                Optional.ofNullable(encoding),
                Optional.ofNullable(sheet),
                zone);
        Report report = file.equals(STANDARD_INPUT)
                ? overStandardInput(reading, question)
                : question.apply(Path.of(file), reading);
        if (html != null) {
            write(report.html());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            out.print(report.text());
        }
        out.flush();
        return Exit.OK;
    }

    /** Tables are read from files alone, some of them twice. */
    private static Report overStandardInput(Reading reading, BiFunction<Path, Reading, ? extends Report> question)
            throws IOException {
        Path folder = Files.createTempDirectory("touchstone-");
        Path copy = folder.resolve("standard input");
        try {
            Files.copy(System.in, copy);
            return question.apply(copy, reading);
        } finally {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        }
    }

    private void write(String page) {
        try {
            Files.writeString(html, page);
        } catch (IOException broken) {
            throw new BadData(
                    "unwritable",
                    "The report cannot be written to " + html + ".",
                    "Name a file in a folder that is there and may be written to.");
        }
    }
}
