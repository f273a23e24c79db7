package dev.touchstone.identity;

import java.math.BigInteger;

/** How one part of a value is written in EPC binary strings from TDS 2.0 on; section numbers are those of TDS 2.3. */
sealed interface FieldCode {

    /** Characters of the part when their number is fixed, else -1: the part then takes the rest of the value. */
    int fixedLength();

    void write(BitWriter out, String value);

    String read(BitReader in);

    /** Bits that a number of so many decimal digits needs (table B). */
    static int integerBits(int digits) {
        return digits == 0 ? 0 : (int) Math.ceil(digits * 3.3219280948873626);
    }

    static void writeInteger(BitWriter out, String digits) {
        int bits = integerBits(digits.length());
        if (digits.isEmpty()) {
            return;
        }
        if (digits.length() <= 18) {
            out.write(Long.parseLong(digits), bits);
            return;
        }
        BigInteger number = new BigInteger(digits);
        for (int rest = bits; rest > 0; ) {
            int step = rest % 32 == 0 ? 32 : rest % 32;
            out.write(number.shiftRight(rest - step).longValue() & 0xffffffffL, step);
            rest -= step;
        }
    }

    static String readInteger(BitReader in, int digits) {
        int bits = integerBits(digits);
        String text;
        if (digits <= 18) {
            text = digits == 0 ? "" : Long.toString(in.read(bits));
        } else {
            BigInteger number = BigInteger.ZERO;
            for (int rest = bits; rest > 0; ) {
                int step = rest % 32 == 0 ? 32 : rest % 32;
                number = number.shiftLeft(step).or(BigInteger.valueOf(in.read(step)));
                rest -= step;
            }
            text = number.toString();
        }
        if (text.length() > digits) {
            throw in.problem(
                    "range", "A number is larger than its %d digits allow.".formatted(digits), "a smaller number");
        }
        return "0".repeat(digits - text.length()) + text;
    }

    /** 14.5.4: so many digits of 4 bits each. */
    record Digits(int fixedLength) implements FieldCode {
        @Override
        public void write(BitWriter out, String value) {
            for (int i = 0; i < value.length(); i++) {
                out.write(value.charAt(i) - '0', 4);
            }
        }

        @Override
        public String read(BitReader in) {
            char[] digits = new char[fixedLength];
            for (int i = 0; i < fixedLength; i++) {
                long digit = in.read(4);
                if (digit > 9) {
                    throw in.problem("character", "%X is no decimal digit.".formatted(digit), "0 to 9");
                }
                digits[i] = (char) ('0' + digit);
            }
            return new String(digits);
        }
    }

    /** 14.5.2: so many digits as one integer. */
    record FixedInteger(int fixedLength) implements FieldCode {
        @Override
        public void write(BitWriter out, String value) {
            writeInteger(out, value);
        }

        @Override
        public String read(BitReader in) {
            return readInteger(in, fixedLength);
        }
    }

    /** 14.5.13: a length, then that many digits as one integer. */
    record VariableInteger(int max) implements FieldCode {
        @Override
        public int fixedLength() {
            return -1;
        }

        @Override
        public void write(BitWriter out, String value) {
            out.write(value.length(), 32 - Integer.numberOfLeadingZeros(max));
            writeInteger(out, value);
        }

        @Override
        public String read(BitReader in) {
            int length = (int) in.read(32 - Integer.numberOfLeadingZeros(max));
            if (length > max) {
                throw in.problem("length", "A value has %d digits.".formatted(length), "up to " + max);
            }
            return readInteger(in, length);
        }
    }

    /** 14.5.5: digits of 4 bits up to a terminator, or up to a delimiter that other characters follow. */
    record Terminated(int max) implements FieldCode {
        private static final int TERMINATOR = 15;
        private static final int DELIMITER = 14;

        @Override
        public int fixedLength() {
            return -1;
        }

        @Override
        public void write(BitWriter out, String value) {
            int other = Cset.NUMERIC.firstOutside(value, 0, value.length());
            int end = other < 0 ? value.length() : other;
            for (int i = 0; i < end; i++) {
                out.write(value.charAt(i) - '0', 4);
            }
            out.write(other < 0 ? TERMINATOR : DELIMITER, 4);
            if (other >= 0) {
                new CharacterCode(max).write(out, value.substring(other));
            }
        }

        @Override
        public String read(BitReader in) {
            StringBuilder out = new StringBuilder();
            while (out.length() <= max) {
                int digit = (int) in.read(4);
                if (digit == TERMINATOR) {
                    return out.toString();
                }
                if (digit == DELIMITER) {
                    return out.append(new CharacterCode(max).read(in)).toString();
                }
                if (digit > 9) {
                    throw in.problem("character", "%X is no decimal digit.".formatted(digit), "0 to 9, E or F");
                }
                out.append((char) ('0' + digit));
            }
            throw in.problem("length", "A number does not end.", "up to %d digits".formatted(max));
        }
    }

    /** 14.5.6: an encoding indicator, a length, and characters. */
    record CharacterCode(int max) implements FieldCode {
        @Override
        public int fixedLength() {
            return -1;
        }

        @Override
        public void write(BitWriter out, String value) {
            CharacterEncoding encoding = CharacterEncoding.shortest(value);
            out.write(encoding.ordinal(), 3);
            out.write(value.length(), 32 - Integer.numberOfLeadingZeros(max));
            encoding.write(out, value);
        }

        @Override
        public String read(BitReader in) {
            int indicator = (int) in.read(3);
            if (indicator >= CharacterEncoding.values().length) {
                throw in.problem("encoding", "Encoding %d is not assigned.".formatted(indicator), "0 to 5");
            }
            int length = (int) in.read(32 - Integer.numberOfLeadingZeros(max));
            if (length > max) {
                throw in.problem("length", "A value has %d characters.".formatted(length), "up to " + max);
            }
            return CharacterEncoding.values()[indicator].read(in, length);
        }
    }

    /** 14.5.7: 0 or 1. 14.5.14: a minus sign or nothing. */
    record Flag(String off, String on) implements FieldCode {
        @Override
        public int fixedLength() {
            return off.isEmpty() ? -1 : 1;
        }

        @Override
        public void write(BitWriter out, String value) {
            out.write(value.equals(on) ? 1 : 0, 1);
        }

        @Override
        public String read(BitReader in) {
            return in.read(1) == 1 ? on : off;
        }
    }

    /** 14.5.12: two capital letters of 6 bits each. */
    record Country() implements FieldCode {
        @Override
        public int fixedLength() {
            return 2;
        }

        @Override
        public void write(BitWriter out, String value) {
            CharacterEncoding.BASE64.write(out, value);
        }

        @Override
        public String read(BitReader in) {
            return CharacterEncoding.BASE64.read(in, 2);
        }
    }

    /** 14.5.15: a position and the length of its sequence, one digit each, with a slash between them. */
    record Sequence() implements FieldCode {
        @Override
        public int fixedLength() {
            return 3;
        }

        @Override
        public void write(BitWriter out, String value) {
            out.write(value.charAt(0) - '0', 4);
            out.write(value.charAt(2) - '0', 4);
        }

        @Override
        public String read(BitReader in) {
            return in.read(4) + "/" + in.read(4);
        }
    }

    /** 14.5.8 to 14.5.11: dates and times. */
    record Dates(DateCode code) implements FieldCode {
        @Override
        public int fixedLength() {
            return -1;
        }

        @Override
        public void write(BitWriter out, String value) {
            code.write(out, value);
        }

        @Override
        public String read(BitReader in) {
            return code.read(in);
        }
    }
}
