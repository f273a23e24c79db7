package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CheckCharactersTest {

    private static final Gtin PRODUCT = Gtin.parse("9506000134352");
    private static final CheckCharacters CHECK = CheckCharacters.of(new byte[16], SerialFormat.NO_LOOKALIKE, 3);

    @Test
    void knownAnswer() {
        assertThat(CHECK.append(PRODUCT, "A1B2C3")).isEqualTo("A1B2C3K8A");
    }

    @Test
    void onlyTheRightCharactersOfTheRightProductPass() {
        String checked = CHECK.append(PRODUCT, "A1B2C3");
        assertThat(CHECK.isGenuine(PRODUCT, checked)).isTrue();
        assertThat(CHECK.isGenuine(Gtin.parse("4012345123456"), checked)).isFalse();
        assertThat(CheckCharacters.of(
                                "another key of 16".getBytes(StandardCharsets.US_ASCII), SerialFormat.NO_LOOKALIKE, 3)
                        .isGenuine(PRODUCT, checked))
                .isFalse();
        assertThat(CHECK.isGenuine(PRODUCT, "A1B2C4" + checked.substring(6))).isFalse();
        assertThat(CHECK.isGenuine(PRODUCT, "abc")).isFalse();
        assertThat(CHECK.isGenuine(PRODUCT, "")).isFalse();
        int passed = 0;
        for (int i = 0; i < 32 * 32; i++) {
            String invented =
                    "A1B2C3" + SerialFormat.NO_LOOKALIKE.charAt(i / 32) + SerialFormat.NO_LOOKALIKE.charAt(i % 32);
            passed += CHECK.isGenuine(PRODUCT, invented + "0") ? 1 : 0;
        }
        assertThat(passed).isLessThanOrEqualTo(1);
        assertThat(CHECK.guessProbability()).isEqualTo(1.0 / 32_768);
    }

    @Test
    void theResultIsStillASerial() {
        assertThat(Problems.of(() -> CHECK.append(PRODUCT, "123456789012345678"))
                        .orElseThrow()
                        .code())
                .isEqualTo("length");
        assertThat(Problems.of(() -> CheckCharacters.of(new byte[15], SerialFormat.NUMERIC, 2)))
                .isPresent();
        assertThat(Problems.of(() -> CheckCharacters.of(new byte[16], SerialFormat.NUMERIC, 7)))
                .isPresent();
        assertThat(Problems.of(() -> CheckCharacters.of(new byte[16], "AAB", 2)))
                .isPresent();
    }
}
