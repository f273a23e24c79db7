package dev.touchstone.trace;

import java.time.Instant;

/** The place of an event in the life of a unit: event time first, then the order of the log. */
record Moment(Instant time, long recordNo) implements Comparable<Moment> {

    @Override
    public int compareTo(Moment other) {
        int byTime = time.compareTo(other.time);
        return byTime != 0 ? byTime : Long.compare(recordNo, other.recordNo);
    }

    boolean isAfter(Moment other) {
        return compareTo(other) > 0;
    }
}
