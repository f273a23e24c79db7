package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementStringTest {

    private static final String GS = "\u001d";

    @Test
    void everyFormOfAnElementStringIsTheSame() {
        ElementString expected = ElementString.parse("(01)09506000134352(17)261231(10)A/1(21)00a1");
        String raw = "0109506000134352" + "17261231" + "10A/1" + GS + "2100a1";

        assertThat(expected.raw()).isEqualTo(raw);
        for (String symbology : new String[] {"", "]C1", "]d2", "]Q3", "]J1", "]e0", GS}) {
            assertThat(ElementString.parse(symbology + raw)).as(symbology).isEqualTo(expected);
        }
        assertThat(ElementString.parse("^" + raw.replace(GS, "^"))).isEqualTo(expected);
        assertThat(ElementString.parse(raw + GS)).isEqualTo(expected);
        assertThat(expected.bracketed()).isEqualTo("(01)09506000134352(17)261231(10)A/1(21)00a1");
        assertThat(expected.digitalLink()).contains("https://id.gs1.org/01/09506000134352/10/A%2F1/21/00a1?17=261231");
    }

    @Test
    void bracketsInsideValuesSurvive() {
        ElementString escaped = ElementString.parse("(01)09506000134352(10)A\\(10)B(21)x(y");
        assertThat(escaped.value("10")).contains("A(10)B");
        assertThat(escaped.value("21")).contains("x(y");
        assertThat(ElementString.parse(escaped.bracketed())).isEqualTo(escaped);
        assertThat(ElementString.parse(escaped.raw())).isEqualTo(escaped);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (01)09506000134353              | check-digit  | 17 | check digit 2
            (01)0950600013435               | length       |  4 | 14 characters
            (01)0950600013435X              | character    | 17 | digits
            (10)12345678901234567890x       | length       |  4 | 1 to 20 characters
            (10)a b                         | character    |  5 |
            (01)09506000134352(17)261331    | date         | 24 | a month from 01 to 12
            (11)260230                      | date         |  8 | a day from 00 to 28
            (9999)1                         | unknown-ai   |  0 |
            (01)09506000134352(21)a(21)b    | repeated-ai  | 27 | one value, such as a
            (10)                            | length       |  4 |
            (01                             | unknown-ai   |  0 |
            0109506000134352XX              | unknown-ai   | 16 |
            ]Q1https://example.com          | symbology    |  0 |
            (8006)095060001343520302        | piece        | 20 |
            (10)a\\(b\\(c d                 | character    | 11 |
            (01) 09506000134353             | check-digit  | 18 | check digit 2
            """)
    void faultsAreNamedWithTheirPlace(String text, String code, int position, String expected) {
        Problem problem = Problems.of(() -> ElementString.parse(text)).orElseThrow();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.expected()).isNotBlank();
        if (expected != null) {
            assertThat(problem.expected()).isEqualTo(expected);
        }
    }

    @Test
    void theTextBelowASymbolIsRead() {
        ElementString expected = ElementString.parse("(01)09506000134352(17)261231(10)A/1(21)00a1");
        assertThat(ElementString.parse("(01) 09506000134352 (17) 261231 (10) A/1 (21) 00a1"))
                .isEqualTo(expected);
        assertThat(ElementString.parse("(01)09506000134352\n(17)261231\r\n(10)A/1(21)00a1 "))
                .isEqualTo(expected);
    }

    @Test
    void equalRepetitionsCountOnce() {
        assertThat(ElementString.parse("(21)a(01)09506000134352(21)a").elements())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "261231, 2026, 2026-12-31",
        "260200, 2026, 2026-02-28",
        "280200, 2026, 2028-02-29",
        "770101, 2026, 1977-01-01",
        "760101, 2026, 2076-01-01",
        "000101, 2051, 2100-01-01",
        "010101, 2051, 2101-01-01",
        "020101, 2051, 2002-01-01",
        "990101, 2026, 1999-01-01"
    })
    void centuryFollowsTheYearOfReading(String digits, int year, LocalDate expected) {
        assertThat(new Gs1Date(digits).near(year)).isEqualTo(expected);
    }

    @Test
    void everyIdentifierOfTheTableIsFoundByItsCode() {
        AiTable table = AiTable.standard();
        assertThat(table.all())
                .hasSize(541)
                .allSatisfy(ai -> assertThat(table.find(ai.code())).contains(ai));
        assertThat(table.all().stream().filter(ApplicationIdentifier::isPrimaryKey))
                .hasSize(16);
    }
}
