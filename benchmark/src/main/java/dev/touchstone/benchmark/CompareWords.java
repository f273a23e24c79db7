package dev.touchstone.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in a sentence what a comparison shows. */
final class CompareWords {
    private static final int NAMED = 3;

    private CompareWords() {}

    static String answer(Figure figure, Optional<Comparison> comparison, Optional<Proportions> proportions) {
        return comparison.isPresent() ? answer(figure, comparison.get()) : answer(figure, proportions.orElseThrow());
    }

    private static String answer(Figure figure, Comparison comparison) {
        if (comparison.median().isEmpty()) {
            return figure.name() + ": " + comparison.notes().getFirst();
        }
        String median = quantity(comparison.median().getAsDouble(), figure);
        List<String> striking = comparison.rows().stream()
                .filter(r -> striking(r.verdict()))
                .sorted((a, b) -> Double.compare(a.q().orElse(1), b.q().orElse(1)))
                .map(r -> r.name() + " is " + r.verdict().word() + " ("
                        + quantity(r.value().getAsDouble(), figure) + ", n " + r.n() + ")")
                .toList();
        int units = comparison.landmarks().orElseThrow().groups();
        return figure.name() + ": " + sentence(striking, "the median of " + units + " units, " + median);
    }

    private static String answer(Figure figure, Proportions proportions) {
        if (proportions.target().isEmpty() || proportions.dispersion().isEmpty()) {
            return figure.name() + ": " + proportions.notes().getFirst();
        }
        List<String> striking = proportions.rows().stream()
                .filter(r -> striking(r.verdict()))
                .sorted((a, b) -> Double.compare(a.q().orElse(1), b.q().orElse(1)))
                .map(r -> r.name() + " is " + r.verdict().word() + " ("
                        + share(r.share().getAsDouble()) + ", " + r.numerator() + " of " + r.denominator() + ")")
                .toList();
        return figure.name() + ": "
                + sentence(
                        striking,
                        "the share of all, " + share(proportions.target().getAsDouble()));
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

    static String quantity(double value, Figure figure) {
        return brief(value) + (figure.unit().isEmpty() ? "" : " " + figure.unit());
    }

    private static String share(double share) {
        return brief(100 * share) + " %";
    }

    /** Three significant digits, and all digits before the point. */
    private static String brief(double value) {
        int digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        return String.format(Locale.ROOT, "%." + Math.clamp(3 - digits, 0, 6) + "f", value);
    }
}
