package dev.touchstone.benchmark;

/** How the rows of one unit are put together to its figure. */
sealed interface Shape {
    /** A statistic of one value a row. */
    record Values() implements Shape {}

    /**
     * Sum over sum.
     *
     * @param counted whether the sums are a count of events beside its expectation, so that it has a place in a funnel
     */
    record Ratio(boolean counted) implements Shape {}

    /** A count of a whole. */
    record Share() implements Shape {}

    /** Events over exposure. */
    record Rate(double per) implements Shape {}

    record Formula(Expression formula) implements Shape {}

    /** @param at where the height of the line is asked for */
    record Line(Statistic part, double at) implements Shape {}

    record Direct(DirectStandard standard) implements Shape {}
}
