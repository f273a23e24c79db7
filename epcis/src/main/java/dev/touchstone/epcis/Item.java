package dev.touchstone.epcis;

/** One object that an event names, and the part it plays. */
public record Item(Role role, Identifier id) {}
