package dev.touchstone.identity;

import java.util.Arrays;

/** The encodings of characters in EPC binary strings, in the order of their indicators (TDS 14.5.6, table E). */
enum CharacterEncoding {
    /** Digits as one integer. */
    INTEGER("0123456789") {
        @Override
        int bits(int length) {
            return FieldCode.integerBits(length);
        }

        @Override
        void write(BitWriter out, String value) {
            FieldCode.writeInteger(out, value);
        }

        @Override
        String read(BitReader in, int length) {
            return FieldCode.readInteger(in, length);
        }
    },
    UPPER_HEX("0123456789ABCDEF"),
    LOWER_HEX("0123456789abcdef"),
    BASE64("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
    /** Seven bits of ASCII. */
    ASCII("") {
        @Override
        int bits(int length) {
            return length * 7;
        }

        @Override
        boolean holds(String value) {
            for (int i = 0; i < value.length(); i++) {
                if (!allowed(value.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        void write(BitWriter out, String value) {
            for (int i = 0; i < value.length(); i++) {
                out.write(value.charAt(i), 7);
            }
        }

        @Override
        String read(BitReader in, int length) {
            char[] out = new char[length];
            for (int i = 0; i < length; i++) {
                out[i] = (char) in.read(7);
                if (!allowed(out[i])) {
                    throw in.problem(
                            "character",
                            "A value may not hold %s.".formatted(Text.shown(out[i])),
                            Cset.SET82.description());
                }
            }
            return new String(out);
        }

        private boolean allowed(char c) {
            return Cset.SET82.contains(c) || Cset.SET39.contains(c);
        }
    },
    /** Three characters in 16 bits; unused places at the end are 0. */
    URN_CODE_40("\0ABCDEFGHIJKLMNOPQRSTUVWXYZ-.:0123456789") {
        @Override
        int bits(int length) {
            return (length + 2) / 3 * 16;
        }

        @Override
        boolean holds(String value) {
            return value.indexOf('\0') < 0 && super.holds(value);
        }

        @Override
        void write(BitWriter out, String value) {
            for (int i = 0; i < value.length(); i += 3) {
                int group = 0;
                for (int j = i; j < i + 3; j++) {
                    group = group * 40 + (j < value.length() ? index(value.charAt(j)) : 0);
                }
                out.write(group + 1, 16);
            }
        }

        @Override
        String read(BitReader in, int length) {
            StringBuilder out = new StringBuilder(length + 2);
            while (out.length() < length) {
                int group = (int) in.read(16) - 1;
                if (group < 0 || group >= 64_000) {
                    throw in.problem("encoding", "Three characters have no valid code.", "1 to 64000");
                }
                out.append(character(group / 1600))
                        .append(character(group / 40 % 40))
                        .append(character(group % 40));
            }
            for (int i = 0; i < out.length(); i++) {
                if (out.charAt(i) == 0 != i >= length) {
                    throw in.problem("encoding", "A value is shorter or longer than told.", length + " characters");
                }
            }
            return out.substring(0, length);
        }
    };

    private final String alphabet;
    private final byte[] indexes = new byte[128];
    private final int width;

    CharacterEncoding(String alphabet) {
        this.alphabet = alphabet;
        this.width = alphabet.isEmpty() ? 7 : 32 - Integer.numberOfLeadingZeros(alphabet.length() - 1);
        Arrays.fill(indexes, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            indexes[alphabet.charAt(i)] = (byte) i;
        }
    }

    /** The encoding that needs the fewest bits for the value; of several the first. */
    static CharacterEncoding shortest(String value) {
        CharacterEncoding best = null;
        for (CharacterEncoding encoding : values()) {
            if (encoding.holds(value) && (best == null || encoding.bits(value.length()) < best.bits(value.length()))) {
                best = encoding;
            }
        }
        return best;
    }

    int bits(int length) {
        return length * width;
    }

    boolean holds(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (index(value.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    void write(BitWriter out, String value) {
        for (int i = 0; i < value.length(); i++) {
            out.write(index(value.charAt(i)), width);
        }
    }

    String read(BitReader in, int length) {
        char[] out = new char[length];
        for (int i = 0; i < length; i++) {
            out[i] = alphabet.charAt((int) in.read(width));
        }
        return new String(out);
    }

    /** Place of a character in the alphabet, or -1. */
    int index(char c) {
        return c < 128 ? indexes[c] : -1;
    }

    char character(int index) {
        return alphabet.charAt(index);
    }
}
