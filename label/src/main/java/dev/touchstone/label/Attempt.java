package dev.touchstone.label;

/** What comes of laying a label out with one choice of sizes. */
sealed interface Attempt {

    record Fits(Drawing drawing) implements Attempt {}

    /** Something found no room. */
    record Lacks(String what, Direction direction, double neededMm, double availableMm) implements Attempt {}

    enum Direction {
        WIDE("width", "wide"),
        HIGH("height", "high");

        final String noun;
        final String adjective;

        Direction(String noun, String adjective) {
            this.noun = noun;
            this.adjective = adjective;
        }
    }
}
