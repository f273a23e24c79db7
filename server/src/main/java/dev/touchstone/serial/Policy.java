package dev.touchstone.serial;

import dev.touchstone.identity.SerialMint;
import java.nio.charset.StandardCharsets;

/**
 * How serials of a product are made, and how many there are.
 *
 * @param gtin 14 digits
 * @param secretId which master secret its key follows from
 * @param issued serials given out so far
 */
record Policy(long id, String gtin, Alphabet alphabet, int length, int version, String secretId, long issued) {

    private static final int KEY_BYTES = 32;

    /** The mint of this policy. Two policies never share key and tweak. */
    SerialMint mint(Secret secret) {
        String name = "touchstone serials/%s/%s/%d/%d".formatted(gtin, alphabet, length, version);
        return SerialMint.of(
                secret.key(name, KEY_BYTES), gtin.getBytes(StandardCharsets.US_ASCII), alphabet.format(length));
    }

    long capacity() {
        return alphabet.format(length).capacity();
    }
}
