package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Applies to one action and figure the methods that were asked for, or that the data allow. */
final class EffectMethods {
    private static final int DONORS_TO_ANSWER = 10;
    private static final double MOST_GAPS = 0.2;

    private final EffectOptions options;
    private final Figure figure;
    private final EffectFrame frame;
    private final List<String> notes = new ArrayList<>();

    EffectMethods(EffectOptions options, Figure figure, EffectFrame frame) {
        this.options = options;
        this.figure = figure;
        this.frame = frame;
    }

    /** One or more, the one that answers first. */
    List<Finding> findings() {
        int[] units = panelUnits();
        List<Finding> findings = new ArrayList<>();
        List<BadData> problems = new ArrayList<>();
        for (Finding.Method method : methods(units)) {
            try {
                findings.add(
                        switch (method) {
                            case DIFFERENCE_IN_DIFFERENCES -> differences(units);
                            case SYNTHETIC_CONTROL -> synthetic(units);
                            case INTERRUPTED_TIME_SERIES -> interrupted();
                        });
            } catch (BadData problem) {
                problems.add(problem);
                String words = method.words();
                notes.add(Character.toUpperCase(words.charAt(0)) + words.substring(1) + " was not made: "
                        + problem.getMessage());
            }
        }
        if (findings.isEmpty()) {
            throw problems.getLast();
        }
        return List.copyOf(findings);
    }

    List<String> notes() {
        return notes;
    }

    private List<Finding.Method> methods(int[] units) {
        if (!options.methods().isEmpty()) {
            return options.methods();
        }
        long treated = Arrays.stream(units).filter(frame::treated).count();
        long donors = units.length - treated;
        List<Finding.Method> methods = new ArrayList<>();
        if (treated > 0 && donors >= DifferenceInDifferences.LEAST_CONTROLS) {
            methods.add(Finding.Method.DIFFERENCE_IN_DIFFERENCES);
        }
        if (treated > 0 && frame.oneDate() && donors >= DONORS_TO_ANSWER) {
            methods.add(treated == 1 ? 0 : methods.size(), Finding.Method.SYNTHETIC_CONTROL);
        }
        if (frame.oneDate() || methods.isEmpty()) {
            methods.add(Finding.Method.INTERRUPTED_TIME_SERIES);
        }
        return methods;
    }

    /** Treated and control units with a value in every period, by name. */
    private int[] panelUnits() {
        List<String> left = new ArrayList<>();
        int[] units = frame.byName(IntStream.range(0, frame.from().length)
                .filter(i -> frame.treated(i) || frame.controls()[i])
                .filter(i -> {
                    boolean complete = frame.complete(i);
                    if (!complete) {
                        left.add((frame.treated(i) ? "treated " : "")
                                + frame.panel().names().get(i) + " (none in " + frame.firstGap(i) + ")");
                    }
                    return complete;
                }));
        if (!left.isEmpty()) {
            notes.add("Left out of comparisons between units because a period has no value: "
                    + String.join(", ", left.subList(0, Math.min(10, left.size())))
                    + (left.size() > 10 ? " and " + (left.size() - 10) + " more" : "") + ".");
        }
        return units;
    }

    private Finding differences(int[] units) {
        return DifferenceInDifferences.of(
                frame.timeline(),
                new DifferenceInDifferences.Units(
                        Arrays.stream(units)
                                .mapToObj(frame.panel().names()::get)
                                .toList(),
                        Arrays.stream(units).mapToObj(frame::series).toArray(double[][]::new),
                        Arrays.stream(units).map(i -> frame.from()[i]).toArray()),
                new DifferenceInDifferences.Options(frame.matched(), options.level(), options.seed(), figure.unit()));
    }

