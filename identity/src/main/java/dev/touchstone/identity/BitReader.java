package dev.touchstone.identity;

/** Reads fields one after another. Ends in a {@link ProblemException} when bits are missing. */
final class BitReader {

    private final Bits bits;
    private int at;

    BitReader(Bits bits, int at) {
        this.bits = bits;
        this.at = at;
    }

    long read(int count) {
        if (at + count > bits.length()) {
            throw problem(
                    "length", "The bits end inside a value.", "%d bits more".formatted(at + count - bits.length()));
        }
        long value = bits.get(at, count);
        at += count;
        return value;
    }

    int remaining() {
        return bits.length() - at;
    }

    int at() {
        return at;
    }

    boolean onlyZerosLeft() {
        return bits.zeroFrom(at);
    }

    /** Positions count in hexadecimal digits, as people see the bits. */
    ProblemException problem(String code, String detail, String expected) {
        return ProblemException.of(code, at / 4, detail, expected);
    }
}
