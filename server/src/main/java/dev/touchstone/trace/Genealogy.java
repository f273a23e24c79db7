package dev.touchstone.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What things were made of, and what was made of them, as a graph from inputs to outputs.
 *
 * @param complete whether nothing was cut off by depth or limit
 */
public record Genealogy(List<Node> nodes, List<Edge> edges, boolean complete) {

    /** Which way to look. */
    public enum Direction {
        /** What it was made of. */
        UP,
        /** What was made of it. */
        DOWN,
        BOTH
    }

    /**
     * A thing, a lot or a class.
     *
     * @param kind the scheme, such as {@code lgtin}
     * @param text for people
     * @param name of its product, where known
     * @param quantity that went through the edges of this answer, where events give one
     * @param hidden neighbours, in the direction asked, that are not in this answer
     */
    public record Node(
            String epc,
            String kind,
            String text,
            Optional<String> name,
            Optional<BigDecimal> quantity,
            Optional<String> uom,
            int hidden) {}

    /** Of an input and an output; the event is the one that names the output. */
    public record Edge(String from, String to, Instant eventTime, String eventID, Making kind) {}

    /** What made one thing of others; the order is that of the numbers in the table. */
    public enum Making {
        TRANSFORMATION,
        ASSOCIATION
    }
}
