package dev.touchstone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdTest {

    private record Ran(int exit, String out) {}

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

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        int exit = Main.commandLine().setOut(new PrintWriter(out)).execute(arguments);
        return new Ran(exit, out.toString());
    }
}
