package dev.touchstone.identity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the text of a key together from numbers of fixed width. */
final class DigitBuffer {

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private byte[] bytes;
    private int length;

    DigitBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Ten to the power of up to 18. */
    static long pow10(int exponent) {
        return POWERS[exponent];
    }

    /** The number that digits make; up to 19 of them, the result of which may be seen as unsigned. */
    static long number(String digits, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }

    /** Appends a number with leading zeros up to a width. */
    void append(long number, int digits) {
        int end = length + digits;
        if (digits <= 9) {
            write((int) number, length, end);
        } else {
            long high = number / 1_000_000_000;
            write((int) (number - high * 1_000_000_000), end - 9, end);
            write((int) (high % 1_000_000_000), Math.max(length, end - 18), end - 9);
            write((int) (high / 1_000_000_000), length, Math.max(length, end - 18));
        }
        length = end;
    }

    /** Numbers of 32 bits divide much faster than those of 64. */
    private void write(int number, int from, int to) {
        int rest = number;
        for (int i = to - 1; i >= from; i--) {
            int tenth = rest / 10;
            bytes[i] = (byte) ('0' + rest - tenth * 10);
            rest = tenth;
        }
    }

    /** Appends a number without leading zeros. */
    void append(long number) {
        append(number, digits(number));
    }

    /** A number without leading zeros. */
    static String text(long number) {
        DigitBuffer buffer = new DigitBuffer(digits(number));
        buffer.append(number, buffer.bytes.length);
        return buffer.toString();
    }

    private static int digits(long number) {
        int digits = 1;
        while (digits < POWERS.length && number >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }

    /** Appends characters of ASCII. */
    void append(String text) {
        if (length + text.length() > bytes.length) {
            bytes = Arrays.copyOf(bytes, length + text.length());
        }
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** Appends the GS1 check digit of the digits from a place on. */
    void appendCheckDigit(int from) {
        int sum = 0;
        for (int i = length - 1; i >= from; i -= 2) {
            sum += bytes[i] - '0';
        }
        sum *= 3;
        for (int i = length - 2; i >= from; i -= 2) {
            sum += bytes[i] - '0';
        }
        bytes[length++] = (byte) ('0' + (10 - sum % 10) % 10);
    }

    int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
}
