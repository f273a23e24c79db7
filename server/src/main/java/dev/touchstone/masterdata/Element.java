package dev.touchstone.masterdata;

import java.util.List;
import java.util.Map;

/**
 * One vocabulary element as it was captured, as far as it can be understood.
 *
 * @param vocabulary type of the vocabulary
 * @param id canonical identifier
 * @param attributes by short name ({@link Vocabulary#shortName}); only those whose value is a text, a number or a truth value
 * @param children canonical identifiers of the elements below this one
 */
record Element(String vocabulary, String id, Map<String, String> attributes, List<String> children) {}
