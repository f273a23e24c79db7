package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.identity.DigitalLink;
import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sscc;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SymbolTest {

    @Test
    void hriIsTheElementStringWithItsIdentifiersInParentheses() {
        Units.units(200).forEach(unit -> {
            Symbol symbol = Symbol.dataMatrix(unit);
            assertThat(symbol.hri()).hasSameSizeAs(unit.elements());
            assertThat(String.join("", symbol.hri())).isEqualTo(unit.bracketed().replace("\\(", "("));
        });
    }

    @Test
    void aDataMatrixIsSquareWithItsFinderAtTheLeftAndBelow() {
        Units.units(50).map(Symbol::dataMatrix).forEach(symbol -> {
            int size = symbol.columns();
            assertThat(symbol.rows()).isEqualTo(size);
            for (int i = 0; i < size; i++) {
                assertThat(symbol.isDark(0, i)).as("left edge").isTrue();
                assertThat(symbol.isDark(i, size - 1)).as("lower edge").isTrue();
                assertThat(symbol.isDark(i, 0)).as("upper edge").isEqualTo(i % 2 == 0);
                assertThat(symbol.isDark(size - 1, i)).as("right edge").isEqualTo(i % 2 == 1);
            }
        });
    }

    @Test
    void theBarsOfAnSsccAre156ModulesWide() {
        Symbol symbol = Symbol.gs1Code128(ElementString.of(new Sscc("395060001343520001")));
        assertThat(symbol.columns()).isEqualTo(156);
        assertThat(symbol.rows()).isEqualTo(1);
    }

    @Test
    void outsideOfASymbolAllIsLight() {
        Symbol symbol = Symbol.dataMatrix(ElementString.parse("(01)09506000134352(21)1"));
        assertThat(symbol.isDark(-1, 0)).isFalse();
        assertThat(symbol.isDark(0, symbol.rows())).isFalse();
        assertThat(symbol.isDark(symbol.columns(), 0)).isFalse();
    }

    @Test
    void gs1Code128CarriesAtMost48Characters() {
        String most = "(01)09506000134352(10)12345678901234567890(17)2703";
        assertCode("symbol-capacity", () -> Symbol.gs1Code128(ElementString.parse(most + "31(21)1")));
        assertThat(Symbol.gs1Code128(ElementString.parse(most + "31")).data()).hasSize(47);
    }

    @Test
    void aLinkBeyondTheLargestQrCodeIsRefused() {
        String address = "https://id.gs1.org/01/09506000134352/21/1?note=" + "x".repeat(3000);
        assertCode("symbol-capacity", () -> Symbol.qr(DigitalLink.parse(address)));
    }

    @Test
    void aLinkThatIsNoAsciiAddressIsRefused() {
        assertCode("uri-character", () -> Symbol.qr(DigitalLink.parse("https://exämple.com/01/09506000134352")));
        assertCode("uri-character", () -> Symbol.qr(DigitalLink.parse("https://x.com/\\<FNC1>/01/09506000134352")));
    }

    private static void assertCode(String code, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }
}
