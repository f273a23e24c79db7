package dev.touchstone.trace;

import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.LoggedEvent;
import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Puts what the tables say into the words of the interface, with names and places from master data. */
final class Describer {
    private final MasterData masterData;
    private final CompanyPrefixes prefixes;

    Describer(MasterData masterData, CompanyPrefixes prefixes) {
        this.masterData = masterData;
        this.prefixes = prefixes;
    }

    Identifier identifier(String epc) {
        return Identifier.of(epc, prefixes);
    }

    Optional<Location> location(String id) {
        return Optional.ofNullable(id).map(masterData::location);
    }

    Optional<ProductName> product(Identifier identifier) {
        return identifier
                .gtin()
                .map(gtin -> new ProductName(gtin, masterData.product(gtin).name()));
    }

    /** A thing that is known to the table of things. */
    Unit unit(Item item, Standing standing) {
        Identifier identifier = identifier(item.epc());
        Optional<Standing.Place> place = standing.place();
        Optional<Item.Making> made = Optional.ofNullable(item.made());
        return new Unit(
                identifier,
                product(identifier),
                item.state(),
                Optional.ofNullable(item.disposition()),
                item.persistentDispositions(),
                Optional.ofNullable(item.bizStep()),
                place.map(at -> masterData.location(at.location())),
                place.map(Standing.Place::since),
                place.map(Standing.Place::of).filter(of -> !of.equals(item.epc())),
                standing.containers(),
                made.map(Item.Making::at),
                made.flatMap(making -> location(making.location())),
                made.flatMap(making -> location(making.readPoint())),
                Optional.ofNullable(item.lot()).or(identifier::lot),
                Optional.ofNullable(item.expiry()),
                Optional.of(item.last().time()),
                item.events());
    }

    /** What events name without its having a life: a lot, a class, or a thing all of whose events were declared erroneous. */
    Unit lifeless(String epc) {
        Identifier identifier = identifier(epc);
        return new Unit(
                identifier,
                product(identifier),
                ItemState.OBSERVED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                identifier.lot(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    UnitTrace.TimelineEntry entry(Timeline.Moved moved, Optional<String> contradiction) {
        LoggedEvent event = moved.event();
        return new UnitTrace.TimelineEntry(
                event.id(),
                event.time(),
                offset(event.zoneMinutes()),
                event.recordTime(),
                event.type().title(),
                Optional.ofNullable(event.action()).map(Enum::name),
                moved.role(),
                Optional.ofNullable(moved.through()),
                Optional.ofNullable(event.bizStep()),
                Optional.ofNullable(event.disposition()),
                event.persistentSet(),
                location(event.readPoint()),
                location(event.bizLocation()),
                moved.late(),
                moved.voided(),
                contradiction,
                moved.role() == UnitTrace.Part.PARENT ? Optional.empty() : event.parent(),
                children(event));
    }

    Optional<UnitTrace.Sighting> sighting(Timeline.Moved moved) {
        return location(moved.event().place())
                .map(place -> new UnitTrace.Sighting(
                        moved.event().time(),
                        place,
                        Optional.ofNullable(moved.event().bizStep()),
                        Optional.ofNullable(moved.through())));
    }

    private static int children(LoggedEvent event) {
        return (int) event.things().stream()
                .filter(thing -> thing.role() == dev.touchstone.epcis.Role.CHILD)
                .count();
    }

    private static String offset(int minutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }
}
