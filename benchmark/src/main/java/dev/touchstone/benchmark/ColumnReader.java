package dev.touchstone.benchmark;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;

/**
 * Turns the texts of one column into values, row by row. A row is first tried and then either kept or not, so that a row refused for
 * one column leaves nothing in the others.
 */
abstract sealed class ColumnReader {
    private static final Set<String> NO_NUMBER =
            Set.of("", "NA", "N/A", "#N/A", "na", "n/a", "null", "NULL", "NaN", "nan", "-", ".");
    private static final int FIRST_SIZE = 1024;

    final String name;
    final boolean required;
    long missing;
    int rows;

    private ColumnReader(String name, boolean required) {
        this.name = name;
        this.required = required;
    }

    static boolean missing(Reading.Type type, String text) {
        return type == Reading.Type.LABEL ? text.isEmpty() : NO_NUMBER.contains(text);
    }

    /** Reads the value of a row; null when it can be used, otherwise why not. */
    abstract String read(char[] text, int from, int to);

    /** An empty one that reads the same way. */
    abstract ColumnReader another();

    /** Makes room for as many rows. */
    abstract void reserve(int size);

    /** Adds the values of the rows that follow, for which there is room. */
    abstract void append(ColumnReader next);

    /** Keeps the value that was read last. */
    abstract void keep();

    abstract Column column();

    abstract String type();

    abstract String form();

    /** Missing where a row may do without; refused where not. */
    String missing(String what) {
        return required ? "is empty, where " + what + " is needed" : null;
    }

    static ColumnReader numbers(String name, boolean required, NumberForm form) {
        return new Numbers(name, required, form);
    }

    static ColumnReader times(String name, boolean required, TimeForm form, ZoneId zone) {
        return new Times(name, required, form, zone);
    }

    static ColumnReader labels(String name, boolean required) {
        return new Labels(name, required);
    }

    /** Whether a short text stands for nothing. */
    private static boolean nothing(char[] text, int from, int to) {
        return to - from <= 4 && NO_NUMBER.contains(new String(text, from, to - from));
    }

    private static final class Numbers extends ColumnReader {
        private final NumberForm form;
        private double[] values = new double[FIRST_SIZE];
        private double last;

        Numbers(String name, boolean required, NumberForm form) {
            super(name, required);
            this.form = form;
        }

        @Override
        String read(char[] text, int from, int to) {
            last = form.parse(text, from, to);
            if (!Double.isNaN(last)) {
                return null;
            }
            return nothing(text, from, to) ? missing("a number") : "is not a number (" + form.words() + ")";
        }

        @Override
        void keep() {
            if (rows == values.length) {
                values = Arrays.copyOf(values, rows + (rows >> 1));
            }
            missing += Double.isNaN(last) ? 1 : 0;
            values[rows++] = last;
        }

        @Override
        ColumnReader another() {
            return new Numbers(name, required, form);
        }

        @Override
        void reserve(int size) {
            values = Arrays.copyOf(values, Math.max(values.length, size));
        }

        @Override
        void append(ColumnReader next) {
            System.arraycopy(((Numbers) next).values, 0, values, rows, next.rows);
            rows += next.rows;
            missing += next.missing;
        }

        @Override
        Column column() {
            return new Column.Numbers(name, values.length == rows ? values : Arrays.copyOf(values, rows));
        }

        @Override
        String type() {
            return "number";
        }

        @Override
        String form() {
            return form.words();
        }
    }

    private static final class Times extends ColumnReader {
        private final TimeForm form;
        private final ZoneId zone;
        private long[] values = new long[FIRST_SIZE];
        private long last;

        Times(String name, boolean required, TimeForm form, ZoneId zone) {
            super(name, required);
            this.form = form;
            this.zone = zone;
        }

        @Override
        String read(char[] text, int from, int to) {
            last = form.parse(text, from, to, zone);
            if (last != Column.Times.MISSING) {
                return null;
            }
            return nothing(text, from, to) ? missing("a date") : "is not a date (" + form.words() + ")";
        }

        @Override
        void keep() {
            if (rows == values.length) {
                values = Arrays.copyOf(values, rows + (rows >> 1));
            }
            missing += last == Column.Times.MISSING ? 1 : 0;
            values[rows++] = last;
        }

        @Override
        ColumnReader another() {
            return new Times(name, required, form, zone);
        }

        @Override
        void reserve(int size) {
            values = Arrays.copyOf(values, Math.max(values.length, size));
        }

        @Override
        void append(ColumnReader next) {
            System.arraycopy(((Times) next).values, 0, values, rows, next.rows);
            rows += next.rows;
            missing += next.missing;
        }

        @Override
        Column column() {
            return new Column.Times(name, values.length == rows ? values : Arrays.copyOf(values, rows));
        }

        @Override
        String type() {
            return "time";
        }

        @Override
        String form() {
            return form.words() + ", " + zone + " where no zone is named";
        }
    }

    private static final class Labels extends ColumnReader {
        private final Dictionary dictionary = new Dictionary();
        private int[] codes = new int[FIRST_SIZE];
        private char[] text;
        private int from;
        private int to;

        Labels(String name, boolean required) {
            super(name, required);
        }

        @Override
        String read(char[] buffer, int start, int end) {
            text = buffer;
            from = start;
            to = end;
            return start == end ? missing("a text") : null;
        }

        @Override
        void keep() {
            if (rows == codes.length) {
                codes = Arrays.copyOf(codes, rows + (rows >> 1));
            }
            missing += from == to ? 1 : 0;
            codes[rows++] = from == to ? Column.Labels.MISSING : dictionary.code(text, from, to);
        }

        @Override
        ColumnReader another() {
            return new Labels(name, required);
        }

        @Override
        void reserve(int size) {
            codes = Arrays.copyOf(codes, Math.max(codes.length, size));
        }

        @Override
        void append(ColumnReader next) {
            Labels that = (Labels) next;
            int[] codeOf =
                    that.dictionary.texts().stream().mapToInt(dictionary::code).toArray();
            for (int i = 0; i < that.rows; i++) {
                int code = that.codes[i];
                codes[rows + i] = code == Column.Labels.MISSING ? code : codeOf[code];
            }
            rows += that.rows;
            missing += that.missing;
        }

        @Override
        Column column() {
            return new Column.Labels(
                    name, codes.length == rows ? codes : Arrays.copyOf(codes, rows), dictionary.texts());
        }

        @Override
        String type() {
            return "text";
        }

        @Override
        String form() {
            return dictionary.texts().size() + " different";
        }
    }
}
