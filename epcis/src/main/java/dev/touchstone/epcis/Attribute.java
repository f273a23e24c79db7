package dev.touchstone.epcis;

/**
 * One value of an extension or of instance and lot master data.
 *
 * @param name full name: namespace and local name, such as {@code http://ns.example.com/epcis/batch}
 * @param value its text
 * @param inner whether it stands inside another extension field
 */
public record Attribute(String name, String value, boolean inner) {}
