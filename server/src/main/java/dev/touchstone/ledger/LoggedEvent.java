package dev.touchstone.ledger;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An event of the log, without its body. Identifiers are canonical; what the event does not have is null.
 *
 * @param recordNo its place in the log
 * @param recordTime when it was captured, to the microsecond as is {@code time}, the event time
 * @param hash CBV event hash: what the event says, but for ids and error declaration
 * @param givenId the id from its client; null where the hash is the id
 * @param voids the key of the event that this one declares erroneous; null where it is no error declaration
 * @param action null for a transformation
 * @param bizStep word of the CBV, or URI; so are the dispositions
 * @param lot lot number of the instance master data, as is {@code expiry}
 * @param things in no particular order
 */
public record LoggedEvent(
        long recordNo,
        Instant recordTime,
        EventKey key,
        EventKey hash,
        String givenId,
        EventKey voids,
        EventType type,
        Action action,
        Instant time,
        int zoneMinutes,
        String bizStep,
        String disposition,
        List<String> persistentSet,
        List<String> persistentUnset,
        String readPoint,
        String bizLocation,
        String transformationId,
        String lot,
        LocalDate expiry,
        List<Thing> things) {

    /** The id under which it is known: the one its client gave, else its hash id. */
    public String id() {
        return givenId == null ? EventIdentity.hashId(hash) : givenId;
    }

    /** Where things are after the event: the business location, else the point where they were read; null without both. */
    public String place() {
        return bizLocation == null ? readPoint : bizLocation;
    }

    /** The container of an aggregation or association, and the object that stands for those of a transaction. */
    public Optional<String> parent() {
        for (Thing thing : things) {
            if (thing.role() == Role.PARENT) {
                return Optional.of(thing.epc());
            }
        }
        return Optional.empty();
    }

    /** Whether it takes out everything that is in its parent: a DELETE that names no child. */
    public boolean emptiesParent() {
        return (type == EventType.AGGREGATION || type == EventType.ASSOCIATION)
                && action == Action.DELETE
                && parent().isPresent()
                && things.stream().noneMatch(thing -> thing.role() == Role.CHILD);
    }

    LoggedEvent recorded(long number, Instant recorded) {
        return new LoggedEvent(
                number,
                recorded,
                key,
                hash,
                givenId,
                voids,
                type,
                action,
                time,
                zoneMinutes,
                bizStep,
                disposition,
                persistentSet,
                persistentUnset,
                readPoint,
                bizLocation,
                transformationId,
                lot,
                expiry,
                things);
    }
}
