package dev.touchstone.benchmark;

/**
 * A unit of comparison and what was measured there. The array is not copied and never changed; values may come in any order.
 *
 * @param name unique among the groups compared
 */
public record Group(String name, double[] values) {
    public Group {
        if (name.isBlank()) {
            throw new BadData("no-name", "A group has no name.", "Give each group a name of its own.");
        }
        Values.finite(values, "group \"" + name + "\"");
    }
}
