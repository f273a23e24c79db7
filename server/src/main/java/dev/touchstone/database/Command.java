package dev.touchstone.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A short-lived command that was run to its end.
 *
 * @param output what it wrote to standard output and standard error, in order
 */
record Command(int exit, String output) {

    boolean succeeded() {
        return exit == 0;
    }

    static Command run(Duration limit, List<String> command) {
        return run(limit, command, "");
    }

    /**
     * Runs a command with the given standard input.
     *
     * @throws DatabaseException when it takes longer than the limit or is interrupted; a command that does not exist exits 127, as in
     *     a shell
     */
    static Command run(Duration limit, List<String> command, String input) {
        Path output = null;
        try {
            // To a file rather than a pipe: a server started by the command may keep its standard output open.
            output = Files.createTempFile("touchstone", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            cleanEnvironment(builder.environment());
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                return new Command(127, e.getMessage());
            }
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            } catch (IOException e) {
                // It ended without reading: its exit code says why.
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new DatabaseException(
                        "%s did not end within %d s".formatted(String.join(" ", command), limit.toSeconds()));
            }
            return new Command(process.exitValue(), Files.readString(output).strip());
        } catch (IOException e) {
            throw new DatabaseException("cannot run %s: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while running " + command.getFirst(), e);
        } finally {
            delete(output);
        }
    }

    /** Messages in English whatever the machine speaks; nobody's PGDATA or PGPORT reaches our server. */
    static void cleanEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
