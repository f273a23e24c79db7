package dev.touchstone.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which events, in which order.
 *
 * @param conditions all of which must hold
 * @param eventCountLimit no more events than that, over all pages
 * @param maxEventCount refused when there are more events than that
 */
record EventQuery(
        List<Condition> conditions,
        Order order,
        boolean ascending,
        Optional<Integer> eventCountLimit,
        Optional<Integer> maxEventCount) {

    enum Order {
        EVENT_TIME,
        /** The order of the log. */
        RECORD_TIME
    }

    /**
     * A condition on the event {@code v}.
     *
     * @param sql with as many question marks as there are {@code values}
     * @param values an {@link Instant}, a text or number, or a list of texts, numbers or {@link EventKey}s, which stands for an array
     */
    record Condition(String sql, List<?> values) {}

    /** The last event of the page before, and how many events all pages before had. */
    record Place(Instant eventTime, long recordNo, int delivered) {}
}
