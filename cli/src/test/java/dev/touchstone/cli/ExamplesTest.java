package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of {@code docs/examples/README.md}, run as they stand there: each finds what is planted in its table. */
class ExamplesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PROMPT = "    ./touchstone ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare  | Harbour is worse",
                "chart    | 1 shows improvement (Mill)",
                "frontier | Furthest from the frontier is Shop 11",
                "causes   | depot=North & carrier=Red, 21 % in service=pallet & weekday=Fri",
                "effect   | The remedy lowered seconds (mean) by 4.69 (95 % 3.83 to 5.55;"
            })
    void each_command_finds_what_is_planted(String command, String found) throws IOException {
        List<String> arguments = new ArrayList<>(commands().stream()
                .filter(words -> words.get(1).equals(command))
                .findFirst()
                .orElseThrow());
        int html = arguments.indexOf("--html");
        if (html >= 0) {
            arguments.subList(html, html + 2).clear();
        }
        arguments.replaceAll(
                word -> word.startsWith("docs/") ? ROOT.resolve(word).toString() : word);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().replaceAll("\\s+", " ")).contains(found);
    }

    @Test
    void every_command_over_a_table_has_its_example() throws IOException {
        assertThat(commands().stream().map(words -> words.get(1)))
                .containsExactly("compare", "chart", "frontier", "causes", "effect");
    }

    private static List<List<String>> commands() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/examples/README.md")).stream()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> List.of(line.substring(PROMPT.length()).split(" ")))
                .toList();
    }
}
