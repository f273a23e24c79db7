package dev.touchstone.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says in a sentence what a comparison shows. */
final class CompareWords {
    private static final int NAMED = 3;

    private CompareWords() {}

    static String answer(Figure figure, CompareReport.Stratum all, boolean share) {
        Comparison comparison = all.comparison();
        if (comparison.median().isEmpty()) {
            return figure.name() + ": " + comparison.notes().getFirst();
        }
        List<String> striking = comparison.rows().stream()
                .filter(r -> striking(r.verdict()))
                .sorted((a, b) -> Double.compare(a.q().orElse(1), b.q().orElse(1)))
                .map(r -> r.name() + " is " + r.verdict().word() + " ("
                        + quantity(r.value().getAsDouble(), figure, share) + ", n " + r.n() + ")")
                .toList();
        int units = comparison.landmarks().orElseThrow().groups();
        String median = quantity(comparison.median().getAsDouble(), figure, share);
        return figure.name() + ": " + sentence(striking, "the median of " + units + " units, " + median)
                + outside(all.funnel());
    }

    /** How many lie outside of their funnel, if there is one. */
    private static String outside(CompareReport.Funnels funnel) {
        List<Funnel.Position> positions = Stream.concat(
                        funnel.shares().stream().flatMap(p -> p.rows().stream()).flatMap(r -> r.position().stream()),
                        funnel.rates().stream().flatMap(p -> p.rows().stream()).flatMap(r -> r.position().stream()))
                .toList();
        long far = positions.stream()
                .filter(p -> p == Funnel.Position.ABOVE_99_8 || p == Funnel.Position.BELOW_99_8)
                .count();
        return far == 0 ? "" : " " + far + " of " + positions.size() + " lie outside the 99.8 % limits of the funnel.";
    }

    private static boolean striking(Verdict verdict) {
        return verdict != Verdict.NOT_DISTINGUISHABLE && verdict != Verdict.NOT_RANKED;
    }

    private static String sentence(List<String> striking, String reference) {
        if (striking.isEmpty()) {
            return "no unit can be told from " + reference + ".";
        }
        String named = String.join(", ", striking.subList(0, Math.min(NAMED, striking.size())));
        String more = striking.size() > NAMED ? ", and " + (striking.size() - NAMED) + " more differ," : "";
        return named + more + " against " + reference + ".";
    }

    private static String quantity(double value, Figure figure, boolean share) {
        if (share || figure.unit().equals(Figure.FRACTION)) {
            return brief(100 * value) + " %";
        }
        return brief(value) + (figure.unit().isEmpty() ? "" : " " + figure.unit());
    }

    /** Three significant digits, and all digits before the point. */
    private static String brief(double value) {
        if (value != 0 && Math.abs(value) < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return String.format(Locale.ROOT, "%." + Math.clamp(3 - digits, 0, 6) + "f", value);
    }
}
