package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiTableTest {

    /** Our own table and the dictionary that GS1 publishes state the same facts. */
    @Test
    void agreesWithThePublishedDictionary() throws IOException {
        AiTable published =
                AiTable.ofSyntaxDictionary(Files.readString(SharedData.path("gs1/gs1-syntax-dictionary.txt")));
        assertThat(published.unknownRules()).isEmpty();
        assertThat(facts(AiTable.standard())).containsExactlyElementsOf(facts(published));
        assertThat(published.all()).hasSize(541);
        assertThat(published.all().stream().filter(ApplicationIdentifier::fixed))
                .hasSize(337);
        assertThat(published.all().stream().filter(ApplicationIdentifier::linkAttribute))
                .hasSize(525);
        assertThat(published.all().stream().filter(ai -> !ai.needs().isEmpty())).hasSize(502);
        assertThat(published.all().stream().filter(ai -> !ai.never().isEmpty())).hasSize(394);
    }

    /** All that a table says of its AIs but our own names for them. */
    private static List<String> facts(AiTable table) {
        return table.all().stream()
                .map(ai -> String.join(
                        " ",
                        ai.code(),
                        ai.title(),
                        ai.fixed() + "",
                        ai.linkAttribute() + "",
                        ai.parts() + "",
                        ai.needs() + "",
                        ai.never() + "",
                        ai.qualifiers() + ""))
                .toList();
    }

    @Test
    void aLoadedDictionaryRulesTheParsing() {
        AiTable table = AiTable.ofSyntaxDictionary("""
                # a later edition
                01   *?  N14,csum,gcppos2  dlpkey=22,10,21|235  # GTIN
                21       X..20  req=01                          # SERIAL
                98   ?   N4,futurerule [X..3]  ex=21            # NEWS
                """);
        assertThat(table.unknownRules()).containsExactly("futurerule");
        assertThat(ElementString.parse("(98)1234ab", table).value("98")).contains("1234ab");
        assertThat(Problems.of(() -> ElementString.parse("(98)12x4", table))
                        .orElseThrow()
                        .position())
                .isEqualTo(6);
        assertThat(ElementString.parse("(01)09506000134352(21)a(98)1234", table).faults())
                .extracting(Problem::code)
                .containsExactly("invalid-pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "01", "01 Q5", "0 N5", "02 N1\n021 N1", "31 N1\n310 N2"})
    void aBrokenDictionaryIsRefused(String text) {
        assertThat(Problems.of(() -> AiTable.ofSyntaxDictionary(text))
                        .orElseThrow()
                        .code())
                .isEqualTo("dictionary");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (01)09506000134352(21)a                   | |
            (21)a                                     | missing-ai   | (01) or (03) or (8006)
            (01)09506000134352(255)9506000134307      | invalid-pair | one of the two
            (02)09506000134352(37)5                   | missing-ai   | (00)(02) or (00)(8026)
            (02)09506000134352(37)5(00)106141412345678908 | |
            (01)09506000134352(3103)000500(3102)005000 | invalid-pair | one of the two
            (01)09506000134352(3103)000500(3920)12    | |
            (01)09506000134352(3920)12                | missing-ai   | (01)(30) or (01)(31nn) or (01)(32nn) or (01)(35nn) or (01)(36nn)
            (01)09506000134352(8030)abc               | missing-ai   | (00) or (01)(21) or (03)(21) or (253) or (255) or (8003) or (8004) or (8006)(21) or (8010)(8011) or (8017) or (8018)
            (01)09506000134352(21)x(8030)abc          | |
            """)
    void companionsOfAnIdentifier(String text, String code, String expected) {
        List<Problem> faults = ElementString.parse(text).faults();
        if (code == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).anySatisfy(fault -> {
                assertThat(fault.code()).isEqualTo(code);
                assertThat(fault.expected()).contains(expected);
            });
        }
    }

    /** Values that each rule accepts and refuses; the place of the first wrong character counts in the value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7003 | 2612312359          | 2612312400   | 6
            7003 | 2602280000          | 2612310060   | 8
            4324 | 2612002359          | 2613002359   | 2
            8008 | 2612312359          | 26123124     | 6
            8008 | 261231235959        | 261231235960 | 10
            422  | 276                 | 277          | 0
            423  | 276840              | 276841       | 3
            7030 | 999abc              | 998abc       | 0
            3910 | 97812               | 98012        |
            4307 | DE                  | DX           | 0
            427  | BY                  | ABCD         | 0
            4309 | 18000000003600000000 | 18000000003600000001 | 10
            4309 | 00000000000000000000 | 18000000010000000000 | 0
            4330 | 001234-             | 001234+      | 6
            4321 | 1                   | 2            | 0
            7252 | 9                   | 3            | 0
            7241 | 10                  | 11           | 0
            7241 | 99                  | 00           | 0
            7250 | 20240229            | 20230229     | 6
            7250 | 20000229            | 19000229     | 6
            7251 | 200002291530        | 200002291560 | 10
            7258 | 2/3                 | 3/2          | 0
            7258 | 1/1                 | 0/1          | 0
            8001 | 00011000010019      | 00000000010019 | 0
            8001 | 00011000010011      | 00011000010021 | 12
            8007 | DE89370400440532013000 | DE89370400440532013001 | 2
            8007 | GB29NWBK60161331926819 | XX29NWBK60161331926819 | 0
            8011 | 1                   | 0            | 0
            8026 | 095060001343520102  | 095060001343520201 | 14
            8013 | 1987654Ad4X4bL5ttr2310c2K | 1987654Ad4X4bL5ttr2310c2L | 23
            8014 | 1987654Ad4X4bL5ttr2310c2K | 1987654Ad4X4bL5ttr2310c22 | 23
            4300 | A%20B               | A%2          | 1
            7040 | 1ABC                | 1AB=         | 3
            7041 | 1A                  | 1C           | 0
            7011 | 2612311530          | 261231       |
            7007 | 261201261231        | 261201261200 | 10
            8030 | abc-_               | abc+         | 3
            8110 | 106141416543213500110000310123196000 | 70614141654321 | 0
            8112 | 0106141416543210123456 | 2106141416543210123456 | 0
            """)
    void contentRules(String ai, String accepted, String refused, Integer position) {
        assertThat(Element.of(ai, accepted).value()).isEqualTo(accepted);
        if (refused != null && position != null) {
            Problem problem = Problems.of(() -> Element.of(ai, refused)).orElseThrow();
            assertThat(problem.position()).isEqualTo(position);
            assertThat(problem.expected()).isNotBlank();
        }
    }

    /** Every rule takes any text in any range without failing in another way than by a problem. */
    @Test
    void rulesNeverFailOtherwise() {
        List<String> texts =
                List.of("", "0", "9", "-", "/", "1/", "/1", "A", "00", "zz", "99999999999999999999/1", "é", "=", "12%");
        for (Linter rule : Linter.values()) {
            Stream.concat(texts.stream(), texts.stream().map(t -> t.repeat(9)))
                    .forEach(text -> assertThat(Problems.of(() -> rule.check(text, 0, text.length())))
                            .as("%s of %s", rule, text)
                            .satisfies(
                                    p -> p.ifPresent(x -> assertThat(x.detail()).isNotBlank())));
        }
    }
}
