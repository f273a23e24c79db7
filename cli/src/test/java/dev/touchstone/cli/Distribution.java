package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution that the build has made, run the way people run it. */
final class Distribution {
    static final Path PROGRAM = Path.of("target/touchstone/bin/touchstone").toAbsolutePath();

    /** Unpacked PostgreSQL, kept between runs and shared with the tests of other modules. */
    private static final Path CACHE =
            Path.of(System.getProperty("java.io.tmpdir"), "touchstone-test-cache-" + System.getProperty("user.name"));

    private static final long LONGEST_SECONDS = 180;

    private Distribution() {}

    /** What a command leaves when it has ended. */
    record Ended(int exit, String out, String err) {

        /** The lines on standard error, which tell a person what is wrong. */
        List<String> complaint() {
            return err.lines().toList();
        }
    }

    /** Runs a command to its end. */
    static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** @param environment settings of the process beside those that every test process has */
    static Ended run(Map<String, String> environment, String... arguments) {
        try {
            Path out = Files.createTempFile("touchstone-", ".out");
            Path err = Files.createTempFile("touchstone-", ".err");
            try {
                Process process = command(environment, List.of(), Arrays.asList(arguments))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly();
                }
                assertThat(ended)
                        .as("touchstone %s ends; it said: %s", String.join(" ", arguments), Files.readString(err))
                        .isTrue();
                return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A process that is not started yet, untouched by settings of the person who runs the tests.
     *
     * @param prefix a command that runs the program in its own way, such as as another user
     */
    static ProcessBuilder command(Map<String, String> environment, List<String> prefix, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(PROGRAM.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> settings = builder.environment();
        settings.keySet().removeIf(name -> name.startsWith("TOUCHSTONE_"));
        settings.put("JAVA_HOME", System.getProperty("java.home"));
        settings.put("TOUCHSTONE_CACHE", CACHE.toString());
        settings.putAll(environment);
        return builder;
    }
}
