package dev.touchstone.identity;

import java.util.Optional;

/**
 * Identifier of goods of suppliers to the US Department of Defense: a CAGE code of five characters or a DoDAAC of six,
 * and a serial number without leading zero (TDS 6.3.10).
 */
public record UsDod(String organisation, long serial) implements IndustryIdentifier {

    public UsDod {
        checkOrganisation(organisation);
        if (serial < 0 || serial >= 1L << 36) {
            throw ProblemException.of("range", -1, "The serial number is out of range.", "0 to 68719476735");
        }
    }

    /** CAGE codes and DoDAACs have digits and letters other than I and O. */
    static void checkOrganisation(String organisation) {
        Rules.text("A CAGE code or DoDAAC", organisation, 5, 6, Cset.SET39);
        for (int i = 0; i < organisation.length(); i++) {
            if ("IO#/-".indexOf(organisation.charAt(i)) >= 0) {
                throw ProblemException.of(
                        "character",
                        i,
                        "A CAGE code or DoDAAC may not hold %s.".formatted(Text.shown(organisation.charAt(i))),
                        "digits and letters other than I and O");
            }
        }
    }

    /** Reads organisation and serial with a dot between them. */
    public static UsDod parse(String text) {
        int dot = text.indexOf('.');
        String serial = text.substring(dot + 1);
        if (dot < 0 || !serial.matches("0|[1-9][0-9]{0,11}")) {
            throw ProblemException.of(
                    "usdod",
                    Math.max(dot + 1, 0),
                    "There is no serial number after the organisation.",
                    "such as CAGEY.5678, the number without leading zeros");
        }
        return new UsDod(text.substring(0, dot), Long.parseLong(serial));
    }

    @Override
    public String value() {
        return organisation + "." + serial;
    }

    @Override
    public Optional<String> epcUrn() {
        return Optional.of("urn:epc:id:usdod:" + value());
    }

    @Override
    public String toString() {
        return value();
    }
}
