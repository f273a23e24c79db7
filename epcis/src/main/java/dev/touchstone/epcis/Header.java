package dev.touchstone.epcis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a document says about itself.
 *
 * @param query whether it is an EPCISQueryDocument
 * @param schemaVersion such as {@code 2.0}
 * @param context what its prefixes stand for
 * @param masterData the vocabulary elements of its header
 */
public record Header(
        boolean query,
        Optional<String> schemaVersion,
        Optional<Instant> creationDate,
        Optional<String> id,
        Optional<String> sender,
        Optional<String> receiver,
        Optional<String> instanceIdentifier,
        Context context,
        List<VocabularyElement> masterData) {}
