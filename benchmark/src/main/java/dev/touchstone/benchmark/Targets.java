package dev.touchstone.benchmark;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is to be reached, and from which day on. */
public record Targets(List<Step> steps) {

    /** @param from absent for a target that has always been there */
    public record Step(Optional<LocalDate> from, double value) {
        public Step {
            if (!Double.isFinite(value)) {
                throw new BadData("out-of-range", "The target is " + value + ".", "A target is a finite number.");
            }
        }
    }

    public Targets {
        steps = steps.stream().sorted(Comparator.comparing(Targets::begin)).toList();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().equals(steps.get(i - 1).from())) {
                throw new BadData(
                        "duplicate-name",
                        "Two targets hold from " + begin(steps.get(i)) + " on.",
                        "Give each target a day of its own.");
            }
        }
    }

    public static Targets none() {
        return new Targets(List.of());
    }

    public static Targets of(double value) {
        return new Targets(List.of(new Step(Optional.empty(), value)));
    }

    /** The target that holds on a day; absent before the first. */
    public OptionalDouble on(LocalDate day) {
        return steps.stream()
                .filter(step -> !begin(step).isAfter(day))
                .mapToDouble(Step::value)
                .reduce((earlier, later) -> later);
    }

    /** The target that holds in the end. */
    public OptionalDouble last() {
        return steps.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(steps.getLast().value());
    }

    private static LocalDate begin(Step step) {
        return step.from().orElse(LocalDate.MIN);
    }
}
