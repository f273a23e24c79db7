package dev.touchstone.ledger;

import dev.touchstone.epcis.Role;
import java.math.BigDecimal;

/**
 * A mention of a thing in an event.
 *
 * @param epc canonical identifier, of an instance or of a class
 * @param quantity how much of a class; null where not given, and for an instance
 * @param uom UN/CEFACT unit code; null where things are counted
 */
public record Thing(String epc, Role role, boolean isClass, BigDecimal quantity, String uom) {}
