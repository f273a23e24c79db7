package dev.touchstone.cli;

import dev.touchstone.identity.AiTable;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.EpcScheme;
import dev.touchstone.identity.Forms;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Reading;
import dev.touchstone.identity.Writing;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands share that take identifiers: where they come from, and how they are read and written. */
final class IdInputs {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "IDENTIFIER",
            arity = "0..*",
            description =
                    "Element strings, Digital Links, EPC URNs, EPC hex, bare digits; none reads a line each from standard input and answers with a JSON object a line.")
    private List<String> arguments = List.of();

    @Option(names = "--json", description = "A JSON object a line also for identifiers given as arguments.")
    private boolean json;

    @Option(
            names = "--company-prefix",
            paramLabel = "DIGITS",
            split = ",",
            description = "Company prefixes of one's own; EPC URNs and the older tags need their length.")
    private List<String> companyPrefixes = List.of();

    @Option(
            names = "--prefixes",
            paramLabel = "FILE",
            description =
                    "GS1's list of company prefix lengths (JSON or XML), or company prefixes of one's own, one a line.")
    private Path prefixes;

    @Option(
            names = "--prefix-length",
            paramLabel = "N",
            defaultValue = "0",
            description = "Length of the company prefix of every key that does not tell it, 6 to 12.")
    private int prefixLength;

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description =
                    "GS1 Barcode Syntax Dictionary with the Application Identifiers to go by, instead of those built in.")
    private Path dictionary;

    @Option(
            names = "--allow-short-names",
            description = "Read former short names, such as gtin and ser, in the path of Digital Links.")
    private boolean shortNames;

    @Option(names = "--allow-short-gtins", description = "Read GTINs without their leading zeros in Digital Links.")
    private boolean shortGtins;

    @Option(
            names = "--allow-qualifiers-in-query",
            description = "Read qualifiers of the key, such as (10) beside (01), also in the query of Digital Links.")
    private boolean qualifiersInQuery;

    @Option(
            names = "--vin-check-digit",
            description =
                    "Demand the check digit of vehicle identification numbers, the rule in North America and China.")
    private boolean vinCheckDigit;

    @Option(
            names = "--scheme",
            paramLabel = "NAME",
            description = "Scheme of tags, such as sgtin-198 or sgtin+ (default: the one that needs the fewest words).")
    private String scheme;

    @Option(
            names = "--filter",
            paramLabel = "N",
            defaultValue = "0",
            description = "Filter value of tags (default: 0).")
    private int filter;

    @Option(names = "--with-data", description = "Tags in + schemes carry all elements, not the key alone.")
    private boolean withData;

    @Option(
            names = "--stem",
            paramLabel = "URL",
            defaultValue = DigitalLink.CANONICAL_STEM,
            description = "Where Digital Links lead (default: ${DEFAULT-VALUE}).")
    private String stem;

    /** An identifier in words, on one line or several. */
    interface Words {
        void print(Forms forms, PrintWriter out);
    }

    /** Understands each input and prints it: as JSON in batch, else in words. Answers with an exit code. */
    int each(Function<Forms, Forms> judge, Optional<IdForm> form, Optional<Words> words) throws IOException {
        Reading reading = reading();
        Writing writing = writing();
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        if (arguments.isEmpty() || json || words.isEmpty()) {
            good = Batch.each(arguments, out, (input, line) -> {
                Forms forms = judge.apply(Forms.of(input, reading, writing));
                IdJson.append(line, forms, form);
                return forms.ok();
            });
        } else {
            for (String input : arguments) {
                Forms forms = judge.apply(Forms.of(input, reading, writing));
                words.get().print(forms, out);
                good &= forms.ok();
            }
            out.flush();
        }
        return good ? Exit.OK : Exit.NO;
    }

    private Reading reading() throws IOException {
        AiTable table = AiTable.standard();
        if (dictionary != null) {
            table = right("--dictionary", AiTable::ofSyntaxDictionary, text("--dictionary", dictionary));
            if (!table.unknownRules().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("These rules of the dictionary are not known here, and so not checked: "
                                + String.join(", ", table.unknownRules()));
            }
        }
        return new Reading(table, shortNames, shortGtins, qualifiersInQuery, true, vinCheckDigit);
    }

    private Writing writing() throws IOException {
        List<CompanyPrefixes> sources = new ArrayList<>();
        if (!companyPrefixes.isEmpty()) {
            sources.add(right("--company-prefix", CompanyPrefixes::of, companyPrefixes));
        }
        if (prefixes != null) {
            sources.add(right("--prefixes", IdInputs::listed, text("--prefixes", prefixes)));
        }
        Optional<EpcScheme> wanted = Optional.ofNullable(scheme).map(this::named);
        return right(
                "the options",
                known -> new Writing(prefixLength, known, wanted, filter, withData, stem.replaceFirst("/$", "")),
                sources);
    }

    /** GS1's list has names for its columns; a list of one's own has digits alone. */
    private static CompanyPrefixes listed(String text) {
        return text.contains("gcpLength")
                ? CompanyPrefixes.ofGs1List(text)
                : CompanyPrefixes.of(text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private EpcScheme named(String name) {
        return EpcScheme.named(name)
                .orElseThrow(() -> wrong("--scheme: there is no scheme %s. Expected: one of %s"
                        .formatted(
                                name,
                                Arrays.stream(EpcScheme.values())
                                        .map(EpcScheme::tagName)
                                        .collect(Collectors.joining(", ")))));
    }

    private String text(String option, Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw wrong("%s: %s cannot be read as text. Expected: a file in UTF-8".formatted(option, file));
        }
    }

    private <F, T> T right(String option, Function<F, T> parser, F value) {
        try {
            return parser.apply(value);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            throw wrong("%s: %s Expected: %s".formatted(option, problem.detail(), problem.expected()));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
