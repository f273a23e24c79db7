package dev.touchstone.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in a sentence what was found about causes. */
final class CausesWords {
    private static final int NAMED = 3;

    private CausesWords() {}

    static String answer(CausesAnswer found) {
        return switch (found) {
            case SlicesFound slices -> slices(slices);
            case Kitagawa mix -> mixAndRate(mix);
            case OaxacaBlinder fit -> regressed(fit);
            case DriverTree tree -> drivers(tree.shapley());
            case StageGaps gaps -> stages(gaps);
        };
    }

    private static String mixAndRate(Kitagawa mix) {
        return "Of the change of " + signed(mix.difference()) + " (from " + Words.number(mix.before()) + " to "
                + Words.number(mix.after()) + "), " + signed(mix.rateEffect())
                + " comes from other rates in the groups and " + signed(mix.mixEffect())
                + " from another mix of the groups.";
    }

    private static String regressed(OaxacaBlinder fit) {
        return "Of the gap of " + signed(fit.difference().value()) + ", " + effect(fit.explained())
                + " is explained by what the rows are, and " + effect(fit.unexplained()) + " is not.";
    }

    private static String effect(OaxacaBlinder.Effect effect) {
        return signed(effect.value())
                + (effect.standardError().isPresent()
                        ? " (standard error "
                                + Words.number(effect.standardError().getAsDouble()) + ")"
                        : "");
    }

    private static String drivers(Shapley shapley) {
        String parts = shapley.drivers().stream()
                .sorted(Comparator.comparingDouble(d -> -Math.abs(d.contribution())))
                .limit(NAMED)
                .map(d -> signed(d.contribution()) + " comes from " + d.name())
                .collect(Collectors.joining(", "));
        int more = shapley.drivers().size() - NAMED;
        return "Of the change of " + signed(shapley.after() - shapley.before()) + " (from "
                + Words.number(shapley.before()) + " to " + Words.number(shapley.after()) + "), " + parts
                + (more > 0 ? ", and the rest from " + more + " further drivers." : ".");
    }

    private static String stages(StageGaps gaps) {
        StageGaps.Stage first = gaps.stages().getFirst();
        String whole = "The mean lead time is " + Words.number(gaps.group()) + " against "
                + Words.number(gaps.reference()) + ", a gap of " + signed(gaps.gap());
        return first.share().isEmpty()
                ? whole + "."
                : whole + "; the stage that adds most, " + first.name() + ", makes " + signed(first.gap()) + " of it ("
                        + percent(first.share().getAsDouble()) + ").";
    }

    private static String slices(SlicesFound found) {
        String size = Words.number(Math.abs(found.change()));
        String relative = found.expected() > 0 ? " (" + percent(Math.abs(found.change()) / found.expected()) + ")" : "";
        String difference = (found.change() < 0 ? "the shortfall of " : "the excess of ") + size + relative;
        List<Slice> slices = found.slices();
        String whole = found.level() == 1
                ? ""
                : " The table as a whole is at " + percent(found.level())
                        + " of what was expected; slices are told from that level.";
        if (slices.isEmpty()) {
            return "No cause stands out: " + difference + " is spread over the table as chance would have it." + whole;
        }
        if (slices.stream().anyMatch(slice -> !isPart(slice))) {
            return apart(found, size + relative) + whole;
        }
        String first = part(slices.getFirst());
        String others = slices.stream()
                .skip(1)
                .limit(NAMED - 1)
                .map(s -> ", " + part(s))
                .collect(Collectors.joining());
        String more = slices.size() > NAMED ? ", and more in " + (slices.size() - NAMED) + " further slices" : "";
        String rest = found.unexplainedShare().isPresent()
                ? "; " + percent(found.unexplainedShare().getAsDouble()) + " is spread over the rest"
                : "";
        return "Of " + difference + ", " + first.replaceFirst(" in ", " lies in ") + others + more + rest + "." + whole;
    }

    /** Whether a slice goes the way of the whole, and no further; only then is it a share of it. */
    private static boolean isPart(Slice slice) {
        return slice.share().isPresent()
                && slice.share().getAsDouble() >= 0
                && slice.share().getAsDouble() <= 1;
    }

    /** Slices that deviate in several directions, each by its own change. */
    private static String apart(SlicesFound found, String size) {
        String named = found.slices().stream()
                .limit(NAMED)
                .map(slice -> signed(slice.change()) + " in " + slice.name())
                .collect(Collectors.joining(", "));
        int more = found.slices().size() - NAMED;
        return "Deviating by themselves: " + named + (more > 0 ? ", and more in " + more + " further slices" : "")
                + ". As a whole the table is " + (found.change() < 0 ? "below" : "above") + " what was expected by "
                + size + ".";
    }

    private static String part(Slice slice) {
        String size = slice.share().isPresent() ? percent(slice.share().getAsDouble()) : signed(slice.change());
        return size + " in " + slice.name();
    }

    static String signed(double change) {
        return (change > 0 ? "+" : "") + Words.number(change);
    }

    /** In whole percents, or with two digits below ten. */
    static String percent(double share) {
        double rounded = Math.abs(share) >= 0.1
                ? Math.rint(share * 100) / 100
                : Double.parseDouble(String.format(Locale.ROOT, "%.1e", share));
        return Words.percent(rounded);
    }
}
