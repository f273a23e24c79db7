package dev.touchstone.trace;

import dev.touchstone.ledger.EventKey;
import dev.touchstone.ledger.Log;
import dev.touchstone.ledger.LoggedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Walks from a thing to what it was made of and to what was made of it, level by level, until depth or limit is reached. */
final class GenealogyWalk {
    /** A transformation of many inputs into many outputs has their product in edges. */
    private static final int EDGES_PER_NODE = 20;

    private final GenealogyStore store;
    private final Connection connection;
    private final Describer describer;
    private final int depth;
    private final int limit;
    private final Set<String> nodes = new LinkedHashSet<>();
    private final Set<GenealogyStore.Link> links = new LinkedHashSet<>();
    private boolean complete = true;

    GenealogyWalk(Connection connection, Instant asOf, Describer describer, int depth, int limit) {
        this.store = new GenealogyStore(connection, asOf);
        this.connection = connection;
        this.describer = describer;
        this.depth = depth;
        this.limit = limit;
    }

    Genealogy from(String epc, Genealogy.Direction direction) throws SQLException {
        boolean up = direction != Genealogy.Direction.DOWN;
        boolean down = direction != Genealogy.Direction.UP;
        nodes.add(epc);
        if (up) {
            walk(epc, true);
        }
        if (down) {
            walk(epc, false);
        }
        Map<String, Integer> hidden = new HashMap<>();
        if (up) {
            hide(hidden, true);
        }
        if (down) {
            hide(hidden, false);
        }
        return new Genealogy(nodes(hidden), edges(), complete && hidden.isEmpty());
    }

    private void walk(String epc, boolean up) throws SQLException {
        Set<String> seen = new HashSet<>(Set.of(epc));
        List<String> level = List.of(epc);
        for (int at = 0; at < depth && !level.isEmpty(); at++) {
            int room = limit * EDGES_PER_NODE - links.size();
            List<GenealogyStore.Link> found = store.links(level, up, room + 1);
            complete &= found.size() <= room;
            List<String> next = new ArrayList<>();
            for (GenealogyStore.Link link : found.subList(0, Math.min(room, found.size()))) {
                String neighbour = up ? link.input() : link.output();
                if (nodes.contains(neighbour) || nodes.size() < limit) {
                    nodes.add(neighbour);
                    links.add(link);
                    if (seen.add(neighbour)) {
                        next.add(neighbour);
                    }
                } else {
                    complete = false;
                }
            }
            level = next;
        }
    }

    /** Counts the neighbours of each node that are not in the answer, on the side of the graph that was asked for. */
    private void hide(Map<String, Integer> hidden, boolean up) throws SQLException {
        Map<String, Integer> shown = new HashMap<>();
        links.forEach(link -> shown.merge(up ? link.output() : link.input(), 1, Integer::sum));
        Map<String, Integer> all = store.neighbours(reached(up), up);
        all.forEach((node, count) -> {
            int missing = count - shown.getOrDefault(node, 0);
            if (missing > 0) {
                hidden.merge(node, missing, Integer::sum);
            }
        });
    }

    /** The first node, and those on one side of it. */
    private Set<String> reached(boolean up) {
        Set<String> reached = new HashSet<>(Set.of(nodes.iterator().next()));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (GenealogyStore.Link link : links) {
                if (reached.contains(up ? link.output() : link.input())) {
                    grown |= reached.add(up ? link.input() : link.output());
                }
            }
        }
        return reached;
    }

    private List<Genealogy.Node> nodes(Map<String, Integer> hidden) throws SQLException {
        Set<EventKey> events = new HashSet<>();
        links.forEach(link -> events.add(link.event()));
        Map<String, GenealogyStore.Amount> amounts = links.isEmpty() ? Map.of() : store.amounts(nodes, events);
        ToIntFunction<String> missing = node -> hidden.getOrDefault(node, 0);
        return nodes.stream()
                .map(epc -> {
                    Identifier identifier = describer.identifier(epc);
                    Optional<GenealogyStore.Amount> amount = Optional.ofNullable(amounts.get(epc));
                    return new Genealogy.Node(
                            epc,
                            identifier.kind(),
                            identifier.text(),
                            describer.product(identifier).map(ProductName::name),
                            amount.map(GenealogyStore.Amount::quantity),
                            amount.map(GenealogyStore.Amount::uom),
                            missing.applyAsInt(epc));
                })
                .toList();
    }

    private List<Genealogy.Edge> edges() throws SQLException {
        Set<EventKey> keys = new HashSet<>();
        links.forEach(link -> keys.add(link.event()));
        Map<EventKey, String> ids = new HashMap<>();
        for (LoggedEvent event : Log.over(connection).withKeys(keys)) {
            ids.put(event.key(), event.id());
        }
        return links.stream()
                .map(link ->
                        new Genealogy.Edge(link.input(), link.output(), link.at(), ids.get(link.event()), link.kind()))
                .toList();
    }
}
