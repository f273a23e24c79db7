package dev.touchstone.identity;

/** An identifier of an industry beside GS1. Valid when it exists. */
public sealed interface IndustryIdentifier permits Vin, ContainerNumber, Imei {

    /** The canonical text. */
    String value();
}
