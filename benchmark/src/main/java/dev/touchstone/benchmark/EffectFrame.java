package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The part of a panel that one action is judged by.
 *
 * @param kept periods that count; that of the change and those of its transition are left out
 * @param from first treated period of each unit, as an index into {@code kept}; {@link Assignments#NEVER} for a control
 * @param controls which units may be held against the treated ones
 * @param overlapping actions that came to the same treated units
 */
record EffectFrame(
        EffectPanel panel,
        Timeline timeline,
        int[] kept,
        int[] from,
        boolean[] controls,
        boolean oneDate,
        List<String> matched,
        List<String> overlapping,
        List<String> notes) {

    static EffectFrame of(Effects effects, Action action, Figure figure) {
        EffectOptions options = effects.options();
        EffectPanel panel = effects.panel(figure, effects.period(action));
        List<String> notes = new ArrayList<>();
        int[] dates = new int[panel.units()];
        Arrays.fill(dates, Assignments.NEVER);
        for (Action.Step step : action.steps()) {
            dates[unit(panel, step.entity(), action)] = at(panel, step.date().toEpochMilli());
        }
        int start = Arrays.stream(dates).min().orElseThrow();
        int resume = start + (action.oneDate() ? pause(panel, action, options, notes) : 0);
        if (!action.oneDate()) {
            notes.add("Units were treated on different dates; each counts as treated from the period of its date on.");
        }
        int[] kept = IntStream.range(0, panel.periods())
                .filter(t -> (t < start || t >= resume) && panel.known(t))
                .toArray();
        int before = (int) Arrays.stream(kept).filter(t -> t < start).count();
        Timeline timeline = new Timeline(
                Arrays.stream(kept).mapToObj(panel::label).toList(),
                Arrays.stream(kept).mapToLong(t -> t).toArray(),
                before);
        int[] from = Arrays.stream(dates)
                .map(d -> d == Assignments.NEVER
                        ? d
                        : (int) Arrays.stream(kept).filter(t -> t < d).count())
                .toArray();
        List<String> overlapping = overlapping(action, options);
        boolean[] controls = controls(panel, from, action, options, notes);
        return new EffectFrame(
                panel,
                timeline,
                kept,
                from,
                controls,
                action.oneDate(),
                matched(effects.samples(), panel, from, controls, options),
                overlapping,
                notes);
    }

    private static int at(EffectPanel panel, long millis) {
        return Math.clamp(panel.period().index(millis) - panel.first(), -1, panel.periods());
    }

    private static int unit(EffectPanel panel, String name, Action action) {
        int unit = panel.names().indexOf(name);
        if (unit < 0) {
            List<String> names = panel.names().stream().sorted().toList();
            throw new BadData(
                    "no-entity",
                    "Action \"" + action.id() + "\" names \"" + name + "\", of which the table has no row.",
                    "The units are " + String.join(", ", names.subList(0, Math.min(20, names.size())))
                            + (names.size() > 20 ? " and " + (names.size() - 20) + " more." : "."));
        }
        return unit;
    }

    /** Periods left out from the one of the change on: that one itself, unless the change came at its very beginning. */
    private static int pause(EffectPanel panel, Action action, EffectOptions options, List<String> notes) {
        long index = panel.period().index(action.first().toEpochMilli());
        boolean atStart = panel.period()
                .start(index)
                .toString()
                .equals(action.first().toString().substring(0, 10));
        int pause = (atStart ? 0 : 1) + options.transition();
        if (pause > 0) {
            notes.add((atStart
                            ? ""
                            : "The period of the change, " + panel.period().label(index) + ", is left out")
                    + (atStart || options.transition() == 0 ? "" : ", and ")
                    + (options.transition() == 0
                            ? "."
                            : EffectWords.count(options.transition(), "period", "periods")
                                    + " of transition after it "
                                    + (options.transition() == 1 ? "is" : "are") + " left out."));
        }
        return pause;
    }

    private static List<String> overlapping(Action action, EffectOptions options) {
        Set<String> mine =
                new HashSet<>(action.steps().stream().map(Action.Step::entity).toList());
        return options.actions().stream()
                .filter(other -> !other.id().equals(action.id()))
                .filter(other -> other.steps().stream().anyMatch(s -> mine.contains(s.entity())))
                .map(Action::id)
                .toList();
    }

    private static boolean[] controls(
            EffectPanel panel, int[] from, Action action, EffectOptions options, List<String> notes) {
        boolean[] controls = new boolean[from.length];
        Set<String> taken = new TreeSet<>();
        for (int i = 0; i < controls.length; i++) {
            String name = panel.names().get(i);
            boolean chosen = from[i] == Assignments.NEVER
                    && switch (options.controls()) {
                        case EffectOptions.Plain.OTHERS -> true;
                        case EffectOptions.Matched matched -> true;
                        case EffectOptions.Plain.NONE -> false;
                        case EffectOptions.Named named -> named.entities().contains(name);
                    };
            boolean other = options.actions().stream()
                    .filter(a -> !a.id().equals(action.id()))
                    .anyMatch(a -> a.step(name).isPresent());
            if (chosen && other) {
                taken.add(name);
            }
            controls[i] = chosen && !other;
        }
        if (options.controls() instanceof EffectOptions.Named named) {
            named.entities().forEach(name -> unit(panel, name, action));
        }
        if (!taken.isEmpty()) {
            notes.add("Not held against the treated units because another action came to them: "
                    + String.join(", ", taken) + ".");
        }
        return controls;
    }

    private static List<String> matched(
            Samples samples, EffectPanel panel, int[] from, boolean[] controls, EffectOptions options) {
        if (!(options.controls() instanceof EffectOptions.Matched matched)) {
            return List.of();
        }
        Set<String> found = new TreeSet<>();
        PeerFinder finder = new PeerFinder(samples, panel.entities(), matched.traits());
        for (int i = 0; i < from.length; i++) {
            if (from[i] == Assignments.NEVER) {
                continue;
            }
            List<String> names = new ArrayList<>(List.of(panel.names().get(i)));
            IntStream.range(0, controls.length)
                    .filter(j -> controls[j])
                    .mapToObj(panel.names()::get)
                    .forEach(names::add);
            for (int j : finder.nearest(names, matched.size())[0]) {
                found.add(names.get(j));
            }
        }
        return List.copyOf(found);
    }

    /** Units in the order of their names, so that nothing depends on that of the rows. */
    int[] byName(IntStream units) {
        return units.boxed()
                .sorted(Comparator.comparing(panel.names()::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    boolean treated(int unit) {
        return from[unit] != Assignments.NEVER;
    }

    List<String> treatedNames() {
        return IntStream.range(0, from.length)
                .filter(this::treated)
                .mapToObj(panel.names()::get)
                .sorted()
                .toList();
    }

    double[] series(int unit) {
        return Arrays.stream(kept).mapToDouble(t -> panel.value(unit, t)).toArray();
    }

    boolean complete(int unit) {
        return Arrays.stream(kept).noneMatch(t -> Double.isNaN(panel.value(unit, t)));
    }

    /** First period in which a unit has no value. */
    String firstGap(int unit) {
        return Arrays.stream(kept)
                .filter(t -> Double.isNaN(panel.value(unit, t)))
                .mapToObj(panel::label)
                .findFirst()
                .orElseThrow();
    }

    Gate overlap() {
        return Gate.of(
                "no other action",
                overlapping.isEmpty(),
                overlapping.isEmpty()
                        ? "No other action of the register came to these units."
                        : "Also " + String.join(", ", overlapping) + (overlapping.size() == 1 ? " came" : " came")
                                + " to these units; what each did cannot be told apart.");
    }

    Gate volume(Figure figure) {
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < from.length; i++) {
            for (int t : kept) {
                if (treated(i)) {
                    least = Math.min(least, panel.count(i, t));
                }
            }
        }
        boolean enough = least >= figure.leastRanked();
        return Gate.of(
                "volume",
                enough,
                "Each treated unit has " + least + (least == 1 ? " value" : " values") + " or more in each period"
                        + (enough ? "." : "; " + figure.leastRanked() + " are wanted: take longer periods."));
    }

    /** Of complete units, where there are enough of them and of periods. */
    Optional<RegressionToMean> regressionToMean(Figure figure, long seed) {
        int[] whole = byName(IntStream.range(0, from.length).filter(this::complete));
        boolean[] picked = new boolean[whole.length];
        double observed = 0;
        int count = 0;
        double[][] before = new double[whole.length][];
        for (int k = 0; k < whole.length; k++) {
            double[] series = series(whole[k]);
            picked[k] = treated(whole[k]);
            before[k] = Arrays.copyOf(series, timeline.before());
            if (picked[k] && from[whole[k]] < series.length) {
                observed += Values.mean(Arrays.copyOfRange(series, from[whole[k]], series.length))
                        - Values.mean(Arrays.copyOf(series, from[whole[k]]));
                count++;
            }
        }
        if (count == 0
                || count == whole.length
                || whole.length < RegressionToMean.LEAST_UNITS
                || timeline.before() < RegressionToMean.LEAST_PERIODS) {
            return Optional.empty();
        }
        return Optional.of(
                RegressionToMean.of(before, picked, observed / count, figure.direction(), figure.unit(), seed));
    }
}
