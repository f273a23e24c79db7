package dev.touchstone.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Characters at the end of a serial that only who has the key can make: an HMAC-SHA256 of product and serial, shortened. A
 * scanner without a connection refuses all but one in {@code radix^count} invented serials. The key is another than that
 * of the mint, so that who can check cannot mint. Thread-safe.
 */
public final class CheckCharacters {

    private final byte[] key;
    private final String alphabet;
    private final int count;
    private final long modulus;

    private CheckCharacters(byte[] key, String alphabet, int count) {
        this.key = key.clone();
        this.alphabet = alphabet;
        this.count = count;
        this.modulus = Math.round(Math.pow(alphabet.length(), count));
    }

    /**
     * @param key at least 16 bytes
     * @param alphabet of the characters, such as {@link SerialFormat#NO_LOOKALIKE}
     * @param count 1 to 6 characters
     */
    public static CheckCharacters of(byte[] key, String alphabet, int count) {
        if (key.length < 16) {
            throw ProblemException.of("key", -1, "The key has %d bytes.".formatted(key.length), "at least 16 bytes");
        }
        SerialFormat.checkAlphabet(alphabet);
        if (count < 1 || count > 6) {
            throw ProblemException.of(
                    "serial-format", -1, "%d check characters are not possible.".formatted(count), "1 to 6");
        }
        return new CheckCharacters(key, alphabet, count);
    }

    /**
     * The serial with its check characters.
     *
     * @throws ProblemException when the result is no serial number any more: longer than 20 characters
     */
    public String append(Gtin product, String serial) {
        String checked = serial + characters(product, serial);
        return new Sgtin(product, checked).serial();
    }

    /** Whether the serial ends in the check characters that belong to it. */
    public boolean isGenuine(Gtin product, String checked) {
        int end = checked.length() - count;
        return end > 0
                && characters(product, checked.substring(0, end))
                        .contentEquals(checked.subSequence(end, checked.length()));
    }

    /** How often an invented serial passes. */
    public double guessProbability() {
        return 1.0 / modulus;
    }

    private String characters(Gtin product, String serial) {
        byte[] digest;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(product.digits().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            digest = mac.doFinal(serial.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | digest[i] & 255;
        }
        long rest = Long.remainderUnsigned(number, modulus);
        char[] out = new char[count];
        for (int i = count - 1; i >= 0; i--) {
            out[i] = alphabet.charAt((int) (rest % alphabet.length()));
            rest /= alphabet.length();
        }
        return new String(out);
    }
}
