package dev.touchstone.demo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One product unit.
 *
 * @param id canonical Digital Link
 * @param lot lot of the product, as in its instance master data
 * @param componentLot class-level id of the battery lot that is built in
 * @param productionDay local date on which its shift began
 */
record Unit(
        String id,
        Product product,
        String lot,
        String componentLot,
        Place line,
        LocalDate productionDay,
        Instant madeAt) {}
