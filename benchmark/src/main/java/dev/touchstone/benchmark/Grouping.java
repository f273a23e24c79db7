package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows put together by the texts of one or more columns.
 *
 * @param codes group of each row
 * @param names of the groups, several texts joined by " / "
 */
record Grouping(int[] codes, List<String> names) {

    static Grouping of(Samples samples, List<String> columns) {
        if (columns.isEmpty()) {
            return new Grouping(new int[samples.rows()], List.of("all"));
        }
        Grouping grouping = of(samples, columns.getFirst());
        for (String column : columns.subList(1, columns.size())) {
            grouping = grouping.and(of(samples, column));
        }
        return grouping;
    }

    private static Grouping of(Samples samples, String column) {
        return samples.column(column) instanceof Column.Numbers numbers
                ? of(texts(numbers))
                : of(samples.labels(column));
    }

    /** Numbers that tell a kind, such as a month in service. */
    private static Column.Labels texts(Column.Numbers numbers) {
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[numbers.rows()];
        for (int i = 0; i < codes.length; i++) {
            double value = numbers.values()[i];
            codes[i] = Double.isNaN(value) ? Column.Labels.MISSING : dictionary.code(Words.number(value));
        }
        return new Column.Labels(numbers.name(), codes, dictionary.texts());
    }

    /** Numbers by size, and before texts. */
    static int compareNames(String a, String b) {
        double x = NumberForm.PLAIN.parse(a);
        double y = NumberForm.PLAIN.parse(b);
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.isNaN(x) && Double.isNaN(y)
                    ? a.compareTo(b)
                    : Boolean.compare(Double.isNaN(x), Double.isNaN(y));
        }
        return x == y ? a.compareTo(b) : Double.compare(x, y);
    }

    private static Grouping of(Column.Labels labels) {
        boolean missing = false;
        for (int code : labels.codes()) {
            missing |= code == Column.Labels.MISSING;
        }
        if (!missing) {
            return new Grouping(labels.codes(), labels.dictionary());
        }
        List<String> names = new ArrayList<>(labels.dictionary());
        names.add("(missing)");
        int[] codes = labels.codes().clone();
        for (int i = 0; i < codes.length; i++) {
            codes[i] = codes[i] == Column.Labels.MISSING ? names.size() - 1 : codes[i];
        }
        return new Grouping(codes, names);
    }

    private Grouping and(Grouping other) {
        Map<Long, Integer> pairs = new HashMap<>();
        List<String> joined = new ArrayList<>();
        int[] both = new int[codes.length];
        for (int i = 0; i < both.length; i++) {
            long key = (long) codes[i] << 32 | other.codes[i];
            Integer code = pairs.get(key);
            if (code == null) {
                code = joined.size();
                pairs.put(key, code);
                joined.add(names.get(codes[i]) + " / " + other.names.get(other.codes[i]));
            }
            both[i] = code;
        }
        return new Grouping(both, joined);
    }

    int size() {
        return names.size();
    }

    /**
     * The values of each group, rows in their order.
     *
     * @param keep rows that count; null for all
     */
    double[][] split(double[] values, boolean[] keep) {
        int[] counts = new int[names.size()];
        for (int i = 0; i < codes.length; i++) {
            counts[codes[i]] += keep == null || keep[i] ? 1 : 0;
        }
        double[][] groups = new double[counts.length][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = new double[counts[g]];
        }
        int[] at = new int[counts.length];
        for (int i = 0; i < codes.length; i++) {
            if (keep == null || keep[i]) {
                int g = codes[i];
                groups[g][at[g]++] = values[i];
            }
        }
        return groups;
    }
}
