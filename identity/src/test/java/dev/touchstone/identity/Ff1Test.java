package dev.touchstone.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ff1Test {

    private static final String KEY_128 = "2B7E151628AED2A6ABF7158809CF4F3C";
    private static final String KEY_192 = KEY_128 + "EF4359D8D580AA4F";
    private static final String KEY_256 = KEY_192 + "7F036D6F04FC6A94";

    /** The sample data that NIST publishes with SP 800-38G. */
    @ParameterizedTest
    @CsvSource({
        "128, 10, '',                     0123456789,          2433477484",
        "128, 10, 39383736353433323130,   0123456789,          6124200773",
        "128, 36, 3737373770717273373737, 0123456789abcdefghi, a9tv40mll9kdu509eum",
        "192, 10, '',                     0123456789,          2830668132",
        "192, 10, 39383736353433323130,   0123456789,          2496655549",
        "192, 36, 3737373770717273373737, 0123456789abcdefghi, xbj3kv35jrawxv32ysr",
        "256, 10, '',                     0123456789,          6657667009",
        "256, 10, 39383736353433323130,   0123456789,          1001623463",
        "256, 36, 3737373770717273373737, 0123456789abcdefghi, xs8a0azh2avyalyzuwd"
    })
    void publishedSamples(int bits, int radix, String tweak, String plain, String encrypted) {
        String key = bits == 128 ? KEY_128 : bits == 192 ? KEY_192 : KEY_256;
        Ff1 ff1 = new Ff1(HexFormat.of().parseHex(key), HexFormat.of().parseHex(tweak), radix, plain.length());
        int half = plain.length() / 2;

        ff1.encrypt(Long.parseLong(plain.substring(0, half), radix), Long.parseLong(plain.substring(half), radix));
        assertThat(ff1.left()).isEqualTo(Long.parseLong(encrypted.substring(0, half), radix));
        assertThat(ff1.right()).isEqualTo(Long.parseLong(encrypted.substring(half), radix));

        ff1.decrypt(ff1.left(), ff1.right());
        assertThat(ff1.left()).isEqualTo(Long.parseLong(plain.substring(0, half), radix));
        assertThat(ff1.right()).isEqualTo(Long.parseLong(plain.substring(half), radix));
    }

    /** Domains of every size, tweaks of every length: the same as another implementation. */
    @Test
    void agreesWithBouncyCastle() {
        Random random = new Random(7);
        int compared = 0;
        while (compared < 400) {
            int radix = 2 + random.nextInt(99);
            int length = 2 + random.nextInt(60);
            double half = Math.pow(radix, (length + 1) / 2);
            if (half > 0x1p61 || Math.pow(radix, length) < 1e6) {
                continue;
            }
            byte[] key = new byte[16 + 8 * random.nextInt(3)];
            byte[] tweak = new byte[random.nextInt(40)];
            random.nextBytes(key);
            random.nextBytes(tweak);
            byte[] numerals = new byte[length];
            for (int i = 0; i < length; i++) {
                numerals[i] = (byte) random.nextInt(radix);
            }
            FPEFF1Engine engine = new FPEFF1Engine();
            engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
            byte[] expected = new byte[length];
            engine.processBlock(numerals, 0, length, expected, 0);

            Ff1 ff1 = new Ff1(key, tweak, radix, length);
            ff1.encrypt(value(numerals, 0, length / 2, radix), value(numerals, length / 2, length, radix));
            assertThat(ff1.left()).isEqualTo(value(expected, 0, length / 2, radix));
            assertThat(ff1.right()).isEqualTo(value(expected, length / 2, length, radix));
            compared++;
        }
    }

    private static long value(byte[] numerals, int from, int to, int radix) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * radix + numerals[i];
        }
        return value;
    }
}
