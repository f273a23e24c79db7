package dev.touchstone.epcis;

import dev.touchstone.identity.EpcUri;

/**
 * A URI that names a thing, a class, a place or a document.
 *
 * @param text as captured
 * @param uri what it is
 * @param canonical the one text of all its forms: a GS1 Digital Link at id.gs1.org, or the full URI when it is no GS1 key
 */
public record Identifier(String text, EpcUri uri, String canonical) {

    /**
     * Reads a URI that may begin with a prefix.
     *
     * @throws dev.touchstone.identity.ProblemException when it breaks the rules of the GS1 scheme that it names
     */
    static Identifier parse(String text, Context context) {
        EpcUri uri = EpcUri.parse(context.expand(text));
        return new Identifier(text, uri, uri.canonical());
    }
}
