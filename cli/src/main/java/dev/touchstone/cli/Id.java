package dev.touchstone.cli;

import dev.touchstone.identity.Forms;
import dev.touchstone.identity.Problem;
import dev.touchstone.identity.ProblemException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Command(
            name = "parse",
            mixinStandardHelpOptions = true,
            description = "All forms of each identifier, one JSON object a line.")
    static final class Parse implements Callable<Integer> {
        @Mixin
        private IdInputs inputs;

        @Override
        public Integer call() throws IOException {
            return inputs.each(forms -> forms, Optional.empty(), Optional.empty());
        }
    }

    @Command(
            name = "convert",
            mixinStandardHelpOptions = true,
            description = "One form of each identifier, a line each; in batch, and without --to, all as JSON.")
    static final class Convert implements Callable<Integer> {
        @Mixin
        private IdInputs inputs;

        @Option(
                names = "--to",
                paramLabel = "FORM",
                description =
                        "element-string, unbracketed, hri, digital-link, link-eh, link-ex, epc-urn, tag-urn, raw-urn or epc-hex.")
        private IdForm form;

        @Override
        public Integer call() throws IOException {
            Optional<IdForm> wanted = Optional.ofNullable(form);
            return inputs.each(
                    forms -> wanted.map(to -> requiring(to, forms)).orElse(forms),
                    wanted,
                    wanted.map(to -> (forms, out) -> print(to, forms, out)));
        }

        /** An identifier that lacks the form is refused. */
        private static Forms requiring(IdForm form, Forms forms) {
            return forms.ok() && form.of(forms).isEmpty()
                    ? forms.refused(new Problem(
                            "no-form",
                            -1,
                            "It has no %s, or none without the length of its company prefix.".formatted(form),
                            "--company-prefix, --prefixes or --prefix-length, or another form"))
                    : forms;
        }

        private static void print(IdForm form, Forms forms, PrintWriter out) {
            out.println(forms.problem()
                    .map(problem -> "%s: %s".formatted(forms.input(), sentence(problem)))
                    .or(() -> form.of(forms))
                    .orElseThrow());
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Whether each identifier is right, and what is wrong with it. Exits with 0 only when all are.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private IdInputs inputs;

        @Override
        public Integer call() throws IOException {
            return inputs.each(forms -> forms, Optional.empty(), Optional.of(Check::print));
        }

        private static void print(Forms forms, PrintWriter out) {
            forms.problems().forEach(problem -> out.printf("%s: %s%n", forms.input(), sentence(problem)));
            if (forms.ok()) {
                out.printf("%s: right%n", forms.input());
            }
        }
    }

    @Command(
            name = "check-digit",
            mixinStandardHelpOptions = true,
            description = "The check digit or check characters to be appended; for a VIN, those of its place 9.")
    static final class CheckDigits implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(
                names = "--of",
                paramLabel = "SCHEME",
                defaultValue = "gs1",
                description = "gs1 (the default), gmn, imei, vin, bic, imovn, hibc or ppn.")
        private CheckScheme scheme;

        @Option(names = "--json", description = "A JSON object a line also for texts given as arguments.")
        private boolean json;

        @Parameters(
                paramLabel = "TEXT",
                arity = "0..*",
                description =
                        "An identifier without its check digit; none reads a line each from standard input and answers with a JSON object a line.")
        private List<String> texts = List.of();

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            boolean good = Batch.each(texts, out, (text, line) -> answer(text, line, json || texts.isEmpty()));
            return good ? Exit.OK : Exit.NO;
        }

        private boolean answer(String text, StringBuilder line, boolean asJson) {
            try {
                String digit = scheme.of(text.strip());
                if (asJson) {
                    IdJson.append(line, text, "checkDigit", digit);
                } else {
                    line.append(digit);
                }
                return true;
            } catch (ProblemException e) {
                if (asJson) {
                    IdJson.append(line, text, e.problem());
                } else {
                    line.append(text).append(": ").append(sentence(e.problem()));
                }
                return false;
            }
        }
    }

    static String sentence(Problem problem) {
        String where = problem.position() < 0 ? "" : "at character %d: ".formatted(problem.position() + 1);
        return "%s%s Expected: %s".formatted(where, problem.detail(), problem.expected());
    }
}
