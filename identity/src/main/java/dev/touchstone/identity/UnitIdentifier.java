package dev.touchstone.identity;

import java.util.Map;
import java.util.Optional;

/**
 * A unique identifier of ISO/IEC 15459: the code of an issuing agency, the company's number with that agency, and the
 * company's own serial. Digits and capital letters, - and / inside.
 */
public record UnitIdentifier(String value) implements IndustryIdentifier {

    private static final int MAX_LENGTH = 50;
    private static final Map<String, String> AGENCIES = Map.of(
            "D", "NATO Allied Committee 135 (CAGE)",
            "LD", "US Department of Defense (DoDAAC)",
            "UN", "Dun and Bradstreet (DUNS)",
            "LB", "Telcordia",
            "LE", "EDIFICE",
            "LH", "EHIBCC",
            "OD", "Odette",
            "RH", "HIBCC",
            "J", "Universal Postal Union");

    public UnitIdentifier {
        Rules.text("A unit identifier", value, 3, MAX_LENGTH, Cset.SET39);
        if (value.indexOf('#') >= 0) {
            throw ProblemException.of(
                    "character", value.indexOf('#'), "A unit identifier may not hold '#'.", "digits, A to Z, - and /");
        }
    }

    /** The issuing agency's code, when it is one that is known here; a digit is a prefix of GS1. */
    public Optional<String> agency() {
        if (value.charAt(0) <= '9') {
            return Optional.of(value.substring(0, 1));
        }
        for (int length = 2; length >= 1; length--) {
            if (AGENCIES.containsKey(value.substring(0, length))) {
                return Optional.of(value.substring(0, length));
            }
        }
        return Optional.empty();
    }

    /** The name of the issuing agency, when it is known here. */
    public Optional<String> agencyName() {
        return agency().map(code -> code.charAt(0) <= '9' ? "GS1" : AGENCIES.get(code));
    }

    @Override
    public String toString() {
        return value;
    }
}
