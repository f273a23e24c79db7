package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes rows of a table, or of a part of it, into columns, and keeps account of those that it refuses. */
final class Intake {
    private static final int TEXT_SHOWN = 80;

    final List<ColumnReader> readers;
    private final int[] fields;
    private final int width;
    private final List<LoadReport.Refusal> refusals = new ArrayList<>();
    private final Map<String, LoadReport.Reason> reasons = new LinkedHashMap<>();
    long rows;
    long refused;
    /** Of the text, rows or not; counted where parts are put together. */
    long lines;

    /**
     * @param fields where the column of each reader stands
     * @param width fields of a whole row
     */
    Intake(List<ColumnReader> readers, int[] fields, int width) {
        this.readers = readers;
        this.fields = fields;
        this.width = width;
    }

    /** An empty one for another part of the same table. */
    Intake another() {
        return new Intake(readers.stream().map(ColumnReader::another).toList(), fields, width);
    }

    void take(Line line) {
        rows++;
        if (line.fields != width) {
            refuse(line.number, "", "", "has " + line.fields + " fields, where the header has " + width);
            return;
        }
        for (int k = 0; k < fields.length; k++) {
            int from = line.from(fields[k]);
            int to = line.to(fields[k], from);
            String problem = readers.get(k).read(line.text, from, to);
            if (problem != null) {
                String text = new String(line.text, from, Math.min(to - from, TEXT_SHOWN));
                refuse(line.number, readers.get(k).name, text, problem);
                return;
            }
        }
        for (int k = 0; k < fields.length; k++) {
            readers.get(k).keep();
        }
    }

    void refuse(Table.Unreadable broken) {
        rows++;
        refuse(broken.line, "", "", broken.getMessage());
    }

    private void refuse(long line, String column, String text, String reason) {
        refused++;
        if (refusals.size() < LoadReport.KEPT) {
            refusals.add(new LoadReport.Refusal(line, column, text, reason));
        }
        count(new LoadReport.Reason(column, reason, 1));
    }

    private void count(LoadReport.Reason reason) {
        reasons.merge(
                reason.column() + "\n" + reason.reason(),
                reason,
                (a, b) -> new LoadReport.Reason(a.column(), a.reason(), a.rows() + b.rows()));
    }

    /** An intake of the parts one after the other. */
    Intake of(List<Intake> parts) {
        Intake whole = another();
        int size = parts.stream()
                .mapToInt(part -> (int) (part.rows - part.refused))
                .sum();
        whole.readers.forEach(reader -> reader.reserve(size));
        parts.forEach(whole::append);
        return whole;
    }

    private void append(Intake next) {
        for (int k = 0; k < readers.size(); k++) {
            readers.get(k).append(next.readers.get(k));
        }
        for (LoadReport.Refusal r : next.refusals) {
            if (refusals.size() < LoadReport.KEPT) {
                refusals.add(new LoadReport.Refusal(lines + r.line(), r.column(), r.text(), r.reason()));
            }
        }
        next.reasons.values().forEach(this::count);
        rows += next.rows;
        refused += next.refused;
        lines += next.lines;
    }

    /** In the order of their lines. */
    List<LoadReport.Refusal> refusals() {
        return refusals.stream()
                .sorted(Comparator.comparingLong(LoadReport.Refusal::line))
                .toList();
    }

    List<LoadReport.Reason> reasons() {
        return List.copyOf(reasons.values());
    }
}
