package dev.touchstone.epcis;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a class of objects an event is about.
 *
 * @param epcClass a GTIN, a lot, or another class
 * @param quantity a count of whole objects when there is no unit; empty: not known
 * @param uom UN/CEFACT Recommendation 20 unit code such as {@code KGM}
 */
public record Quantity(Role role, Identifier epcClass, Optional<BigDecimal> quantity, Optional<String> uom) {}
