package dev.touchstone.trace;

/** How a thing is in a container; the order is that of the numbers in the tables. */
public enum ContainmentKind {
    AGGREGATION,
    ASSOCIATION
}
