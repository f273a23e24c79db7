package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the report of a frontier. */
final class Frontiers {
    private Frontiers() {}

    static FrontierReport report(Samples samples, Optional<LoadReport> load, FrontierOptions options) {
        Production production = new Production(
                names(samples, options),
                options.inputs(),
                options.outputs(),
                rows(samples, options.inputs()),
                rows(samples, options.outputs()));
        Frontier frontier = Frontier.of(production, options.question());
        List<FrontierReport.Unit> units =
                frontier.rows().stream().map(r -> unit(r, options)).toList();
        List<String> notes = new ArrayList<>(load.map(LoadReport::notes).orElse(List.of()));
        notes.addAll(frontier.notes());
        return new FrontierReport(
                answer(units, options),
                load,
                options,
                units.size(),
                (int) units.stream().filter(FrontierReport.Unit::efficient).count(),
                units.stream()
                        .mapToDouble(FrontierReport.Unit::efficiency)
                        .average()
                        .orElseThrow(),
                gates(units.size(), options, load),
                units,
                List.copyOf(notes));
    }

    private static List<String> names(Samples samples, FrontierOptions options) {
        if (options.entity().isPresent()) {
            return texts(samples.labels(options.entity().get()));
        }
        for (String column : samples.columns()) {
            if (samples.column(column) instanceof Column.Labels labels
                    && labels.dictionary().size() == labels.rows()) {
                return texts(labels);
            }
        }
        return IntStream.rangeClosed(1, samples.rows())
                .mapToObj(i -> "row " + i)
                .toList();
    }

    private static List<String> texts(Column.Labels labels) {
        return IntStream.range(0, labels.rows()).mapToObj(labels::text).toList();
    }

    private static double[][] rows(Samples samples, List<String> columns) {
        double[][] rows = new double[samples.rows()][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            double[] values = samples.numbers(columns.get(c));
            for (int i = 0; i < rows.length; i++) {
                rows[i][c] = values[i];
            }
        }
        return rows;
    }

    private static FrontierReport.Unit unit(Frontier.Row row, FrontierOptions options) {
        boolean in = options.question().orientation() == Orientation.INPUT;
        OptionalDouble superScore = row.superScore();
        return new FrontierReport.Unit(
                row.name(),
                row.score(),
                row.efficiency(),
                row.efficient(),
                row.peers().stream()
                        .map(p -> new FrontierReport.Peer(p.name(), p.weight()))
                        .toList(),
                amounts(row, Frontier.Target::actual),
                amounts(row, Frontier.Target::target),
                amounts(row, Frontier.Target::slack),
                superScore,
                in || superScore.isEmpty() ? superScore : OptionalDouble.of(1 / superScore.getAsDouble()),
                row.scale().map(s -> new FrontierReport.Scale(s.constant(), s.variable(), s.efficiency(), s.returns())),
                row.corrected().map(c -> bootstrap(c, in)),
                row.note());
    }

    private static FrontierReport.Bootstrap bootstrap(Frontier.Corrected c, boolean in) {
        Interval i = c.interval();
        return new FrontierReport.Bootstrap(
                c.score(),
                c.efficiency(),
                c.bias(),
                c.standardError(),
                in ? i.low() : inverse(i.high()),
                in ? i.high() : inverse(i.low()),
                i.level(),
                i.method());
    }

    private static OptionalDouble inverse(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(1 / value.getAsDouble()) : value;
    }

    private static Map<String, Double> amounts(Frontier.Row row, ToDoubleFunction<Frontier.Target> amount) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        Stream.concat(row.inputs().stream(), row.outputs().stream())
                .forEach(t -> amounts.put(t.column(), amount.applyAsDouble(t)));
        return amounts;
    }

    private static List<Gate> gates(int n, FrontierOptions options, Optional<LoadReport> load) {
        int m = options.inputs().size();
        int s = options.outputs().size();
        int least = Math.max(m * s, 3 * (m + s));
        List<Gate> gates = new ArrayList<>();
        gates.add(Gate.of(
                "number of units",
                n >= least,
                n + " units with " + m + (m == 1 ? " input and " : " inputs and ") + s
                        + (s == 1 ? " output" : " outputs") + "; the rule of thumb asks for " + least
                        + " or more, for with fewer most units look efficient."));
        load.ifPresent(l -> gates.add(Gate.of(
                "data",
                l.refused() == 0,
                l.refused() == 0
                        ? "All " + l.rowsRead() + " rows are used."
                        : l.refused() + " of " + l.rowsRead()
                                + " rows are left out; the frontier may lie further out with them.")));
        return List.copyOf(gates);
    }

    private static String answer(List<FrontierReport.Unit> units, FrontierOptions options) {
        long efficient = units.stream().filter(FrontierReport.Unit::efficient).count();
        double mean = units.stream()
                .mapToDouble(FrontierReport.Unit::efficiency)
                .average()
                .orElseThrow();
        String answer = efficient + " of " + units.size() + (efficient == 1 ? " units is" : " units are")
                + " efficient; the mean efficiency is " + Show.number(mean, 3) + ".";
        FrontierReport.Unit last = units.stream()
                .min(Comparator.comparingDouble(FrontierReport.Unit::efficiency))
                .orElseThrow();
        if (last.efficiency() == 1) {
            return answer;
        }
        String peers = String.join(
                " and ",
                last.peers().stream().limit(2).map(FrontierReport.Peer::name).toList());
        return answer + " Furthest from the frontier is " + last.name() + " (" + Show.number(last.efficiency(), 3)
                + "): by the practice of " + peers
                + (options.question().orientation() == Orientation.INPUT
                        ? " it could do with " + Show.number(100 * (1 - last.score()), 1) + " % less."
                        : " it could make " + Show.number(100 * (last.score() - 1), 1) + " % more.");
    }
}
