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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdTest {

    private record Ran(int exit, String out) {
        List<JsonNode> json() {
            return out.lines().map(JsonMapper.shared()::readTree).toList();
        }
    }

    @Test
    void an_identifier_is_told_in_all_its_forms_as_one_line_of_json() {
        Ran ran = run("id", "parse", "urn:epc:id:sgtin:9521321.000001.X1");
        JsonNode line = JsonMapper.shared().readTree(ran.out());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).hasSize(1);
        assertThat(line.path("ok").asBoolean()).isTrue();
        assertThat(line.path("keys").path("01").asString()).isEqualTo("09521321000018");
        assertThat(line.path("keys").path("21").asString()).isEqualTo("X1");
        assertThat(line.path("elementString").asString()).isEqualTo("(01)09521321000018(21)X1");
        assertThat(line.path("digitalLink").asString()).isEqualTo("https://id.gs1.org/01/09521321000018/21/X1");
        assertThat(line.path("epcUrn").asString()).isEqualTo("urn:epc:id:sgtin:9521321.000001.X1");
        assertThat(line.path("epcHex").asString()).matches("[0-9A-F]+");
    }

    @Test
    void what_cannot_be_read_comes_back_with_its_problem_and_the_exit_code_says_so() {
        Ran ran = run("id", "parse", "(01)09521321000019");
        JsonNode line = JsonMapper.shared().readTree(ran.out());
        assertThat(ran.exit()).isEqualTo(Exit.NO);
        assertThat(line.path("ok").asBoolean()).isFalse();
        assertThat(line.path("problem").path("code").asString()).isEqualTo("check-digit");
        assertThat(line.path("problem").path("position").asInt()).isEqualTo(17);
        assertThat(line.path("problem").path("expected").asString()).contains("8");
    }

    @Test
    void one_form_is_converted_to_another_a_line_each() {
        Ran ran = run("id", "convert", "--to", "digital-link", "(01)09521321000018(21)A/B", "(00)195213210000020419");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .containsExactly(
                        "https://id.gs1.org/01/09521321000018/21/A%2FB", "https://id.gs1.org/00/195213210000020419");
    }

    @Test
    void a_form_that_an_identifier_does_not_have_is_said() {
        Ran ran = run("id", "convert", "--to", "epc-urn", "(01)09521321000018(21)X1");
        assertThat(ran.exit()).isEqualTo(Exit.NO);
        assertThat(ran.out()).contains("epc-urn").contains("--prefixes");
    }

    @Test
    void checking_says_what_is_wrong_and_what_would_be_right() {
        Ran ran = run("id", "check", "1M8GDM9AXKP042788", "(01)09521321000019");
        assertThat(ran.exit()).isEqualTo(Exit.NO);
        assertThat(ran.out().lines().toList().getFirst()).isEqualTo("1M8GDM9AXKP042788: right");
        assertThat(ran.out()).contains("at character 18").contains("check digit 8");
    }

    @Test
    void a_check_digit_is_computed_and_anything_but_digits_refused() {
        assertThat(run("id", "check-digit", "952132100001").out().strip()).isEqualTo("8");
        assertThat(run("id", "check-digit", "95A").exit()).isEqualTo(Exit.NO);
    }

    @Test
    void in_batch_every_line_is_answered_with_the_same_members() {
        Ran ran =
                batch("(01)09521321000018(21)X1\r\n\nurn:epc:idpat:sgtin:9521321.*.*\n(90)a\"b\n\u00e9", "id", "parse");
        assertThat(ran.exit()).isEqualTo(Exit.NO);
        List<JsonNode> lines = ran.json();
        assertThat(lines).hasSize(5);
        for (JsonNode line : lines) {
            assertThat(line.propertyNames())
                    .containsExactlyElementsOf(
                            line.path("ok").asBoolean()
                                    ? List.of("input", "ok", "keys", "elementString", "digitalLink", "epcUrn", "epcHex")
                                    : List.of("input", "ok", "problem"));
        }
        assertThat(lines)
                .extracting(line -> line.path("ok").asBoolean())
                .containsExactly(true, false, true, true, false);
        assertThat(lines.get(0).path("epcUrn").isNull()).isTrue();
        assertThat(lines.get(2).path("epcUrn").asString()).isEqualTo("urn:epc:idpat:sgtin:9521321.*.*");
        assertThat(lines.get(3).path("input").asString()).isEqualTo("(90)a\"b");
        assertThat(lines.get(4).path("input").asString()).isEqualTo("\u00e9");
    }

    @Test
    void all_commands_speak_json_in_batch() {
        String input = "(01)09521321000018(21)X1\n(01)09521321000019(21)X1\n";
        List<JsonNode> parsed = batch(input, "id", "parse").json();
        assertThat(batch(input, "id", "check").json()).isEqualTo(parsed);
        assertThat(batch(input, "id", "convert").json()).isEqualTo(parsed);
        assertThat(batch(input, "id", "convert", "--to", "digital-link").json()).isEqualTo(parsed);
        assertThat(parsed.get(1).path("problem").path("position").asInt()).isEqualTo(17);
        List<JsonNode> digits =
                batch("952132100001\n95A\n", "id", "check-digit").json();
        assertThat(digits.get(0).path("checkDigit").asString()).isEqualTo("8");
        assertThat(digits.get(1).path("problem").path("position").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unbracketed    | 010952132100001821X(1
            hri            | (01)09521321000018(21)X(1
            element-string | (01)09521321000018(21)X\\(1
            digital-link   | https://shop.example/a/01/09521321000018/21/X(1
            epc-urn        | urn:epc:id:sgtin:9521321.000001.X(1
            tag-urn        | urn:epc:tag:sgtin-198:3.9521321.000001.X(1
            """)
    void an_identifier_is_converted_to_each_form(String form, String expected) {
        Ran ran = run(
                "id",
                "convert",
                "--to",
                form,
                "--company-prefix",
                "9521321",
                "--stem",
                "https://shop.example/a",
                "--scheme",
                "sgtin-198",
                "--filter",
                "3",
                "(01)09521321000018(21)X\\(1");
        assertThat(ran.out().strip()).isEqualTo(expected);
        assertThat(ran.exit()).isZero();
    }

    /** The worked example of the compression standard, both ways. */
    @Test
    void links_are_compressed_as_epc_binary_strings() {
        String unit = "(01)09528765123457(21)123456789123";
        assertThat(run("id", "convert", "--to", "link-eh", "--prefix-length", "7", unit)
                        .out()
                        .strip())
                .isEqualTo("https://id.gs1.org/eh30164596f40c0e5cbe991a83");
        String ex = run("id", "convert", "--to", "link-ex", "--prefix-length", "7", unit)
                .out()
                .strip();
        assertThat(run("id", "convert", "--to", "element-string", ex).out().strip())
                .isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --allow-short-names | https://example.com/gtin/09521321000018/ser/1
            --allow-short-gtins | https://example.com/01/9521321000018/21/1
            """)
    void former_ways_of_writing_links_need_leave(String option, String link) {
        assertThat(run("id", "parse", link).exit()).isEqualTo(Exit.NO);
        assertThat(run("id", "parse", option, link)
                        .json()
                        .getFirst()
                        .path("elementString")
                        .asString())
                .isEqualTo("(01)09521321000018(21)1");
    }

    @Test
    void the_length_of_the_company_prefix_comes_from_where_it_is_known(@TempDir Path folder) throws IOException {
        String unit = "(01)09521321000018(21)1";
        Path own = Files.writeString(folder.resolve("own.txt"), "9521321\n");
        Path list = Files.writeString(
                folder.resolve("list.json"), "{\"entry\":[{\"prefix\":\"9521321\",\"gcpLength\":7}]}");
        for (String[] options : new String[][] {
            {"--company-prefix", "9521321"},
            {"--prefixes", own.toString()},
            {"--prefixes", list.toString()},
            {"--prefix-length", "7"}
        }) {
            assertThat(run("id", "convert", "--to", "epc-urn", options[0], options[1], unit)
                            .out()
                            .strip())
                    .isEqualTo("urn:epc:id:sgtin:9521321.000001.1");
        }
        assertThat(run("id", "parse", "--prefix-length", "5", unit).exit()).isEqualTo(Exit.USAGE);
        assertThat(run("id", "parse", "--prefixes", folder.resolve("none").toString(), unit)
                        .exit())
                .isEqualTo(Exit.USAGE);
    }

    @Test
    void a_newer_dictionary_is_gone_by(@TempDir Path folder) throws IOException {
        Path newer = Files.writeString(
                folder.resolve("dictionary.txt"),
                "01  *?  N14,csum,gcppos2  dlpkey=22,10,21  # GTIN\n777 ?  X..5  req=01  # NEWEST\n");
        assertThat(run("id", "check", "(01)09521321000018(777)ab").exit()).isEqualTo(Exit.NO);
        assertThat(run("id", "check", "--dictionary", newer.toString(), "(01)09521321000018(777)ab")
                        .exit())
                .isZero();
        assertThat(run("id", "check", "--dictionary", newer.toString(), "(777)ab")
                        .exit())
                .isEqualTo(Exit.NO);
    }

    @Test
    void the_memory_of_a_tag_stays_as_it_was() {
        for (String hex : List.of("3074257BF7194E4000001A85", "F73795211411234538566CB0AFC4")) {
            assertThat(run("id", "parse", hex).json().getFirst().path("epcHex").asString())
                    .startsWith(hex);
        }
        assertThat(run("id", "parse", "urn:epc:tag:sgtin-96:3.0614141.812345.6789")
                        .json()
                        .getFirst()
                        .path("epcHex")
                        .asString())
                .isEqualTo("3074257BF7194E4000001A85");
    }

    @Test
    void a_scheme_that_cannot_hold_the_serial_is_refused() {
        Ran ran = run("id", "parse", "--scheme", "sgtin-96", "--prefix-length", "7", "(01)09521321000018(21)007");
        assertThat(ran.json().getFirst().path("problem").path("code").asString())
                .isEqualTo("epc-scheme");
    }

    @ParameterizedTest
    @CsvSource({
        "gs1,   952132100001,           8",
        "gmn,   1987654Ad4X4bL5ttr2310c, 2K",
        "imei,  49015420323751,         8",
        "vin,   1M8GDM9A0KP042788,      X",
        "bic,   CSQU305438,             3",
        "imovn, 917618,                 7",
        "hibc,  +A123BJC5D6E71,         G",
        "ppn,   1112345678,             42"
    })
    void check_digits_of_every_scheme(String scheme, String text, String digit) {
        assertThat(run("id", "check-digit", "--of", scheme, text).out().strip()).isEqualTo(digit);
    }

    @Test
    void a_line_of_any_length_is_refused_in_bounded_memory() {
        Ran ran = batch("1".repeat(3_000_000) + "\n(01)09521321000018\n", "id", "check");
        assertThat(ran.json()).hasSize(2);
        assertThat(ran.json().get(0).path("problem").path("code").asString()).isEqualTo("length");
        assertThat(ran.json().get(1).path("ok").asBoolean()).isTrue();
    }

    private static Ran batch(String input, String... arguments) {
        InputStream own = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(own);
        }
    }

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
        return new Ran(exit, out.toString());
    }
}
