package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Minting without a server. That with one is told by {@link CommandLineTest}. */
class MintTest {

    @TempDir
    Path folder;

    private String key;

    private record Ran(int exit, String out, String err) {
        List<JsonNode> json() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }

    @BeforeEach
    void makeKey() throws IOException {
        key = Files.writeString(folder.resolve("key"), "2b7e151628aed2a6abf7158809cf4f3c\n")
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "numeric,      12, [0-9]{12}",
        "unambiguous,  10, [0-9A-HJKMNP-TV-Z]{10}",
        "alphanumeric,  8, [0-9A-Z]{8}",
        "gs1,           6, [!-?A-Z_a-z]{6}",
        "sgtin-96,      7, 0|[1-9][0-9]{0-11}"
    })
    void serials_are_of_the_alphabet_and_length_and_lead_back_to_their_counts(
            String alphabet, String length, String shape) {
        Ran minted = mint("9521321000018", "--alphabet", alphabet, "--length", length, "--count", "50", "--json");
        assertThat(minted.exit()).as(minted.err()).isZero();
        List<String> serials = minted.json().stream()
                .map(line -> line.path("keys").path("21").asString())
                .toList();
        assertThat(serials).hasSize(50).doesNotHaveDuplicates();
        assertThat(serials).allMatch(serial -> serial.matches(shape.replace("0-11", "0,11")));
        for (int count : new int[] {0, 17, 49}) {
            Ran again =
                    mint("9521321000018", "--alphabet", alphabet, "--length", length, "--first", "" + count, "--json");
            assertThat(again.json().getFirst()).isEqualTo(minted.json().get(count));
            Ran found = mint(
                    "9521321000018", "--alphabet", alphabet, "--length", length, "--recover=" + serials.get(count));
            assertThat(found.json().getFirst().path("count").asInt()).isEqualTo(count);
        }
    }

    @Test
    void products_of_standard_input_get_an_object_for_each_serial() {
        Ran ran = batch("9521321000018\n09521321000025\n9521321000019\n", "--count", "2");
        assertThat(ran.exit()).isEqualTo(Exit.NO);
        assertThat(ran.json()).hasSize(5);
        assertThat(ran.json().get(0).propertyNames())
                .containsExactly("input", "ok", "keys", "elementString", "digitalLink", "epcUrn", "epcHex");
        assertThat(ran.json().get(2).path("keys").path("01").asString()).isEqualTo("09521321000025");
        assertThat(ran.json().get(4).path("problem").path("expected").asString())
                .isEqualTo("check digit 8");
        assertThat(ran.json().get(0).path("keys").path("21"))
                .as("equal counts of two products")
                .isNotEqualTo(ran.json().get(2).path("keys").path("21"));
    }

    @Test
    void serials_that_could_be_guessed_are_refused() {
        Ran last = mint("9521321000018", "--alphabet", "numeric", "--length", "8", "--first", "9998");
        assertThat(last.exit()).isZero();
        Ran beyond = mint("9521321000018", "--alphabet", "numeric", "--length", "8", "--first", "9999", "--json");
        assertThat(beyond.exit()).isEqualTo(Exit.NO);
        assertThat(beyond.json().getFirst().path("problem").path("code").asString())
                .isEqualTo("headroom");
        JsonNode headroom = mint("9521321000018", "--alphabet", "numeric", "--length", "8", "--headroom")
                .json()
                .getFirst();
        assertThat(headroom.path("capacity").asLong()).isEqualTo(9_999);
        assertThat(headroom.path("space").asDouble()).isEqualTo(1e8);
    }

    @Test
    void check_characters_tell_invented_serials() throws IOException {
        String other = Files.writeString(folder.resolve("other"), "00112233445566778899aabbccddeeff")
                .toString();
        String[] check = {"--check-key-file", other, "--check-characters", "3"};
        String serial = mint(with(check, "9521321000018", "--json"))
                .json()
                .getFirst()
                .path("keys")
                .path("21")
                .asString();
        assertThat(serial).hasSize(15);
        assertThat(mint(with(check, "9521321000018", "--recover", serial))
                        .json()
                        .getFirst()
                        .path("count")
                        .asInt())
                .isZero();
        String invented = serial.substring(0, 12) + (serial.endsWith("000") ? "111" : "000");
        assertThat(mint(with(check, "9521321000018", "--recover", invented)).exit())
                .isEqualTo(Exit.NO);
    }

    @ParameterizedTest
    @CsvSource({"--alphabet, klingon", "--length, 3", "--length, 30"})
    void formats_that_cannot_be_are_told_apart_from_refusals(String option, String value) {
        Ran ran = mint("9521321000018", option, value);
        assertThat(ran.exit()).isEqualTo(Exit.USAGE);
        assertThat(ran.err()).contains("Expected:");
    }

    private static String[] with(String[] options, String... more) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private Ran batch(String input, String... arguments) {
        InputStream own = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return mint(arguments);
        } finally {
            System.setIn(own);
        }
    }

    private Ran mint(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(with(new String[] {"mint", "--key-file", key}, arguments));
        return new Ran(exit, out.toString(), err.toString());
    }
}
