package dev.touchstone.identity;

import java.util.Optional;

/**
 * Aerospace and defence identifier: organisation, original part number (may be empty) and serial number, which begins
 * with # when the serial was added by another than the maker (TDS 6.3.11, ATA Spec 2000).
 */
public record Adi(String organisation, String partNumber, String serial) implements IndustryIdentifier {

    public Adi {
        UsDod.checkOrganisation(organisation);
        Rules.text("A part number", partNumber, 0, 32, Cset.SET39);
        Rules.text("A serial number", serial, 1, 30, Cset.SET39);
        int hash = Math.max(partNumber.indexOf('#'), serial.indexOf('#', 1));
        if (hash >= 0 || serial.equals("#")) {
            throw ProblemException.of(
                    "character", -1, "A # stands elsewhere than before the serial.", "digits, letters, - and /");
        }
    }

    /** Reads the three parts with dots between them, # and / escaped as in URIs. */
    public static Adi parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw ProblemException.of(
                    "adi",
                    0,
                    "The text is not organisation, part number and serial with dots between them.",
                    "such as 35962.PQ7VZ4.M37GXB92");
        }
        return new Adi(
                parts[0], Text.unescape(parts[1], 0, parts[1].length()), Text.unescape(parts[2], 0, parts[2].length()));
    }

    @Override
    public String value() {
        StringBuilder out = new StringBuilder(organisation).append('.');
        Text.escape(out, partNumber);
        out.append('.');
        Text.escape(out, serial);
        return out.toString();
    }

    @Override
    public Optional<String> epcUrn() {
        return Optional.of("urn:epc:id:adi:" + value());
    }

    @Override
    public String toString() {
        return value();
    }
}
