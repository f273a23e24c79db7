package dev.touchstone.cli;

import dev.touchstone.http.Json;
import dev.touchstone.identity.CheckDigit;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.identity.Forms;
import dev.touchstone.identity.IndustryIdentifier;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code touchstone id}: identifiers understood and turned into their other forms, without a server. */
@Command(
        name = "id",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Understand, convert and check identifiers; needs no server.",
        subcommands = {Id.Parse.class, Id.Convert.class, Id.Check.class, Id.CheckDigits.class})
final class Id implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What the commands share that take identifiers. */
    static final class Inputs {
        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        @Parameters(
                paramLabel = "IDENTIFIER",
                arity = "0..*",
                description =
                        "Element strings, Digital Links, EPC URNs, EPC hex, bare digits; none reads a line each from standard input.")
        private List<String> arguments = List.of();

        @Option(
                names = "--prefixes",
                paramLabel = "FILE",
                description = "GS1's list of company prefix lengths, which EPC URNs and tags need.")
        private Path prefixes;

        /** A form of an input, printed; answers whether it was good. */
        interface Line {
            boolean print(Forms forms, PrintWriter out);
        }

        int each(Line line) throws IOException {
            CompanyPrefixes known = prefixes == null
                    ? CompanyPrefixes.none()
                    : CompanyPrefixes.ofGs1List(Files.readString(prefixes, StandardCharsets.UTF_8));
            PrintWriter out = spec.commandLine().getOut();
            boolean good = true;
            Iterator<String> inputs = arguments.isEmpty() ? standardInput() : arguments.iterator();
            while (inputs.hasNext()) {
                good &= line.print(Forms.of(inputs.next(), known), out);
            }
            out.flush();
            return good ? Exit.OK : Exit.NO;
        }

        /** Its lines as they come. It is not ours to close. */
        private static Iterator<String> standardInput() {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                    .lines()
                    .iterator();
        }
    }

    @Command(
            name = "parse",
            mixinStandardHelpOptions = true,
            description = "All forms of each identifier, one JSON object a line.")
    static final class Parse implements Callable<Integer> {
        @Mixin
        private Inputs inputs;

        @Override
        public Integer call() throws IOException {
            return inputs.each((forms, out) -> {
                out.println(Json.MAPPER.writeValueAsString(json(forms)));
                return forms.ok();
            });
        }
    }

    @Command(
            name = "convert",
            mixinStandardHelpOptions = true,
            description = "One form of each identifier, a line each.")
    static final class Convert implements Callable<Integer> {
        @Mixin
        private Inputs inputs;

        @Option(names = "--to", required = true, description = "element-string, digital-link, epc-urn or epc-hex.")
        private Form form;

        enum Form {
            ELEMENT_STRING,
            DIGITAL_LINK,
            EPC_URN,
            EPC_HEX;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }

            private Optional<String> of(Forms forms) {
                return switch (this) {
                    case ELEMENT_STRING -> forms.elementString();
                    case DIGITAL_LINK -> forms.digitalLink();
                    case EPC_URN -> forms.epcUrn();
                    case EPC_HEX -> forms.epcHex();
                };
            }
        }

        @Override
        public Integer call() throws IOException {
            return inputs.each((forms, out) -> {
                String text = form.of(forms).orElse("");
                out.println(text.isEmpty() ? "%s: %s".formatted(forms.input(), why(forms, form)) : text);
                return !text.isEmpty();
            });
        }

        private static String why(Forms forms, Form form) {
            return forms.problem()
                    .map(Id::sentence)
                    .orElse("it has no %s, or none without the length of its company prefix (--prefixes)."
                            .formatted(form));
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Whether each identifier is right, and what is wrong with it. Exits with 0 only when all are.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private Inputs inputs;

        @Override
        public Integer call() throws IOException {
            return inputs.each((forms, out) -> {
                forms.problem().ifPresent(problem -> out.printf("%s: %s%n", forms.input(), sentence(problem)));
                forms.faults().forEach(fault -> out.printf("%s: %s%n", forms.input(), sentence(fault)));
                if (forms.ok()) {
                    out.printf("%s: right%n", forms.input());
                }
                return forms.ok();
            });
        }
    }

    @Command(
            name = "check-digit",
            mixinStandardHelpOptions = true,
            description = "The GS1 check digit to be appended to some digits.")
    static final class CheckDigits implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "DIGITS", arity = "1..*", description = "Digits of a key without its check digit.")
        private List<String> numbers;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            boolean good = true;
            for (String number : numbers) {
                try {
                    out.println(CheckDigit.mod10(number));
                } catch (ProblemException e) {
                    out.printf("%s: %s%n", number, sentence(e.problem()));
                    good = false;
                }
            }
            out.flush();
            return good ? Exit.OK : Exit.NO;
        }
    }

    private static ObjectNode json(Forms forms) {
        ObjectNode line =
                Json.MAPPER.createObjectNode().put("input", forms.input()).put("ok", forms.ok());
        forms.identifier().ifPresent(identifier -> {
            ObjectNode keys = line.putObject("keys");
            switch (identifier) {
                case Key key -> {
                    keys.put(key.scheme().ai(), key.primary());
                    if (!key.qualifier().isEmpty()) {
                        keys.put(key.scheme().qualifierAi(), key.qualifier());
                    }
                }
                case IndustryIdentifier other ->
                    keys.put(other.getClass().getSimpleName().toLowerCase(Locale.ROOT), other.value());
            }
        });
        forms.elementString().ifPresent(text -> line.put("elementString", text));
        forms.digitalLink().ifPresent(text -> line.put("digitalLink", text));
        forms.epcUrn().ifPresent(text -> line.put("epcUrn", text));
        forms.epcHex().ifPresent(text -> line.put("epcHex", text));
        forms.problem()
                .or(() -> forms.faults().stream().findFirst())
                .ifPresent(problem -> line.putObject("problem")
                        .put("code", problem.code())
                        .put("position", problem.position())
                        .put("detail", problem.detail())
                        .put("expected", problem.expected()));
        return line;
    }

    private static String sentence(Problem problem) {
        String where = problem.position() < 0 ? "" : "at character %d: ".formatted(problem.position() + 1);
        return "%s%s Expected: %s".formatted(where, problem.detail(), problem.expected());
    }
}
