package dev.touchstone.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns the count 0, 1, 2 ... into serials that cannot be guessed, and back. The mapping is a keyed permutation (FF1), so
 * that no serial occurs twice and no list of used ones is needed; who holds the key recovers the count from a serial.
 * One mint is for one product and one version of its policy: both belong into the tweak. Thread-safe.
 */
public final class SerialMint {

    /** Serials that go through the block cipher together. */
    private static final int BATCH = 64;

    private final SerialFormat format;
    private final long capacity;
    private final ThreadLocal<Ff1> cipher;
    private final int[] values = new int[128];

    private SerialMint(byte[] key, byte[] tweak, SerialFormat format) {
        this.format = format;
        this.capacity = format.capacity();
        byte[] ownKey = key.clone();
        byte[] ownTweak = tweak.clone();
        int radix = format.length() == 0 ? 2 : format.alphabet().length();
        int length = format.length() == 0 ? 64 - Long.numberOfLeadingZeros(format.limit() - 1) : format.length();
        this.cipher = ThreadLocal.withInitial(() -> new Ff1(ownKey, ownTweak, radix, length));
        cipher.get();
        Arrays.fill(values, -1);
        for (int i = 0; i < format.alphabet().length(); i++) {
            values[format.alphabet().charAt(i)] = i;
        }
    }

    /**
     * @param key an AES key of 16, 24 or 32 bytes
     * @param tweak bytes that differ between products and between versions of a policy; need not be secret
     */
    public static SerialMint of(byte[] key, byte[] tweak, SerialFormat format) {
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw ProblemException.of("key", -1, "The key has %d bytes.".formatted(key.length), "16, 24 or 32 bytes");
        }
        return new SerialMint(key, tweak, format);
    }

    public SerialFormat format() {
        return format;
    }

    /**
     * The serial of a count.
     *
     * @throws ProblemException when the count is negative or at the capacity of the format: serials could be guessed
     */
    public String serial(long index) {
        requireHeadroom(index);
        Ff1 ff1 = cipher.get();
        ff1.encrypt(index / ff1.rightSize(), index % ff1.rightSize());
        return walked(ff1, ff1.left(), ff1.right());
    }

    private void requireHeadroom(long index) {
        if (index < 0 || index >= capacity) {
            throw ProblemException.of(
                    "headroom",
                    -1,
                    "Serial number %d of this format could be guessed.".formatted(index),
                    "at most %d serials from a space of %.3g".formatted(capacity, format.space()));
        }
    }

    /** The text of an encrypted count; numbers beyond the limit are encrypted again until they are below (cycle walking). */
    private String walked(Ff1 ff1, long left, long right) {
        if (format.length() > 0) {
            return text(left, right);
        }
        long number = left * ff1.rightSize() + right;
        while (number >= format.limit()) {
            ff1.encrypt(number / ff1.rightSize(), number % ff1.rightSize());
            number = ff1.left() * ff1.rightSize() + ff1.right();
        }
        return Long.toString(number);
    }

    /**
     * The serials of counts from {@code first} on, in their order; for large numbers several times as fast as one by one.
     *
     * @throws ProblemException when the last of them is beyond the capacity of the format
     */
    public List<String> serials(long first, int count) {
        if (count < 0) {
            throw ProblemException.of("headroom", -1, "The number of serials is negative.", "0 or more");
        }
        if (count > 0) {
            requireHeadroom(first);
            requireHeadroom(first + count - 1);
        }
        Ff1 ff1 = cipher.get();
        List<String> out = new ArrayList<>(count);
        long[] lefts = new long[BATCH];
        long[] rights = new long[BATCH];
        for (int done = 0; done < count; done += BATCH) {
            int size = Math.min(BATCH, count - done);
            for (int i = 0; i < size; i++) {
                lefts[i] = (first + done + i) / ff1.rightSize();
                rights[i] = (first + done + i) % ff1.rightSize();
            }
            ff1.encryptAll(lefts, rights, size);
            for (int i = 0; i < size; i++) {
                out.add(walked(ff1, lefts[i], rights[i]));
            }
        }
        return out;
    }

    /** The count that the serial stands for; empty when this mint never gives out such a serial. */
    public OptionalLong index(String serial) {
        Ff1 ff1 = cipher.get();
        long left;
        long right;
        if (format.length() == 0) {
            long number = number(serial);
            if (number < 0) {
                return OptionalLong.empty();
            }
            left = number / ff1.rightSize();
            right = number % ff1.rightSize();
        } else {
            int half = format.length() / 2;
            left = serial.length() == format.length() ? value(serial, 0, half) : -1;
            right = left < 0 ? -1 : value(serial, half, format.length());
            if (right < 0) {
                return OptionalLong.empty();
            }
        }
        do {
            ff1.decrypt(left, right);
            left = ff1.left();
            right = ff1.right();
        } while (format.length() == 0 && left * ff1.rightSize() + right >= format.limit());
        boolean counted = left <= (capacity - 1) / ff1.rightSize();
        long index = counted ? left * ff1.rightSize() + right : -1;
        return counted && index < capacity ? OptionalLong.of(index) : OptionalLong.empty();
    }

    private String text(long left, long right) {
        String alphabet = format.alphabet();
        int radix = alphabet.length();
        int half = format.length() / 2;
        char[] out = new char[format.length()];
        long rest = right;
        for (int i = out.length - 1; i >= 0; i--) {
            if (i == half - 1) {
                rest = left;
            }
            out[i] = alphabet.charAt((int) (rest % radix));
            rest /= radix;
        }
        return new String(out);
    }

    private long value(String serial, int from, int to) {
        int radix = format.alphabet().length();
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = serial.charAt(i);
            if (c >= 128 || values[c] < 0) {
                return -1;
            }
            value = value * radix + values[c];
        }
        return value;
    }

    private long number(String serial) {
        boolean digits =
                !serial.isEmpty() && serial.length() <= 19 && (serial.length() == 1 || serial.charAt(0) != '0');
        if (!digits || Cset.NUMERIC.firstOutside(serial, 0, serial.length()) >= 0) {
            return -1;
        }
        long number = serial.length() == 19 ? -1 : Long.parseLong(serial);
        return number < format.limit() ? number : -1;
    }
}
