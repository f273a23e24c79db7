package dev.touchstone.epcis;

import dev.touchstone.epcis.Values.Form;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one quantity element (EPCIS 2.0, section 7.3.3.3; conformance requirements M104 to M111). */
final class QuantityReader {

    private QuantityReader() {}

    static Optional<Quantity> read(Role role, JsonNode node, Where where, Values values) {
        Optional<ObjectNode> object = values.object(node, where);
        if (object.isEmpty()) {
            return Optional.empty();
        }
        Optional<Identifier> epcClass = Optional.empty();
        Optional<BigDecimal> quantity = Optional.empty();
        Optional<String> uom = Optional.empty();
        for (var field : object.get().properties()) {
            Where at = where.at(field.getKey());
            switch (field.getKey()) {
                case "epcClass" -> epcClass = values.identifier(field.getValue(), at, Form.CLASS);
                case "quantity" -> quantity = values.number(field.getValue(), at);
                case "uom" -> uom = unit(field.getValue(), at, values);
                default -> values.foreign(field.getKey(), where, false, "epcClass, quantity, uom");
            }
        }
        if (!object.get().has("epcClass")) {
            values.missing(where, "epcClass", "the class that is counted or measured");
        }
        check(quantity, uom, object.get(), where, values);
        Optional<BigDecimal> amount = quantity;
        Optional<String> unit = uom;
        return epcClass.map(id -> new Quantity(role, id, amount, unit));
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

    /** The shape of UN/CEFACT Recommendation 20 codes; the list itself grows twice a year. */
    private static Optional<String> unit(JsonNode node, Where where, Values values) {
        Optional<String> text = values.text(node, where);
        if (text.isPresent() && !isUnit(text.get())) {
            values.fault(
                    "unit",
                    where,
                    "%s is not a unit code.".formatted(Values.quoted(text.get())),
                    "a UN/CEFACT Recommendation 20 code of 2 or 3 capitals and digits, such as KGM, LTR or MTR");
            return Optional.empty();
        }
        return text;
    }

    static boolean isUnit(String text) {
        if (text.length() < 2 || text.length() > 3) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
