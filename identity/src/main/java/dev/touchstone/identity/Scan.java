package dev.touchstone.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a scanner, a phone or a person gave, understood. */
public sealed interface Scan {

    /** The form in which the identifier came. */
    enum Form {
        ELEMENT_STRING,
        DIGITAL_LINK,
        EPC_URN,
        /** Hexadecimal digits of a tag's memory, a tag URN or a raw URN. */
        EPC_BINARY,
        /** Digits or characters of a key alone. */
        BARE
    }

    /**
     * A GS1 key and what came with it.
     *
     * @param key the key at its finest: an SGTIN rather than a GTIN where there is a serial
     * @param elements everything that was there, the key's own elements included
     */
    record Identified(Key key, ElementString elements, Form form) implements Scan {

        /** Batch or lot, AI (10). */
        public Optional<String> lot() {
            return elements.value("10");
        }

        /** Expiry date, AI (17). */
        public Optional<Gs1Date> expiry() {
            return elements.value("17").map(Gs1Date::new);
        }

        /** Production date, AI (11). */
        public Optional<Gs1Date> produced() {
            return elements.value("11").map(Gs1Date::new);
        }
    }

    /** An identifier of another scheme: a vehicle, a container, a telephone. */
    record Industry(IndustryIdentifier identifier) implements Scan {}

    /** Nothing could be made of it, and why. */
    record Refused(Problem problem) implements Scan {}

    /**
     * Understands element strings in any form, Digital Links also without scheme or compressed, EPC URNs and tag memory
     * in hexadecimal, bare digits of GTIN, SSCC and GSIN, VINs, container numbers, IMEIs, IMO numbers, HIBC and ISBT 128
     * symbols, Basic UDI-DIs and messages of ISO/IEC 15434. Takes any text, also null, and never throws.
     */
    static Scan parse(String text) {
        return parse(text, Reading.TOLERANT);
    }

    /** As {@link #parse(String)}, with a tolerance and a table of AIs of one's own. */
    static Scan parse(String text, Reading reading) {
        try {
            return ScanReader.read(text, reading).scan();
        } catch (ProblemException e) {
            return new Refused(e.problem());
        }
    }

    /** As {@link #parse(String)}, of bytes in UTF-8. */
    static Scan parse(byte[] bytes) {
        return parse(bytes == null ? null : new String(bytes, StandardCharsets.UTF_8));
    }

    /** Takes a text that names nothing by itself for a serial number of the product. */
    static Scan parse(String text, Gtin product) {
        Scan scan = parse(text);
        boolean named = scan instanceof Identified identified && identified.form() != Form.BARE;
        if (named || text == null) {
            return scan;
        }
        try {
            Sgtin unit = new Sgtin(product, text.strip());
            return new Identified(unit, ElementString.of(unit), Form.BARE);
        } catch (ProblemException e) {
            return scan;
        }
    }
}