    private Finding synthetic(int[] units) {
        requireOneDate("A synthetic control");
        int[] treated = Arrays.stream(units).filter(frame::treated).toArray();
        if (treated.length == 0) {
            throw new BadData(
                    "gaps",
                    "No treated unit has a value in every period.",
                    "Take longer periods, or leave the time out in which they have none.");
        }
        int[] donors = Arrays.stream(units).filter(i -> !frame.treated(i)).toArray();
        double[] mean = new double[frame.timeline().size()];
        for (int unit : treated) {
            double[] series = frame.series(unit);
            for (int t = 0; t < mean.length; t++) {
                mean[t] += series[t] / treated.length;
            }
        }
        return SyntheticControl.of(
                frame.timeline(),
                mean,
                Arrays.stream(donors).mapToObj(frame.panel().names()::get).toList(),
                Arrays.stream(donors).mapToObj(frame::series).toArray(double[][]::new),
                options.level(),
                figure.unit());
    }

    private void requireOneDate(String what) {
        if (!frame.oneDate()) {
            throw new BadData(
                    "several-dates",
                    what + " needs one date, and the units were treated on several.",
                    "Take difference in differences, or judge each date as an action of its own.");
        }
    }

    private Finding interrupted() {
        requireOneDate("An interrupted time series");
        EffectPanel panel = frame.panel();
        boolean[] treated = new boolean[panel.units()];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = frame.treated(i);
        }
        EffectPanel.Pool pool = panel.pool(treated);
        boolean controlled = IntStream.range(0, treated.length).anyMatch(i -> frame.controls()[i]);
        Optional<double[]> control =
                controlled ? Optional.of(panel.pool(frame.controls()).values()) : Optional.empty();
        int[] rows = Arrays.stream(frame.kept())
                .filter(t -> usable(pool, t) && (control.isEmpty() || !Double.isNaN(control.get()[t])))
                .toArray();
        requireFew(rows);
        int start = (int) Arrays.stream(rows)
                .filter(t -> t < frame.kept()[frame.timeline().before()])
                .count();
        Timeline timeline = new Timeline(
                Arrays.stream(rows).mapToObj(panel::label).toList(),
                Arrays.stream(rows).mapToLong(t -> t).toArray(),
                start);
        boolean counts = pool.terms().isPresent();
        Optional<double[]> beside = control.map(c -> pick(c, rows));
        if (counts && beside.isPresent() && Arrays.stream(beside.get()).anyMatch(c -> !(c > 0))) {
            notes.add("The interrupted time series has no control because nothing was counted in it in some periods.");
            beside = Optional.empty();
        }
        InterruptedSeries.Options some = new InterruptedSeries.Options(
                beside.map(List::of).orElse(List.of()),
                options.season().orElse(Season.usual(panel.period(), start)),
                options.lag(),
                options.level(),
                figure.unit());
        return counts
                ? InterruptedSeries.ofCounts(
                        timeline,
                        pick(pool.terms().get()[0], rows),
                        pick(pool.terms().get()[1], rows),
                        some)
                : InterruptedSeries.of(timeline, pick(pool.values(), rows), some);
    }

    private static boolean usable(EffectPanel.Pool pool, int at) {
        return !Double.isNaN(pool.values()[at])
                && (pool.terms().isEmpty() || pool.terms().get()[1][at] > 0);
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(t -> values[t]).toArray();
    }

    /** Periods without a value are gaps in the series; few of them do no harm. */
    private void requireFew(int[] rows) {
        int all = frame.kept().length;
        int missing = all - rows.length;
        if (missing == 0) {
            return;
        }
        String first = Arrays.stream(frame.kept())
                .filter(t -> Arrays.stream(rows).noneMatch(r -> r == t))
                .mapToObj(frame.panel()::label)
                .findFirst()
                .orElseThrow();
        if (missing > MOST_GAPS * all) {
            throw new BadData(
                    "gaps",
                    "The treated units or their controls have no value in " + missing + " of " + all
                            + " periods, first in " + first + ".",
                    "Take longer periods, or give the rows that are missing.");
        }
        notes.add("The interrupted time series leaves out " + EffectWords.count(missing, "period", "periods")
                + " without a value, first " + first + ".");
    }
}
