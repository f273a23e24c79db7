package dev.touchstone.ledger;

import dev.touchstone.epcis.Attribute;
import dev.touchstone.epcis.CapturedEvent;
import dev.touchstone.epcis.Event;
import dev.touchstone.epcis.PersistentDisposition;
import dev.touchstone.epcis.Place;
import dev.touchstone.epcis.Reference;
import dev.touchstone.epcis.Term;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An event that is ready for the log.
 *
 * @param event still without its place in the log
 * @param body compact JSON as captured
 * @param context what its prefixes stand for, as JSON; null where the standard's context is enough
 * @param pointer where it stood in its document
 */
record Entry(LoggedEvent event, List<Reference> references, String body, String context, String pointer) {

    /** GS1's lots have 20 characters; what is far longer is no lot number that anyone looks up. */
    private static final int LONGEST_LOT = 100;

    private static final Set<String> LOT_NAMES =
            Set.of("urn:epcglobal:cbv:mda:lotNumber", "https://ref.gs1.org/voc/hasBatchLotNumber");
    private static final Set<String> EXPIRY_NAMES =
            Set.of("urn:epcglobal:cbv:mda:itemExpirationDate", "https://ref.gs1.org/voc/expirationDate");

    static Entry of(CapturedEvent captured) {
        Event event = captured.event();
        EventKey hash = EventIdentity.hashIn(captured.hash()).orElseThrow();
        String givenId =
                event.eventId().filter(id -> !id.equals(captured.hash())).orElse(null);
        return new Entry(
                logged(event, hash, givenId),
                event.references(),
                captured.json(),
                captured.context().equals("[]") ? null : captured.context(),
                captured.pointer());
    }

    private static LoggedEvent logged(Event event, EventKey hash, String givenId) {
        EventKey named = givenId == null ? hash : EventIdentity.keyOfGiven(givenId);
        var declaration = event.errorDeclaration();
        List<Attribute> ilmd = event.ilmd().isEmpty() ? List.of() : event.ilmdValues();
        return new LoggedEvent(
                0,
                Instant.EPOCH,
                declaration
                        .map(said -> EventIdentity.keyOfDeclaration(named, said))
                        .orElse(named),
                hash,
                givenId,
                declaration.isPresent() ? named : null,
                event.type(),
                event.action().orElse(null),
                event.eventTime().truncatedTo(ChronoUnit.MICROS),
                ZoneOffset.of(event.eventTimeZoneOffset()).getTotalSeconds() / 60,
                event.bizStep().map(Term::value).orElse(null),
                event.disposition().map(Term::value).orElse(null),
                terms(event.persistentDisposition().map(PersistentDisposition::set)),
                terms(event.persistentDisposition().map(PersistentDisposition::unset)),
                place(event.readPoint()),
                place(event.bizLocation()),
                event.transformationId().map(id -> id.canonical()).orElse(null),
                value(ilmd, LOT_NAMES)
                        .filter(lot -> lot.length() <= LONGEST_LOT)
                        .orElse(null),
                value(ilmd, EXPIRY_NAMES).flatMap(Entry::date).orElse(null),
                things(event));
    }

    private static List<String> terms(Optional<List<Term>> terms) {
        return terms.isEmpty()
                ? List.of()
                : terms.get().stream().map(Term::value).toList();
    }

    private static String place(Optional<Place> place) {
        return place.isEmpty() ? null : place.get().id().canonical();
    }

    private static List<Thing> things(Event event) {
        List<Thing> things =
                new ArrayList<>(event.items().size() + event.quantities().size());
        for (var item : event.items()) {
            things.add(new Thing(item.id().canonical(), item.role(), false, null, null));
        }
        for (var quantity : event.quantities()) {
            things.add(new Thing(
                    quantity.epcClass().canonical(),
                    quantity.role(),
                    true,
                    quantity.quantity().orElse(null),
                    quantity.uom().orElse(null)));
        }
        return List.copyOf(things);
    }

    private static Optional<String> value(List<Attribute> attributes, Set<String> names) {
        for (Attribute attribute : attributes) {
            if (names.contains(attribute.name()) && !attribute.value().isBlank()) {
                return Optional.of(attribute.value());
            }
        }
        return Optional.empty();
    }

    /** The date that a text begins with: some give a date, some a time of that day. */
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
