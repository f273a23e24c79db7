package dev.touchstone.identity;

import java.math.BigInteger;

/**
 * The set of serial numbers from which a mint draws.
 *
 * @param alphabet the characters, each once; their order gives them their value
 * @param length characters of a serial; 0 when serials are numbers without leading zero
 * @param limit with length 0 the numbers run from 0 up to here, exclusive; else 0
 */
public record SerialFormat(String alphabet, int length, long limit) {

    public static final String NUMERIC = "0123456789";
    /** 32 symbols that nobody mistakes for one another: no I, L, O, U. */
    public static final String NO_LOOKALIKE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    /** All characters that AI (21) allows. */
    public static final String GS1_82 =
            "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final BigInteger ONE_IN = BigInteger.valueOf(10_000);

    public SerialFormat {
        boolean number = length == 0;
        if (number && (limit < 1_000_000 || limit > 1L << 60 || !alphabet.equals(NUMERIC))) {
            throw refused("A range of numbers has from 1,000,000 to 2^60 values.");
        }
        if (!number && (limit != 0 || length < 2 || length > 20)) {
            throw refused("A serial has 2 to 20 characters.");
        }
        checkAlphabet(alphabet);
        if (!number && Math.pow(alphabet.length(), length) < 1e6) {
            throw refused("There are fewer than 1,000,000 serials of that length.");
        }
        if (!number && Math.pow(alphabet.length(), (length + 1) / 2) > 0x1p62) {
            throw refused("Serials of that length from that alphabet are more than this mint can count.");
        }
    }

    static void checkAlphabet(String alphabet) {
        if (alphabet.length() < 2) {
            throw refused("An alphabet has at least two characters.");
        }
        for (int i = 0; i < alphabet.length(); i++) {
            if (!Cset.SET82.contains(alphabet.charAt(i)) || alphabet.indexOf(alphabet.charAt(i), i + 1) >= 0) {
                throw refused(
                        "The alphabet holds %s twice, or against AI (21).".formatted(Text.shown(alphabet.charAt(i))));
            }
        }
    }

    /** Serials of one length from an alphabet such as {@link #NO_LOOKALIKE}. */
    public static SerialFormat of(String alphabet, int length) {
        return new SerialFormat(alphabet, length, 0);
    }

    /** Numbers without leading zero from 0 up to {@code limit}, exclusive. */
    public static SerialFormat numbers(long limit) {
        return new SerialFormat(NUMERIC, 0, limit);
    }

    /** The serials that an SGTIN-96 tag can hold: numbers below 2^38. */
    public static SerialFormat sgtin96() {
        return numbers(1L << 38);
    }

    /** How many different serials there are. */
    public double space() {
        return length == 0 ? limit : Math.pow(alphabet.length(), length);
    }

    /**
     * How many serials may be given out so that a guess hits one with less than 1 in 10,000 (Delegated Regulation (EU)
     * 2016/161, Article 4), at most the largest {@code long}.
     */
    public long capacity() {
        BigInteger space = length == 0
                ? BigInteger.valueOf(limit)
                : BigInteger.valueOf(alphabet.length()).pow(length);
        return space.subtract(BigInteger.ONE)
                .divide(ONE_IN)
                .min(BigInteger.valueOf(Long.MAX_VALUE))
                .longValue();
    }

    /** The probability that an invented serial of this format is one of {@code issued} that were given out. */
    public double guessProbability(long issued) {
        return issued / space();
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(
                "serial-format", -1, detail, "an alphabet, and a length with at least 1,000,000 serials");
    }
}
