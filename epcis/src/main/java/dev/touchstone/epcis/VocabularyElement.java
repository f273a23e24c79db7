package dev.touchstone.epcis;

import java.util.List;

/**
 * Master data about one place, party, product or the like.
 *
 * @param type the vocabulary, such as {@code urn:epcglobal:epcis:vtype:Location}
 * @param attributes compact JSON array of {@code {"id", "attribute"}} objects as captured; {@code []} when there are none
 * @param children the elements below it, such as the parts of a place
 * @param pointer its place in the document, as JSON pointer
 */
public record VocabularyElement(
        String type, Identifier id, String attributes, List<Identifier> children, String pointer) {}
