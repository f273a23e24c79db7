package dev.touchstone.identity;

import java.util.Arrays;

/** Writes fields of up to 64 bits one after another, the highest bit first. */
final class BitWriter {

    private long[] words = new long[4];
    private int length;

    /** Appends the lowest {@code bits} of {@code value}. */
    void write(long value, int bits) {
        if (bits == 0) {
            return;
        }
        int word = length >> 6;
        int free = 64 - (length & 63);
        if (word + 1 >= words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        long masked = bits == 64 ? value : value & (1L << bits) - 1;
        if (bits <= free) {
            words[word] |= masked << free - bits;
        } else {
            words[word] |= masked >>> bits - free;
            words[word + 1] |= masked << 64 - (bits - free);
        }
        length += bits;
    }

    Bits toBits() {
        return new Bits(words, length);
    }
}
