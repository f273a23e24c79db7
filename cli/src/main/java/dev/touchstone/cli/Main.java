package dev.touchstone.cli;

import dev.touchstone.app.ConfigException;
import dev.touchstone.app.Version;
import dev.touchstone.benchmark.BadData;
import dev.touchstone.database.DatabaseException;
import dev.touchstone.http.ListenException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the {@code touchstone} command. */
@Command(
        name = "touchstone",
        versionProvider = Main.OwnVersion.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "A serial identity for every product unit, one log of what happens to it, and fair comparison from that log.",
        subcommands = {
            Demo.class,
            Up.class,
            Rebuild.class,
            Id.class,
            Mint.class,
            Label.class,
            Capture.class,
            Trace.class,
            Verify.class,
            Recall.class,
            Benchmark.class,
            TrainingRun.class,
            HelpCommand.class
        })
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        logAsWeLike();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return BenchmarkWords.known(new CommandLine(new Main()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(
                        failure -> failure instanceof CommandLine.ParameterException ? Exit.USAGE : Exit.NO)
                .setParameterExceptionHandler(Main::correct)
                .setExecutionExceptionHandler(Main::explain);
    }

    /** Without a command: what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.USAGE;
    }

    /** What is wrong with the command, and how it is written; the whole help, on which the sentence would scroll away, is only named. */
    private static int correct(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.print("Usage: " + command.getHelp().synopsis(0));
        }
        err.printf("%s --help tells more.%n", command.getCommandSpec().qualifiedName(" "));
        return Exit.USAGE;
    }

    /** Failures that a person can do something about are told in a sentence; others are ours and come with their trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        switch (failure) {
            case ConfigException e -> command.getErr().println(e.getMessage());
            case DatabaseException e -> command.getErr().println(e.getMessage());
            case ListenException e -> command.getErr().println(e.getMessage());
            case ServerRefusal e -> command.getErr().println(e.getMessage());
            case BadData e -> command.getErr().println(e.getMessage());
            case UnreachableServer e -> command.getErr().println(e.getMessage());
            default -> failure.printStackTrace(command.getErr());
        }
        return failure instanceof ConfigException ? Exit.USAGE : Exit.NO;
    }

    private static void logAsWeLike() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (var settings = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code touchstone --version}. */
    static final class OwnVersion implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"touchstone " + Version.OURS};
        }
    }
}
