package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one quantity element (EPCIS 2.0, section 7.3.3.3; conformance requirements M104 to M111). */
final class QuantityReader {

    private static final List<String> FIELDS = List.of("epcClass", "quantity", "uom");

    private QuantityReader() {}

    static Optional<Quantity> read(Role role, JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode fields = object.get();
        values.closed(fields, where, FIELDS);
        if (!fields.has("epcClass")) {
            values.missing(where, "epcClass", "the class that is counted or measured");
        }
        Optional<BigDecimal> quantity = values.number(fields.path("quantity"), where.at("quantity"));
        Optional<String> uom = values.unit(fields.path("uom"), where.at("uom"));
        check(quantity, uom, fields, where, values);
        return values.identifier(fields.path("epcClass"), where.at("epcClass"), Form.CLASS)
                .map(id -> new Quantity(role, id, quantity, uom));
    }

    private static void check(
            Optional<BigDecimal> quantity, Optional<String> uom, ObjectNode object, Where where, Values values) {
        if (uom.isPresent() && !object.has("quantity")) {
            values.fault(
                    "quantity-unit",
                    where.at("uom"),
                    "There is a unit of measure without a quantity.",
                    "a quantity beside it, or no uom");
        }
        if (quantity.isEmpty()) {
            return;
        }
        boolean whole = quantity.get().stripTrailingZeros().scale() <= 0;
        if (uom.isEmpty() && !object.has("uom") && (!whole || quantity.get().signum() <= 0)) {
            values.fault(
                    "quantity-count",
                    where.at("quantity"),
                    "Without a unit of measure the quantity is a count, and %s is none."
                            .formatted(quantity.get().toPlainString()),
                    "a whole number from 1 up, or a uom such as KGM beside it");
        } else if (quantity.get().signum() < 0) {
            values.fault(
                    "quantity-count",
                    where.at("quantity"),
                    "The quantity %s is negative.".formatted(quantity.get().toPlainString()),
                    "a number from 0 up");
        }
    }
}
