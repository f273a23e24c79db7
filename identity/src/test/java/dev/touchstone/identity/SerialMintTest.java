package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SerialMintTest {

    private static final byte[] KEY = new byte[32];
    private static final byte[] TWEAK = "09506000134352/1".getBytes(StandardCharsets.US_ASCII);

    static Stream<SerialFormat> formats() {
        return Stream.of(
                SerialFormat.of(SerialFormat.NUMERIC, 12),
                SerialFormat.of(SerialFormat.NO_LOOKALIKE, 10),
                SerialFormat.of(SerialFormat.NO_LOOKALIKE, 20),
                SerialFormat.of(SerialFormat.GS1_82, 17),
                SerialFormat.of(SerialFormat.ALPHANUMERIC, 11),
                SerialFormat.sgtin96(),
                SerialFormat.numbers(123_456_789));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyCountHasItsOwnSerialAndComesBack(SerialFormat format) {
        SerialMint mint = SerialMint.of(KEY, TWEAK, format);
        Set<String> seen = new HashSet<>();
        long last = format.capacity() - 1;
        for (long i = 0; i < 2_000; i++) {
            long index = i % 2 == 0 ? Math.min(i, last) : last - Math.min(i, last);
            String serial = mint.serial(index);
            assertThat(mint.index(serial)).hasValue(index);
            assertThat(new Sgtin(Gtin.parse("9506000134352"), serial).serial()).isEqualTo(serial);
            seen.add(serial);
        }
        assertThat(seen).hasSizeGreaterThan(1_990);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void manyAtOnceAreTheSame(SerialFormat format) {
        SerialMint mint = SerialMint.of(KEY, TWEAK, format);
        List<String> many = mint.serials(7, 300);
        assertThat(many).hasSize(300);
        for (int i = 0; i < 300; i += 13) {
            assertThat(many.get(i)).isEqualTo(mint.serial(7 + i));
        }
        assertThat(mint.serials(0, 0)).isEmpty();
        long capacity = format.capacity();
        assertThat(Problems.of(() -> mint.serials(capacity - 1, 2))
                        .orElseThrow()
                        .code())
                .isEqualTo("headroom");
    }

    @Test
    void theFormatTellsHowEasilySerialsAreGuessed() {
        SerialFormat format = SerialFormat.of(SerialFormat.NUMERIC, 12);
        assertThat(format.guessProbability(format.capacity())).isLessThan(1e-4);
        assertThat(format.guessProbability(format.capacity() + 1)).isGreaterThanOrEqualTo(1e-4);
    }

    @Test
    void numbersStayInRangeWithoutLeadingZero() {
        SerialMint mint = SerialMint.of(KEY, TWEAK, SerialFormat.sgtin96());
        for (long i = 0; i < 2_000; i++) {
            String serial = mint.serial(i);
            assertThat(serial).matches("0|[1-9][0-9]*");
            assertThat(Long.parseLong(serial)).isLessThan(274_877_906_944L);
        }
    }

    @Test
    void anotherProductHasOtherSerials() {
        SerialFormat format = SerialFormat.of(SerialFormat.NO_LOOKALIKE, 12);
        assertThat(SerialMint.of(KEY, TWEAK, format).serial(0))
                .isNotEqualTo(SerialMint.of(KEY, new byte[] {1}, format).serial(0));
    }

    @ParameterizedTest
    @CsvSource({"12, 99999999", "8, 9999", "6, 99"})
    void guessableSerialsAreRefused(int length, long capacity) {
        SerialMint mint = SerialMint.of(KEY, TWEAK, SerialFormat.of(SerialFormat.NUMERIC, length));
        assertThat(mint.format().capacity()).isEqualTo(capacity);
        assertThat(mint.serial(capacity - 1)).hasSize(length);
        assertThat(Problems.of(() -> mint.serial(capacity)).orElseThrow().code())
                .isEqualTo("headroom");
        assertThat(Problems.of(() -> mint.serial(-1)).orElseThrow().code()).isEqualTo("headroom");
    }

    @Test
    void capacitiesAsTheRuleHasThem() {
        assertThat(SerialFormat.sgtin96().capacity()).isEqualTo(27_487_790);
        assertThat(SerialFormat.of(SerialFormat.NO_LOOKALIKE, 10).capacity()).isEqualTo(112_589_990_684L);
        assertThat(SerialFormat.of(SerialFormat.NO_LOOKALIKE, 8).capacity()).isEqualTo(109_951_162);
    }

    @Test
    void textThatTheMintNeverGaveOutHasNoCount() {
        SerialMint mint = SerialMint.of(KEY, TWEAK, SerialFormat.of(SerialFormat.NO_LOOKALIKE, 8));
        assertThat(mint.index("")).isEmpty();
        assertThat(mint.index("IIIIIIII")).isEmpty();
        assertThat(mint.index("0000000")).isEmpty();
        int genuine = 0;
        for (int i = 0; i < 20_000; i++) {
            genuine += mint.index("0000%04d".formatted(i % 10_000)).isPresent() ? 1 : 0;
        }
        assertThat(genuine).isLessThan(20);
        SerialMint numbers = SerialMint.of(KEY, TWEAK, SerialFormat.sgtin96());
        assertThat(numbers.index("01")).isEmpty();
        assertThat(numbers.index("274877906944")).isEmpty();
        assertThat(numbers.index("99999999999999999999")).isEmpty();
    }
}
