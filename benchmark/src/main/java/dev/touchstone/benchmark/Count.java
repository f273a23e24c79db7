package dev.touchstone.benchmark;

/**
 * A unit of comparison and a share counted there: {@code numerator} of {@code denominator} things.
 *
 * @param name unique among the counts compared
 */
public record Count(String name, long numerator, long denominator) {
    public Count {
        if (name.isBlank()) {
            throw new BadData("no-name", "A count has no name.", "Give each count a name of its own.");
        }
        check(numerator, denominator, "\"" + name + "\"");
    }

    static void check(long numerator, long denominator, String what) {
        if (numerator < 0 || denominator < 0 || numerator > denominator) {
            throw new BadData(
                    "out-of-range",
                    "The count of " + what + " is " + numerator + " of " + denominator + ".",
                    "A share counts some of a whole: 0 or more, and at most the denominator.");
        }
        if (denominator > Integer.MAX_VALUE) {
            throw new BadData(
                    "out-of-range",
                    "The denominator of " + what + " is " + denominator + ".",
                    "Count at most " + Integer.MAX_VALUE + " things in one group.");
        }
    }
}
