package dev.touchstone.recall;

import dev.touchstone.http.Problem;
import dev.touchstone.http.Refusal;
import dev.touchstone.identity.Gtin;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Population.MadeFilter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Scopes and recalls. Thread-safe. */
public final class Recalls {

    private final Population population;
    private final MasterData masterData;
    private final RecallMark mark;
    private final RecallStore store;
    private final InstantSource clock;

    public Recalls(Population population, MasterData masterData, Ledger ledger, Jdbi jdbi, InstantSource clock) {
        this.population = population;
        this.masterData = masterData;
        this.mark = new RecallMark(ledger);
        this.store = new RecallStore(jdbi);
        this.clock = clock;
    }

    /** The units that meet a condition now. */
    Scope scope(RecallCondition condition) {
        if (condition.isEmpty()) {
            throw new Refusal(Problem.malformed(
                            "empty-condition", "The condition says nothing, so it would take every unit.")
                    .expected("at least one of componentLot, productLot, product, plant, line, madeFrom, madeUntil"));
        }
        return Scope.of(units(condition), population, masterData);
    }

    /** Freezes the scope of a condition, and marks its units in the log. */
    Recall start(String name, String reason, RecallCondition condition) {
        Map<String, List<String>> units = units(condition);
        if (condition.isEmpty() || units.isEmpty()) {
            throw new Refusal(Problem.unprocessable("empty-scope", "No unit in the log meets this condition.")
                    .at("/condition")
                    .expected("a condition that at least one unit meets; GET /api/recall/scope shows which do"));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Recall recall = new Recall(UUID.randomUUID(), name, reason, condition, now, units.size());
        store.add(recall, units);
        mark.put(recall, Scope.of(units, population, masterData));
        return recall;
    }

    /** Newest first. */
    public List<Recall> all() {
        return store.all();
    }

    public int count() {
        return store.count();
    }

    Optional<Recall> recall(UUID id) {
        return store.recall(id);
    }

    /** The frozen units of a recall, and where each is now. */
    Scope scope(Recall recall) {
        return Scope.of(store.units(recall.id()), population, masterData);
    }

    private Map<String, List<String>> units(RecallCondition condition) {
        MadeFilter made = new MadeFilter(
                condition.product().map(digits -> new Gtin(digits).digitalLink()),
                condition.productLot(),
                condition.plant(),
                condition.line(),
                condition.madeFrom(),
                condition.madeUntil());
        Map<String, List<String>> units = new TreeMap<>();
        if (condition.componentLot().isEmpty()) {
            population.made(made).keySet().forEach(unit -> units.put(unit, List.of()));
        } else {
            Map<String, List<String>> descendants =
                    population.descendants(lots(condition.componentLot().get()));
            population
                    .made(descendants.keySet(), made)
                    .keySet()
                    .forEach(unit -> units.put(unit, descendants.get(unit)));
        }
        return units;
    }

    private List<String> lots(String text) {
        return RecallCondition.isBare(text) ? population.componentLotsNumbered(text) : List.of(text);
    }
}
