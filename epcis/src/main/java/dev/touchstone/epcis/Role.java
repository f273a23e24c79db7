package dev.touchstone.epcis;

/** The part that an object plays in an event. */
public enum Role {
    /** Of an object or transaction event. */
    EPC,
    /** Holds the children of an aggregation or association, or stands for the objects of a transaction. */
    PARENT,
    CHILD,
    /** Consumed, wholly or partly, by a transformation. */
    INPUT,
    /** Made by a transformation. */
    OUTPUT
}
