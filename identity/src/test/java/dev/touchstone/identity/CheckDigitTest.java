package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @CsvSource({"0950600013435, 2", "9638507, 4", "10614141234567890, 8", "061414100777, 6"})
    void gs1CheckDigit(String digits, char expected) {
        assertThat(CheckDigit.mod10(digits)).isEqualTo(expected);
    }

    @Test
    void modelNumbersEndInTwoCheckCharacters() {
        assertThat(CheckDigit.alphanumericPair("1987654Ad4X4bL5ttr2310c")).isEqualTo("2K");
        assertThat(Gmn.parse("1987654Ad4X4bL5ttr2310c2K").isInstance()).isFalse();
        assertThat(Problems.of(() -> Gmn.parse("1987654Ad4X4bL5ttr2310c2L")))
                .hasValueSatisfying(p -> assertThat(p.expected()).isEqualTo("check characters 2K"));
    }

    @ParameterizedTest
    @CsvSource({"1M8GDM9AXKP042788, true", "11111111111111111, true", "1M8GDM9A1KP042788, false"})
    void vehiclesTellWhetherTheyHaveACheckDigit(String vin, boolean checked) {
        assertThat(Vin.parse(vin).hasCheckDigit()).isEqualTo(checked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CSQU305438-3", "csqu 305438 3", "MSKU0134962"})
    void containers(String text) {
        ContainerNumber number = ContainerNumber.parse(text);
        assertThat(number.canonical()).isEqualTo("urn:epc:id:bic:" + number.value());
    }

    @Test
    void wrongContainersAndTelephonesSayWhatWouldBeRight() {
        assertThat(Problems.of(() -> ContainerNumber.parse("CSQU3054384"))
                        .orElseThrow()
                        .expected())
                .isEqualTo("check digit 3");
        assertThat(Problems.of(() -> Imei.parse("490154203237519"))
                        .orElseThrow()
                        .expected())
                .isEqualTo("check digit 8");
        assertThat(Imei.parse("49-015420-323751-8").value()).isEqualTo("490154203237518");
    }
}
