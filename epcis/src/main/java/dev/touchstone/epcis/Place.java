package dev.touchstone.epcis;

import tools.jackson.databind.node.ObjectNode;

/**
 * A read point or business location.
 *
 * @param extensions the fields beside {@code id}, as captured
 */
public record Place(Identifier id, ObjectNode extensions) {}
