package dev.touchstone.label;

import java.util.List;
import java.util.Optional;

/** Where edges may lie: anywhere, for vector output, or on the dots of a printer only. */
record Grid(Optional<Resolution> resolution) {

    static final Grid EXACT = new Grid(Optional.empty());

    private static final double ROUNDING_MM = 1e-9;

    static Grid of(Resolution resolution) {
        return new Grid(Optional.of(resolution));
    }

    double nearest(double mm) {
        return resolution.map(r -> r.dots(mm) * r.dotMm()).orElse(mm);
    }

    double down(double mm) {
        return resolution
                .map(r -> Math.floor((mm + ROUNDING_MM) / r.dotMm()) * r.dotMm())
                .orElse(mm);
    }

    double up(double mm) {
        return resolution
                .map(r -> Math.ceil((mm - ROUNDING_MM) / r.dotMm()) * r.dotMm())
                .orElse(mm);
    }

    /** Widths of a module in the order in which they should be tried. */
    List<Double> moduleWidths(SizeRule rule) {
        return resolution
                .map(r -> rule.candidates(r).stream()
                        .map(dots -> dots * r.dotMm())
                        .toList())
                .orElseGet(rule::candidates);
    }
}
