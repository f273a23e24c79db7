package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes the report of effects: every action and figure first, then one control of false discovery over all, then the verdicts. */
final class Effects {
    private static final int WANTED_BEFORE = 12;
    private static final int WANTED_AFTER = 6;

    private final Samples samples;
    private final EffectOptions options;
    private final Map<String, FigureRows> rows = new HashMap<>();
    private final Map<String, Map<Period, EffectPanel>> panels = new HashMap<>();

    private Effects(Samples samples, EffectOptions options) {
        this.samples = samples;
        this.options = options;
    }

    static EffectReport report(Samples samples, Optional<LoadReport> load, EffectOptions options) {
        return new Effects(samples, options).report(load);
    }

    private EffectReport report(Optional<LoadReport> load) {
        List<String> notes = new ArrayList<>(load.map(LoadReport::notes).orElse(List.of()));
        List<EffectDraft> drafts = drafts(notes);
        double[] p = drafts.stream().flatMapToDouble(d -> d.pValue().stream()).toArray();
        double[] adjusted = FalseDiscovery.adjust(p);
        List<EffectReport.Effect> effects = new ArrayList<>();
        int at = 0;
        for (EffectDraft draft : drafts) {
            effects.add(draft.judged(
                    draft.pValue().isPresent() ? OptionalDouble.of(adjusted[at++]) : OptionalDouble.empty()));
        }
        rows.values().forEach(r -> notes.addAll(r.problems()));
        return new EffectReport(answer(effects), load, options, List.copyOf(effects), List.copyOf(notes));
    }

    /** One action of a register that cannot be judged does not keep the others from it. */
    private List<EffectDraft> drafts(List<String> notes) {
        List<EffectDraft> drafts = new ArrayList<>();
        List<BadData> problems = new ArrayList<>();
        for (Action action : options.actions()) {
            for (Figure figure : figures(action)) {
                try {
                    drafts.add(EffectDraft.of(this, action, figure));
                } catch (BadData problem) {
                    problems.add(problem);
                    notes.add("Action " + action.id() + " was not judged by " + figure.name() + ": "
                            + problem.getMessage());
                }
            }
        }
        if (drafts.isEmpty()) {
            throw problems.getFirst();
        }
        return drafts;
    }

    /** The figure that was registered comes first. */
    private List<Figure> figures(Action action) {
        List<Figure> all = new ArrayList<>(options.figures());
        action.figure()
                .ifPresent(registered -> all.sort((a, b) ->
                        Boolean.compare(!EffectDraft.named(a, registered), !EffectDraft.named(b, registered))));
        return all;
    }

    private static String answer(List<EffectReport.Effect> effects) {
        if (effects.size() == 1) {
            return effects.getFirst().answer();
        }
        long shown =
                effects.stream().filter(e -> e.proof() == Finding.Proof.SHOWN).count();
        String count = shown == 0
                ? "Of " + effects.size() + " effects looked for none is shown."
                : "Of " + effects.size() + " effects looked for " + shown + (shown == 1 ? " is" : " are") + " shown.";
        return count
                + effects.stream()
                        .filter(e -> e.proof() == Finding.Proof.SHOWN)
                        .limit(3)
                        .map(e -> " " + e.answer())
                        .reduce("", String::concat);
    }

    Samples samples() {
        return samples;
    }

    EffectOptions options() {
        return options;
    }

    EffectPanel panel(Figure figure, Period period) {
        return panels.computeIfAbsent(figure.name(), f -> new EnumMap<>(Period.class))
                .computeIfAbsent(period, p -> EffectPanel.of(rows(figure), samples, options, p));
    }

    private FigureRows rows(Figure figure) {
        return rows.computeIfAbsent(figure.name(), f -> FigureRows.of(figure, samples));
    }

    /** The longest period that leaves enough before and after a change. */
    Period period(Action action) {
        if (options.period().isPresent()) {
            return options.period().get();
        }
        long[] range = EffectPanel.range(samples.times(options.time()));
        long date = action.first().toEpochMilli();
        for (Period period : new Period[] {Period.YEAR, Period.QUARTER, Period.MONTH, Period.WEEK}) {
            long before = period.index(date) - period.index(range[0]);
            long after = period.index(range[1]) - period.index(date) + 1;
            if (before >= WANTED_BEFORE && after >= WANTED_AFTER) {
                return period;
            }
        }
        return Period.DAY;
    }
}
