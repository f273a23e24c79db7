package dev.touchstone.ledger;

import dev.touchstone.epcis.ErrorDeclaration;
import dev.touchstone.epcis.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Which event an event is: docs/decisions/0004-event-identity.md. */
final class EventIdentity {
    private static final String HASH_PREFIX = "ni:///sha-256;";
    private static final String HASH_SUFFIX = "?ver=CBV2.0";
    private static final int HASH_ID_LENGTH = HASH_PREFIX.length() + 2 * EventKey.LENGTH + HASH_SUFFIX.length();

    private EventIdentity() {}

    /** The key of the events that have this id from their client. */
    static EventKey keyOfGiven(String id) {
        return EventKey.digest(id.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys under which an event of this id may stand: a hash id is its own key, unless a client gave it to another event. */
    static List<EventKey> keysOf(String id) {
        EventKey given = keyOfGiven(id);
        return hashIn(id).map(hash -> List.of(hash, given)).orElse(List.of(given));
    }

    /** The key of a declaration that the event of a key is erroneous. */
    static EventKey keyOfDeclaration(EventKey erroneous, ErrorDeclaration said) {
        StringBuilder text = new StringBuilder("errorDeclaration\n").append(said.declarationTime());
        text.append('\n').append(said.reason().map(Term::value).orElse(""));
        said.correctiveEventIds().stream()
                .sorted()
                .forEach(id -> text.append('\n').append(id));
        return EventKey.digest(erroneous.bytes(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The hash in a hash id of the kind that the log gives; empty for any other id. */
    static Optional<EventKey> hashIn(String id) {
        if (id.length() != HASH_ID_LENGTH || !id.startsWith(HASH_PREFIX) || !id.endsWith(HASH_SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    EventKey.ofHex(id.substring(HASH_PREFIX.length(), HASH_PREFIX.length() + 2 * EventKey.LENGTH)));
        } catch (IllegalArgumentException notHexadecimal) {
            return Optional.empty();
        }
    }

    /** The id of an event that its client gave none. */
    static String hashId(EventKey hash) {
        return HASH_PREFIX + hash + HASH_SUFFIX;
    }
}
