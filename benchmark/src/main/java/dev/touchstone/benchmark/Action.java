package dev.touchstone.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something done to improve a figure.
 *
 * @param id unique in a register
 * @param steps which units it was done to, and when; a unit once
 * @param figure name of the figure it was meant to improve, as registered
 * @param expected effect on that figure, in its unit, negative for a fall
 * @param registered when it was written down; absent for an action that was in no register
 */
public record Action(
        String id,
        List<Step> steps,
        Optional<String> figure,
        OptionalDouble expected,
        Optional<String> owner,
        Optional<Instant> registered) {

    static final String BY_HAND = "remedy";

    /** @param date from which it was at work */
    public record Step(String entity, Instant date) {}

    public Action {
        steps = List.copyOf(steps);
        if (id.isBlank() || steps.isEmpty()) {
            throw new BadData(
                    "none-treated",
                    "Action \"" + id + "\" names no unit.",
                    "Give each action an id and the units it was done to.");
        }
        if (steps.stream().map(Step::entity).distinct().count() < steps.size()) {
            throw new BadData(
                    "duplicate-name",
                    "Action \"" + id + "\" names a unit twice.",
                    "Name each unit once, with the date from which the action was at work.");
        }
    }

    /** An action of which no register tells. */
    public static Action unregistered(List<String> entities, Instant date) {
        return new Action(
                BY_HAND,
                entities.stream().map(e -> new Step(e, date)).toList(),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Instant first() {
        return steps.stream().map(Step::date).min(Instant::compareTo).orElseThrow();
    }

    boolean oneDate() {
        return steps.stream().map(Step::date).distinct().count() == 1;
    }

    Optional<Step> step(String entity) {
        return steps.stream().filter(s -> s.entity().equals(entity)).findFirst();
    }
}
