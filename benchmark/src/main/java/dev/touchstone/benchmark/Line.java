package dev.touchstone.benchmark;

import java.util.Arrays;

/** One row of a table as text: fields laid end to end in one array, which is used again for the next row. */
final class Line {
    long number;
    char[] text = new char[256];
    int fields;
    private int[] ends = new int[16];

    void begin(long lineNumber) {
        number = lineNumber;
        fields = 0;
    }

    void add(char[] buffer, int offset, int length) {
        int from = reserve(length);
        System.arraycopy(buffer, offset, text, from, length);
        end(from + length);
    }

    /** A field whose bytes are characters of ASCII. */
    void add(byte[] bytes, int offset, int length) {
        int from = reserve(length);
        for (int i = 0; i < length; i++) {
            text[from + i] = (char) bytes[offset + i];
        }
        end(from + length);
    }

    void add(String field) {
        int from = reserve(field.length());
        field.getChars(0, field.length(), text, from);
        end(from + field.length());
    }

    /** A field that nobody will ask for. */
    void skip() {
        end(reserve(0));
    }

    /** First character of a field, white space around it left out; so {@link #to}. */
    int from(int field) {
        int from = field == 0 ? 0 : ends[field - 1];
        int to = ends[field];
        while (from < to && text[from] <= ' ') {
            from++;
        }
        return from;
    }

    int to(int field) {
        return to(field, from(field));
    }

    int to(int field, int from) {
        int to = ends[field];
        while (to > from && text[to - 1] <= ' ') {
            to--;
        }
        return to;
    }

    String field(int field) {
        int from = from(field);
        return new String(text, from, to(field) - from);
    }

    Line copy() {
        Line copy = new Line();
        copy.number = number;
        copy.text = text.clone();
        copy.ends = ends.clone();
        copy.fields = fields;
        return copy;
    }

    private int reserve(int length) {
        int from = fields == 0 ? 0 : ends[fields - 1];
        if (from + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, from + length));
        }
        return from;
    }

    private void end(int at) {
        if (fields == ends.length) {
            ends = Arrays.copyOf(ends, 2 * fields);
        }
        ends[fields++] = at;
    }
}
