package dev.touchstone.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A string of bits. Immutable as long as nobody writes into the words that it was made of. */
final class Bits {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < 16; i++) {
            DIGITS[HEX[i]] = (byte) i;
            DIGITS[Character.toLowerCase((char) HEX[i])] = (byte) i;
        }
    }

    private final long[] words;
    private final int length;

    Bits(long[] words, int length) {
        this.words = words;
        this.length = length;
    }

    /** The bits of hexadecimal digits between two places of a text. */
    static Bits ofHex(String text, int from, int to) {
        long[] words = new long[(to - from + 31) / 16];
        long word = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = c < 128 ? DIGITS[c] : -1;
            if (digit < 0) {
                throw ProblemException.of(
                        "character", i, "%s is no hexadecimal digit.".formatted(Text.shown(c)), "digits and A to F");
            }
            word = word << 4 | digit;
            if ((i - from & 15) == 15) {
                words[i - from >> 4] = word;
            }
        }
        int rest = to - from & 15;
        if (rest > 0) {
            words[to - from >> 4] = word << 64 - rest * 4;
        }
        return new Bits(words, (to - from) * 4);
    }

    int length() {
        return length;
    }

    /** A field of up to 64 bits; the caller keeps within the length. */
    long get(int at, int bits) {
        if (bits == 0) {
            return 0;
        }
        int word = at >> 6;
        int start = at & 63;
        long value = words[word] << start;
        if (start + bits > 64) {
            value |= words[word + 1] >>> 64 - start;
        }
        return value >>> 64 - bits;
    }

    /** Hexadecimal digits, with zeros at the end up to a multiple of {@code step} bits. */
    String hex(int step) {
        int digits = (length + step - 1) / step * step / 4;
        byte[] out = new byte[digits];
        for (int from = 0; from < digits; from += 16) {
            long word = from >> 4 < words.length ? words[from >> 4] : 0;
            for (int i = from, end = Math.min(digits, from + 16); i < end; i++) {
                out[i] = HEX[(int) (word >>> 60)];
                word <<= 4;
            }
        }
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    /** Whether nothing but zeros stands from a place on. */
    boolean zeroFrom(int at) {
        for (int i = at; i < length; i += 64) {
            if (get(i, Math.min(64, length - i)) != 0) {
                return false;
            }
        }
        return true;
    }

    Bits first(int count) {
        long[] copy = Arrays.copyOf(words, (count + 63) / 64 + 1);
        if ((count & 63) != 0) {
            copy[count >> 6] &= -1L << 64 - (count & 63);
        } else {
            copy[count >> 6] = 0;
        }
        return new Bits(copy, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bits bits
                && bits.length == length
                && bits.hex(4).equals(hex(4));
    }

    @Override
    public int hashCode() {
        return hex(4).hashCode();
    }
}
