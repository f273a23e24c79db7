package dev.touchstone.demo;

import java.time.Instant;
import java.util.List;

/**
 * Ten units in a box.
 *
 * @param sscc canonical id
 * @param packedAt when the box was closed
 */
record Case(String sscc, Place line, List<Unit> units, Instant packedAt) {

    List<String> unitIds() {
        return units.stream().map(Unit::id).toList();
    }
}
