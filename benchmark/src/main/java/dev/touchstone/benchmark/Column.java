package dev.touchstone.benchmark;

import java.util.List;

/** A column of a frame. The arrays are not copied and must not be changed. */
public sealed interface Column {
    String name();

    int rows();

    /** Numbers; a missing one is NaN, in here and nowhere else. */
    record Numbers(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /** Points in time, in milliseconds since 1970 UTC. */
    record Times(String name, long[] epochMillis) implements Column {
        public static final long MISSING = Long.MIN_VALUE;

        @Override
        public int rows() {
            return epochMillis.length;
        }
    }

    /** Texts of which many are equal: each row has the index of its text in the dictionary. */
    record Labels(String name, int[] codes, List<String> dictionary) implements Column {
        public static final int MISSING = -1;

        public Labels {
            dictionary = List.copyOf(dictionary);
        }

        @Override
        public int rows() {
            return codes.length;
        }

        /** Text of a row; "(missing)" where it has none. */
        public String text(int row) {
            return codes[row] == MISSING ? "(missing)" : dictionary.get(codes[row]);
        }
    }
}
