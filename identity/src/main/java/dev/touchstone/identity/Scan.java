package dev.touchstone.identity;

import java.util.Optional;

/** What a scanner, a phone or a person gave, understood. */
public sealed interface Scan {

    /** The form in which the identifier came. */
    enum Form {
        ELEMENT_STRING,
        DIGITAL_LINK,
        EPC_URN,
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
     * Understands element strings in any form, Digital Links, EPC URNs, bare SSCC and GTIN digits, VINs, container
     * numbers and IMEIs. Takes any text, also null, and never throws.
     */
    static Scan parse(String text) {
        return ScanReader.read(text);
    }
}
