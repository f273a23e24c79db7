package dev.touchstone.identity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Format-preserving encryption FF1 (NIST SP 800-38G) of numeral strings that are held as two numbers, the value of
 * their left and of their right half. Each half stays below 2^62, so all arithmetic is on longs. Not thread-safe.
 */
final class Ff1 {

    private static final int ROUNDS = 10;
    private static final long MAX_HALF = 1L << 62;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Cipher aes;
    private final long leftSize;
    private final long rightSize;
    private final int halfBytes;
    private final int streamBytes;
    /** State of the CBC-MAC over all blocks before the last: they depend on key, tweak and domain only. */
    private final byte[] chained;
    /** The last block but for round number and half: the rest of tweak and padding. */
    private final byte[] lastBlock;

    private final byte[] block = new byte[16];
    private final byte[] stream = new byte[16];
    private long left;
    private long right;

    /**
     * @param key 16, 24 or 32 bytes
     * @param tweak any bytes, public, different for each product
     * @param radix size of the alphabet, at least 2
     * @param length numerals, at least 2; radix to the length must be at least 1,000,000
     */
    Ff1(byte[] key, byte[] tweak, int radix, int length) {
        int leftLength = length / 2;
        int rightLength = length - leftLength;
        leftSize = power(radix, leftLength);
        rightSize = power(radix, rightLength);
        if (length < 2 || (double) leftSize * rightSize < 1e6) {
            throw new IllegalArgumentException("FF1 needs at least 1,000,000 values");
        }
        halfBytes = (64 - Long.numberOfLeadingZeros(rightSize - 1) + 7) / 8;
        streamBytes = 4 * ((halfBytes + 3) / 4) + 4;
        try {
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an AES key", e);
        }
        byte[] constant = constantBlocks(tweak, radix, length, leftLength);
        chained = new byte[16];
        for (int at = 0; at < constant.length - 16; at += 16) {
            for (int i = 0; i < 16; i++) {
                chained[i] ^= constant[at + i];
            }
            encrypt(chained, stream);
            System.arraycopy(stream, 0, chained, 0, 16);
        }
        lastBlock = Arrays.copyOfRange(constant, constant.length - 16, constant.length);
    }

    private byte[] constantBlocks(byte[] tweak, int radix, int length, int leftLength) {
        int variable = tweak.length + 1 + halfBytes;
        ByteBuffer out = ByteBuffer.allocate(16 + (variable + 15) / 16 * 16);
        out.put((byte) 1).put((byte) 2).put((byte) 1);
        out.put((byte) (radix >> 16)).put((byte) (radix >> 8)).put((byte) radix);
        out.put((byte) ROUNDS).put((byte) leftLength).putInt(length).putInt(tweak.length);
        out.put(tweak);
        return out.array();
    }

    /** Encrypts the string of the two halves; the result is in {@link #left()} and {@link #right()}. */
    void encrypt(long leftHalf, long rightHalf) {
        long a = leftHalf;
        long b = rightHalf;
        for (int round = 0; round < ROUNDS; round++) {
            long size = (round & 1) == 0 ? leftSize : rightSize;
            long c = a + image(round, b, size);
            a = b;
            b = c >= size ? c - size : c;
        }
        left = a;
        right = b;
    }

    /** Encrypts many strings in place, with one call of the block cipher a round: several times as fast. */
    void encryptAll(long[] lefts, long[] rights, int count) {
        byte[] blocks = new byte[16 * count];
        byte[] streams = new byte[16 * count];
        for (int round = 0; round < ROUNDS; round++) {
            boolean even = (round & 1) == 0;
            long size = even ? leftSize : rightSize;
            long[] from = even ? rights : lefts;
            long[] to = even ? lefts : rights;
            for (int i = 0; i < count; i++) {
                fill(blocks, 16 * i, round, from[i]);
            }
            encrypt(blocks, streams);
            for (int i = 0; i < count; i++) {
                long c = to[i] + remainder(streams, 16 * i, streamBytes, size);
                to[i] = c >= size ? c - size : c;
            }
        }
    }

    /** The inverse of {@link #encrypt(long, long)}. */
    void decrypt(long leftHalf, long rightHalf) {
        long a = leftHalf;
        long b = rightHalf;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            long size = (round & 1) == 0 ? leftSize : rightSize;
            long c = b - image(round, a, size);
            b = a;
            a = c < 0 ? c + size : c;
        }
        left = a;
        right = b;
    }

    /** The pseudo-random number of a round, modulo {@code size}. */
    private long image(int round, long half, long size) {
        fill(block, 0, round, half);
        encrypt(block, stream);
        return remainder(stream, 0, streamBytes, size);
    }

    /** Writes the last block of a round, chained to those before it. */
    private void fill(byte[] out, int at, int round, long half) {
        for (int i = 0; i < 16; i++) {
            out[at + i] = (byte) (lastBlock[i] ^ chained[i]);
        }
        long rest = half;
        for (int i = 15; i > 15 - halfBytes; i--) {
            out[at + i] ^= (byte) rest;
            rest >>>= 8;
        }
        out[at + 15 - halfBytes] ^= (byte) round;
    }

    /** Bytes as an unsigned number, modulo {@code size}, in the widest steps that do not overflow. */
    private static long remainder(byte[] bytes, int from, int count, long size) {
        int free = Long.numberOfLeadingZeros(size - 1) - 1;
        long value = 0;
        if (free >= 32) {
            for (int i = from; i < from + count; i += 4) {
                value = (value << 32 | (int) INTS.get(bytes, i) & 0xffffffffL) % size;
            }
        } else if (free >= 8) {
            for (int i = from; i < from + count; i++) {
                value = (value << 8 | bytes[i] & 255) % size;
            }
        } else {
            for (int i = 0; i < count * 8; i++) {
                value = (value << 1 | bytes[from + (i >> 3)] >> (7 - (i & 7)) & 1) % size;
            }
        }
        return value;
    }

    private void encrypt(byte[] in, byte[] out) {
        try {
            aes.update(in, 0, in.length, out, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long power(int radix, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            if (power > MAX_HALF / radix) {
                throw new IllegalArgumentException(
                        "half of %d numerals of radix %d passes 2^62".formatted(exponent, radix));
            }
            power *= radix;
        }
        return power;
    }

    long left() {
        return left;
    }

    long right() {
        return right;
    }

    long leftSize() {
        return leftSize;
    }

    long rightSize() {
        return rightSize;
    }
}
