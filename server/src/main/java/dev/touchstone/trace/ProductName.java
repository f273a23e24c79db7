package dev.touchstone.trace;

/**
 * A product and what it is called.
 *
 * @param gtin 14 digits
 * @param name from master data; else the GTIN
 */
public record ProductName(String gtin, String name) {}
