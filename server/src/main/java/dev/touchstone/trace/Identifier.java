package dev.touchstone.trace;

import dev.touchstone.identity.EpcUri;
import dev.touchstone.identity.Gtin;
import dev.touchstone.identity.Itip;
import dev.touchstone.identity.Key;
import dev.touchstone.identity.Lgtin;
import dev.touchstone.identity.ProblemException;
import dev.touchstone.identity.Sgtin;
import dev.touchstone.identity.Upui;
import java.util.Locale;

/**
 * An identifier as people and programs read it. What it does not have is null.
 *
 * @param epc canonical: a Digital Link at id.gs1.org, or a URI
 * @param kind its scheme in lower case, such as {@code sgtin}; {@code pattern} or {@code uri} where it is no key
 * @param text bracketed element string, or the URI
 * @param gtin 14 digits
 */
public record Identifier(String epc, String kind, String text, String gtin, String serial, String lot) {

    /** @param epc canonical */
    public static Identifier of(String epc) {
        try {
            return switch (EpcUri.parse(epc)) {
                case EpcUri.Gs1 gs1 -> of(gs1.key());
                case EpcUri.Pattern pattern -> new Identifier(epc, "pattern", epc, null, null, null);
                case EpcUri.Other other -> uri(epc);
            };
        } catch (ProblemException notAUri) {
            return uri(epc);
        }
    }

    public static Identifier of(Key key) {
        String kind = key.scheme().title().toLowerCase(Locale.ROOT);
        String gtin = null;
        String serial = null;
        String lot = null;
        switch (key) {
            case Gtin plain -> gtin = plain.digits();
            case Sgtin unit -> {
                gtin = unit.gtin().digits();
                serial = unit.serial();
            }
            case Lgtin batch -> {
                gtin = batch.gtin().digits();
                lot = batch.lot();
            }
            case Upui unit -> {
                gtin = unit.gtin().digits();
                serial = unit.qualifier();
            }
            case Itip piece -> serial = piece.qualifier().isEmpty() ? null : piece.qualifier();
            default -> {}
        }
        return new Identifier(key.digitalLink(), kind, key.elementString(), gtin, serial, lot);
    }

    private static Identifier uri(String epc) {
        return new Identifier(epc, "uri", epc, null, null, null);
    }
}
