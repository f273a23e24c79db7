package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories of the console, told in a real browser against the demonstration as the distribution starts it. */
class ConsoleStoriesTest {
    private static final Path CONSOLE = Path.of("../console").toAbsolutePath().normalize();
    private static final long LONGEST_SECONDS = 420;

    @TempDir
    Path folder;

    @Test
    void the_console_does_in_a_browser_what_its_users_come_for() throws IOException, InterruptedException {
        Optional<Path> browser = browser();
        assumeTrue(browser.isPresent(), "there is no Chromium on this machine: install the package chromium");
        Path said = folder.resolve("stories.txt");
        try (ServerProcess server = ServerProcess.start(folder.resolve("data"), Map.of(), List.of(), "demo")) {
            ProcessBuilder stories = new ProcessBuilder("npm", "run", "--silent", "stories")
                    .directory(CONSOLE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            stories.environment().put("BASE_URL", server.address().toString());
            stories.environment().put("CHROMIUM_PATH", browser.get().toString());
            Process process = stories.start();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            assertThat(ended)
                    .as("the stories end; they said:%n%s", Files.readString(said))
                    .isTrue();
            assertThat(process.exitValue())
                    .as("the stories said:%n%s", Files.readString(said))
                    .isZero();
        }
    }

    /** Chromium where a package or a person has put it. */
    private static Optional<Path> browser() {
        Stream<String> folders = Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)), Stream.of("/usr/bin", "/snap/bin"));
        return folders.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
