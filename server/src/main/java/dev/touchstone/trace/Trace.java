package dev.touchstone.trace;

import dev.touchstone.database.DatabaseException;
import dev.touchstone.identity.CompanyPrefixes;
import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.Log;
import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.LocationKind;
import dev.touchstone.masterdata.MasterData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * What the log says of one thing, now or at any past time, and lists of things. Thread-safe. Each answer is of one moment of the
 * log. A time in the past is event time: the answer is as if nothing had happened after it, by all that is known today.
 */
public final class Trace {
    private static final int CONTENTS_SHOWN = 100;
    private static final int GENEALOGY_DEPTH = 3;
    private static final int GENEALOGY_NODES = 100;

    private final DataSource database;
    private final MasterData masterData;
    private final Describer describer;

    /** @param prefixes from which EPC URNs are made; what they do not know has none */
    public Trace(DataSource database, MasterData masterData, CompanyPrefixes prefixes) {
        this.database = database;
        this.masterData = masterData;
        this.describer = new Describer(masterData, prefixes);
    }

    /**
     * Everything about a thing, a lot or a class.
     *
     * @param epc canonical
     * @return empty when no event up to that time names it
     */
    public Optional<UnitTrace> trace(String epc, Optional<Instant> asOf) {
        Instant at = asOf.orElse(Instant.MAX);
        return ask(connection -> {
            List<Inside> insides = Inside.of(epc, at, connection);
            Log log = Log.over(connection);
            List<Timeline.Moved> moves = Timeline.of(epc, insides, at, log);
            if (moves.isEmpty()) {
                return Optional.empty();
            }
            Life life = Lives.of(List.of(epc), log, at).get(epc);
            List<String> contents = StayStore.contents(epc, at, CONTENTS_SHOWN, connection);
            int contentsCount =
                    contents.size() < CONTENTS_SHOWN ? contents.size() : StayStore.countContents(epc, at, connection);
            return Optional.of(new UnitTrace(
                    asOf,
                    unit(epc, life, insides, at, connection),
                    entries(moves, life),
                    insides.stream().map(Trace::interval).toList(),
                    contents,
                    contentsCount,
                    new GenealogyWalk(connection, at, describer, GENEALOGY_DEPTH, GENEALOGY_NODES)
                            .from(epc, Genealogy.Direction.BOTH),
                    moves.stream()
                            .filter(moved -> !moved.voided())
                            .flatMap(moved -> describer.sighting(moved).stream())
                            .toList()));
        });
    }

    /** A thing as it stands; empty when no event up to that time that counts names it. */
    public Optional<Unit> unit(String epc, Optional<Instant> asOf) {
        return ask(connection -> asOf.isPresent() ? then(epc, asOf.get(), connection) : now(epc, connection));
    }

    private Optional<Unit> now(String epc, Connection connection) throws SQLException {
        Optional<Item> item =
                Optional.ofNullable(ItemStore.find(List.of(epc), connection).get(epc));
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(describer.unit(
                        item.get(),
                        Standing.now(List.of(item.get()), connection).get(epc)));
    }

    private Optional<Unit> then(String epc, Instant asOf, Connection connection) throws SQLException {
        Life life = Lives.of(List.of(epc), Log.over(connection), asOf).get(epc);
        return life.item().isEmpty()
                ? Optional.empty()
                : Optional.of(unit(epc, life, Inside.of(epc, asOf, connection), asOf, connection));
    }

    /** What a thing was made of and what was made of it; the thing alone where nothing is known. */
    public Genealogy genealogy(String epc, Genealogy.Direction direction, int depth, int limit) {
        return ask(
                connection -> new GenealogyWalk(connection, Instant.MAX, describer, depth, limit).from(epc, direction));
    }

    /** A page of things, last seen first, and how many there are in all. */
    public UnitPage units(UnitFilter filter, Optional<UnitPage.Place> after, int perPage) {
        return ask(connection -> {
            UnitStore store = new UnitStore(connection, filter, below(filter.location()), placesByKind());
            List<Item> items = store.items(after, perPage + 1);
            List<Item> page = items.subList(0, Math.min(perPage, items.size()));
            Map<String, Standing> standings = Standing.now(page, connection);
            Optional<UnitPage.Place> next = items.size() > perPage
                    ? Optional.of(new UnitPage.Place(
                            page.getLast().last().time(), page.getLast().epc()))
                    : Optional.empty();
            return new UnitPage(
                    page.stream()
                            .map(item -> describer.unit(item, standings.get(item.epc())))
                            .toList(),
                    store.count(),
                    next);
        });
    }

    /** How many things there are, and where product units are. */
    public UnitCounts counts() {
        return ask(CountStore::counts);
    }

    private Unit unit(String epc, Life life, List<Inside> insides, Instant at, Connection connection)
            throws SQLException {
        Optional<Item> item = life.item();
        if (item.isEmpty()) {
            return describer.lifeless(epc);
        }
        List<String> containers =
                Inside.chain(insides).stream().map(Inside::container).toList();
        Map<String, Life> lives = Lives.of(containers, Log.over(connection), at);
        List<Item> holders = Stream.concat(
                        item.stream(), containers.stream().flatMap(container -> lives.get(container).item().stream()))
                .toList();
        return describer.unit(item.get(), Standing.of(holders));
    }

    private List<UnitTrace.TimelineEntry> entries(List<Timeline.Moved> moves, Life life) {
        Map<EventKey, String> contradictions = new HashMap<>();
        life.contradictions()
                .forEach(contradiction -> contradictions.merge(
                        contradiction.key(), contradiction.reason(), (first, more) -> first + " " + more));
        return moves.reversed().stream()
                .map(moved -> describer.entry(
                        moved,
                        Optional.ofNullable(contradictions.get(moved.event().key()))))
                .toList();
    }

    private static UnitTrace.ContainmentInterval interval(Inside inside) {
        return new UnitTrace.ContainmentInterval(
                inside.container(), inside.since(), Optional.ofNullable(inside.until()), inside.kind(), inside.depth());
    }

    /** A place and all places that master data puts inside it. */
    private List<String> below(Optional<String> place) {
        List<String> places = new ArrayList<>(place.stream().toList());
        for (int i = 0; i < places.size(); i++) {
            String above = places.get(i);
            masterData.locations(Optional.empty()).stream()
                    .filter(location -> location.parent().filter(above::equals).isPresent())
                    .flatMap(location -> Stream.of(location.id()))
                    .filter(id -> !places.contains(id))
                    .forEach(places::add);
        }
        return places;
    }

    private Map<LocationKind, List<String>> placesByKind() {
        return masterData.locations(Optional.empty()).stream()
                .collect(Collectors.groupingBy(Location::kind, Collectors.mapping(Location::id, Collectors.toList())));
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /** Asks within one snapshot of the database, so that the tables agree with each other. */
    private <T> T ask(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T answer = question.ask(connection);
            connection.commit();
            return answer;
        } catch (SQLException e) {
            throw new DatabaseException("the trace cannot be read: " + e.getMessage(), e);
        }
    }
}
