package dev.touchstone.benchmark;

import java.util.List;

/** Whether two ways to model a change say the same. */
record Agreement(Finding.Proof proof, String sentence) {

    /** @param ways the first gives the answer, the second checks it */
    static Agreement of(List<Finding.Specification> ways, String unit) {
        Finding.Change first = ways.get(0).average();
        Finding.Change second = ways.get(1).average();
        String other = EffectWords.signed(second, unit);
        boolean sameSide = first.value() * second.value() > 0;
        if (first.certain() && second.certain() && sameSide) {
            return new Agreement(
                    Finding.Proof.SHOWN,
                    first.interval().contains(second.value())
                            ? "A second way to model it agrees: " + other + "."
                            : "A second way to model it shows an effect of another size: " + other + ".");
        }
        if (first.certain() && second.certain()) {
            return new Agreement(
                    Finding.Proof.DEPENDS_ON_MODEL, "The two ways to model it contradict each other: " + other + ".");
        }
        if (first.certain()) {
            return new Agreement(
                    Finding.Proof.DEPENDS_ON_MODEL,
                    (sameSide && first.interval().contains(second.value())
                                    ? "A second way to model it is about as large, but not certain: "
                                    : "The two ways to model it disagree; by the second no effect can be told from chance: ")
                            + other + ".");
        }
        if (!first.interval().complete()) {
            return new Agreement(
                    Finding.Proof.NOT_SHOWN,
                    "Without an interval nothing is shown; a second way to model it gives " + other + ".");
        }
        return new Agreement(
                Finding.Proof.NOT_SHOWN,
                second.certain()
                        ? "The two ways to model it disagree; by the second there is an effect: " + other + "."
                        : "A second way to model it shows none either: " + other + ".");
    }
}
