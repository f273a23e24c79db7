package dev.touchstone.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked before an improvement is started: how large an effect the units' past would let one see.
 *
 * @param time column of times
 * @param entity column that names units; absent for a table of one unit
 * @param treated units that the improvement is planned for
 * @param period into which rows are put together; absent for the longest of which the past has 12
 * @param difference effect that is hoped for, in the unit of the figure
 * @param level confidence of the interval that is to leave out 0
 */
public record EffectPlanOptions(
        Figure figure,
        String time,
        Optional<String> entity,
        List<String> treated,
        Optional<Period> period,
        OptionalDouble difference,
        double level,
        long seed) {

    public EffectPlanOptions {
        treated = List.copyOf(treated);
        Values.probability(level, "The confidence level");
        if (difference.isPresent() && (difference.getAsDouble() == 0 || !Double.isFinite(difference.getAsDouble()))) {
            throw new BadData(
                    "out-of-range",
                    "An effect of " + difference.getAsDouble() + " is hoped for.",
                    "Give the effect that would matter, below 0 for a fall.");
        }
        if (treated.isEmpty() && entity.isPresent()) {
            throw new BadData(
                    "none-treated", "No unit is planned for.", "Name the units that the improvement is to come to.");
        }
    }

    public static EffectPlanOptions of(Figure figure, String time, Optional<String> entity, List<String> treated) {
        return new EffectPlanOptions(figure, time, entity, treated, Optional.empty(), OptionalDouble.empty(), 0.95, 1);
    }

    public EffectPlanOptions difference(double effect) {
        return new EffectPlanOptions(figure, time, entity, treated, period, OptionalDouble.of(effect), level, seed);
    }

    Reading reading(Reading base) {
        return effect(Period.MONTH).reading(base);
    }

    /** As if the improvement had come to the units at the end of the past. */
    EffectOptions effect(Period some) {
        EffectOptions options = EffectOptions.of(
                List.of(figure),
                time,
                entity,
                List.of(Action.unregistered(treated.isEmpty() ? List.of(EffectPanel.ALL) : treated, Instant.EPOCH)));
        return options.period(period.orElse(some));
    }
}
