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
        Grouping grouping = of(samples.labels(columns.getFirst()));
        for (String column : columns.subList(1, columns.size())) {
            grouping = grouping.and(of(samples.labels(column)));
        }
        return grouping;
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
