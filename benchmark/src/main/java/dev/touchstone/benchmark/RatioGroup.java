package dev.touchstone.benchmark;

/**
 * A unit of comparison and the pairs that were measured there, whose figure is the sum of the numerators over that of the denominators:
 * never a mean of ratios, in which a small batch counts as much as a large one. The arrays are not copied and never changed.
 *
 * @param name unique among the groups compared
 * @param denominators 0 or more
 */
public record RatioGroup(String name, double[] numerators, double[] denominators) {
    public RatioGroup {
        if (name.isBlank()) {
            throw new BadData("no-name", "A group has no name.", "Give each group a name of its own.");
        }
        Values.finite(numerators, "the numerators of group \"" + name + "\"");
        Values.finite(denominators, "the denominators of group \"" + name + "\"");
        if (numerators.length != denominators.length) {
            throw new BadData(
                    "wrong-shape",
                    "Group \"" + name + "\" has " + numerators.length + " numerators and " + denominators.length
                            + " denominators.",
                    "Give them in pairs.");
        }
        for (int i = 0; i < denominators.length; i++) {
            if (denominators[i] < 0) {
                throw new BadData(
                        "out-of-range",
                        "Denominator " + (i + 1) + " of group \"" + name + "\" is " + denominators[i] + ".",
                        "A denominator is 0 or more.");
            }
        }
    }
}
