package dev.touchstone.epcis;

import dev.touchstone.identity.EpcUri;

/**
 * A URI that names a thing, a class, a place or a document.
 *
 * @param text as captured
 * @param uri what it is
 * @param canonical the one text of all its forms: a GS1 Digital Link at id.gs1.org, or {@code text} when it is no GS1 key
 */
public record Identifier(String text, EpcUri uri, String canonical) {

    static Identifier of(String text, EpcUri uri) {
        return new Identifier(text, uri, uri instanceof EpcUri.Other ? text : uri.canonical());
    }
}
