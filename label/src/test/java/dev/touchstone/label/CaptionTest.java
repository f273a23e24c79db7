package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.label.Caption.Field;
import dev.touchstone.label.LabelDesign.TextSize;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CaptionTest {

    @Test
    void datesStandAsIsoWritesThem() {
        Caption caption = Caption.of("Aurora").with("Best before", LocalDate.of(2027, 3, 31));
        assertThat(caption.fields()).containsExactly(new Field("Best before", "2027-03-31"));
    }

    @Test
    void elementsStandUnderTheirDataTitlesWithoutIdentifiers() {
        ElementString elements = ElementString.parse("(01)09506000134352(10)L2407A(17)270331(11)260300");
        assertThat(Caption.NONE.with(elements, 2026).fields())
                .extracting(Field::value)
                .containsExactly("09506000134352", "L2407A", "2027-03-31", "2026-03");
        assertThat(Caption.NONE.with(elements, 2026).fields())
                .extracting(Field::title)
                .startsWith("GTIN", "BATCH/LOT");
    }

    @Test
    void aLetterAndItsAccentAreJoined() {
        assertThat(Caption.of("  Gro\u0308\u00dfe ").title()).isEqualTo("Gr\u00f6\u00dfe");
    }

    @Test
    void textBeyondItsLimitIsRefused() {
        assertCode("caption-length", () -> Caption.of("x".repeat(201)));
        assertCode("caption-length", () -> Caption.NONE.with("Lot", "x".repeat(121)));
        assertCode("caption-length", () -> {
            Caption caption = Caption.NONE;
            for (int i = 0; i < 25; i++) {
                caption = caption.with("Lot", "1");
            }
        });
    }

    @Test
    void aDesignBeyondItsLimitsIsRefused() {
        assertCode("label-size", () -> LabelDesign.unit().sized(9.9, 25));
        assertCode("label-size", () -> LabelDesign.unit().sized(40, 298));
        assertCode("label-size", () -> LabelDesign.unit().sized(Double.NaN, 25));
        assertCode("label-size", () -> new TextSize(0.5, 0.5));
        assertCode("label-size", () -> new TextSize(2, 3));
        assertCode("resolution", () -> new Resolution(72));
    }

    private static void assertCode(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
