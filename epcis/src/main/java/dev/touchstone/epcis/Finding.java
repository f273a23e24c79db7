package dev.touchstone.epcis;

/**
 * One fault of a document.
 *
 * @param code stable name of the rule that is broken, such as {@code quantity-unit}; docs/epcis.md lists them
 * @param pointer RFC 6901 JSON pointer to the place, from the root of the document
 * @param detail one sentence that says what is wrong
 * @param expected what would be right
 */
public record Finding(String code, String pointer, String detail, String expected) {}
