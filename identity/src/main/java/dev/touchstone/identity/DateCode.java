package dev.touchstone.identity;

/** Dates and times in EPC binary strings: 7 bits of year, 4 of month, 5 of day or hour, 6 of minute and second. */
enum DateCode {
    /** YYMMDD. */
    DATE {
        @Override
        void write(BitWriter out, String value) {
            writeFields(out, value);
        }

        @Override
        String read(BitReader in) {
            return readFields(in, 3);
        }
    },
    /** YYMMDDhhmm. */
    DATETIME {
        @Override
        void write(BitWriter out, String value) {
            writeFields(out, value);
        }

        @Override
        String read(BitReader in) {
            return readFields(in, 5);
        }
    },
    /** One date, or a first and a last. */
    DATES {
        @Override
        void write(BitWriter out, String value) {
            out.write(value.length() == 12 ? 1 : 0, 1);
            writeFields(out, value.substring(0, 6));
            if (value.length() == 12) {
                writeFields(out, value.substring(6));
            }
        }

        @Override
        String read(BitReader in) {
            boolean period = in.read(1) == 1;
            String first = readFields(in, 3);
            return period ? first + readFields(in, 3) : first;
        }
    },
    /** A date, and hour, minute and second as far as they are given; two bits tell how far. */
    TIME {
        @Override
        void write(BitWriter out, String value) {
            out.write(value.length() == 6 ? 3 : value.length() / 2 - 4, 2);
            writeFields(out, value);
        }

        @Override
        String read(BitReader in) {
            int precision = (int) in.read(2);
            return readFields(in, precision == 3 ? 3 : precision + 4);
        }
    };

    private static final int[] BITS = {7, 4, 5, 5, 6, 6};

    abstract void write(BitWriter out, String value);

    abstract String read(BitReader in);

    private static void writeFields(BitWriter out, String value) {
        for (int i = 0; i < value.length() / 2; i++) {
            out.write(Integer.parseInt(value, i * 2, i * 2 + 2, 10), BITS[i]);
        }
    }

    /** Whether the date and time exist is checked with the value of the AI. */
    private static String readFields(BitReader in, int count) {
        StringBuilder out = new StringBuilder(count * 2);
        for (int i = 0; i < count; i++) {
            long field = in.read(BITS[i]);
            if (field > 99) {
                throw in.problem("date", "Year %d does not exist.".formatted(field), "a year from 00 to 99");
            }
            out.append((char) ('0' + field / 10)).append((char) ('0' + field % 10));
        }
        return out.toString();
    }
}
