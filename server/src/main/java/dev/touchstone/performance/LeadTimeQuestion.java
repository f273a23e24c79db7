package dev.touchstone.performance;

import dev.touchstone.benchmark.Statistic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lead times, and how they are grouped.
 *
 * @param from business step at which the clock starts
 * @param to business step at which it stops
 * @param by at least one dimension
 * @param product GTIN
 * @param plant canonical id, as is {@code line}
 * @param country of the second step
 * @param since earliest start, inclusive
 * @param until latest start, exclusive
 */
public record LeadTimeQuestion(
        String from,
        String to,
        List<Dimension> by,
        Statistic statistic,
        Optional<String> product,
        Optional<String> plant,
        Optional<String> line,
        Optional<String> country,
        Optional<Instant> since,
        Optional<Instant> until) {

    boolean takes(Journey journey) {
        return product.map(gtin -> gtin.equals(journey.gtin())).orElse(true)
                && plant.map(id -> id.equals(journey.plant())).orElse(true)
                && line.map(id -> id.equals(journey.line())).orElse(true)
                && country.map(code -> code.equals(journey.country())).orElse(true);
    }

    /** The group that a journey belongs to: its values in each dimension, joined. */
    String keyOf(Journey journey) {
        return String.join(
                "|", by.stream().map(dimension -> dimension.of(journey)).toList());
    }
}
