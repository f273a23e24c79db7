package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import dev.touchstone.ledger.EventKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The fold of what happened to one thing into its state, its stays in containers, and what does not fit. It depends on nothing but
 * the events given, in {@link LifeEvent#ORDER}; the state as of a time is the fold of the events up to it. A life that ended with
 * an item can be taken up where it ended.
 */
final class Life {

    /** An event that does not fit what went before, and why. */
    record Contradiction(EventKey key, String reason) {}

    private final String epc;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Contradiction> contradictions = new ArrayList<>();
    private final TreeSet<String> persistent = new TreeSet<>();

    private ItemState state;
    private String disposition;
    private String bizStep;
    private String location;
    private Instant locatedAt;
    private boolean inTransit;
    private Item.Making made;
    private String lot;
    private LocalDate expiry;
    private Instant first;
    private Moment last;
    private long lastNamedBy = -1;
    private int events;

    private Life(String epc) {
        this.epc = epc;
    }

    /** The life of a thing from all that happened to it, in order. */
    static Life of(String epc, List<LifeEvent> events) {
        Life life = new Life(epc);
        events.forEach(life::add);
        return life;
    }

    /** A life that goes on after {@code item}, with the stays that had not ended. */
    static Life after(Item item, List<Stay> open) {
        Life life = new Life(item.epc());
        life.stays.addAll(open);
        life.persistent.addAll(item.persistentDispositions());
        life.state = item.state();
        life.disposition = item.disposition();
        life.bizStep = item.bizStep();
        life.location = item.location();
        life.locatedAt = item.locatedAt();
        life.inTransit = item.inTransit();
        life.made = item.made();
        life.lot = item.lot();
        life.expiry = item.expiry();
        life.first = item.firstEventTime();
        life.last = item.last();
        life.events = item.events();
        return life;
    }

    /** Adds what happened next. */
    void add(LifeEvent event) {
        switch (event) {
            case Mention mention -> mentioned(mention);
            case Emptying emptying -> emptied(emptying);
        }
    }

    /** The thing as it is now; empty while no event has named it. */
    Optional<Item> item() {
        if (events == 0) {
            return Optional.empty();
        }
        String parent =
                openIn(ContainmentKind.AGGREGATION, null).map(Stay::parent).orElse(null);
        return Optional.of(new Item(
                epc,
                ItemKind.of(epc),
                ItemKind.classOf(epc),
                state,
                disposition,
                List.copyOf(persistent),
                bizStep,
                location,
                locatedAt,
                inTransit,
                parent,
                made,
                lot,
                expiry,
                first,
                last,
                events));
    }

    /** All stays known, in the order in which they began. */
    List<Stay> stays() {
        return List.copyOf(stays);
    }

    List<Contradiction> contradictions() {
        return List.copyOf(contradictions);
    }

    private void mentioned(Mention mention) {
        Signal signal = Signal.of(mention);
        move(mention, signal);
        if (signal == Signal.MADE && made == null) {
            made = new Item.Making(mention.at().time(), mention.bizLocation(), mention.readPoint());
        }
        disposition = mention.disposition() == null ? disposition : mention.disposition();
        bizStep = mention.bizStep() == null ? bizStep : mention.bizStep();
        lot = mention.lot() == null ? lot : mention.lot();
        expiry = mention.expiry() == null ? expiry : mention.expiry();
        persistent.removeAll(mention.persistentUnset());
        persistent.addAll(mention.persistentSet());
        if (mention.bizStep() != null || mention.place() != null) {
            inTransit = mention.sendsOff();
        }
        locate(mention.place(), mention.at());
        contain(mention, signal);
        first = first == null ? mention.at().time() : first;
        last = mention.at();
        if (lastNamedBy != mention.at().recordNo()) {
            lastNamedBy = mention.at().recordNo();
            events++;
        }
    }

    private void move(Mention mention, Signal signal) {
        if (state == null) {
            state = ItemState.first(signal);
            return;
        }
        ItemState.Step step = state.on(signal);
        state = step.state();
        if (step.contradiction() != null) {
            contradictions.add(new Contradiction(mention.key(), step.contradiction()));
        }
    }

    private void contain(Mention mention, Signal signal) {
        boolean joins = mention.type() == EventType.AGGREGATION || mention.type() == EventType.ASSOCIATION;
        if (mention.role() == Role.CHILD
                && joins
                && mention.parent() != null
                && !mention.parent().equals(epc)) {
            if (mention.action() == Action.ADD) {
                enter(mention, Stay.kindOf(mention.type()));
            } else if (mention.action() == Action.DELETE) {
                leave(mention, Stay.kindOf(mention.type()));
            }
        } else if (signal.leavesContainer() && (mention.role() == Role.EPC || mention.role() == Role.INPUT)) {
            openIn(ContainmentKind.AGGREGATION, null).ifPresent(stay -> end(stay, mention));
        }
    }

    private void enter(Mention mention, ContainmentKind kind) {
        if (openIn(kind, mention.parent()).isPresent()) {
            return;
        }
        if (kind == ContainmentKind.AGGREGATION) {
            openIn(kind, null).ifPresent(former -> end(former, mention));
        }
        stays.add(new Stay(epc, mention.parent(), kind, mention.at().time(), mention.key(), null, null));
    }

    private void leave(Mention mention, ContainmentKind kind) {
        openIn(kind, mention.parent())
                .ifPresentOrElse(
                        stay -> end(stay, mention),
                        () -> contradictions.add(new Contradiction(
                                mention.key(), "It was taken out of a container that it was not in.")));
    }

    private void emptied(Emptying emptying) {
        openIn(emptying.kind(), emptying.container()).ifPresent(stay -> {
            end(stay, emptying);
            inTransit = inTransit && emptying.place() == null;
            locate(emptying.place(), emptying.at());
            last = emptying.at();
        });
    }

    /** The thing was there then; {@code place} is null where the event does not say where. */
    private void locate(String place, Moment at) {
        if (place != null) {
            location = place;
            locatedAt = at.time();
        }
    }

    /** The open stay of a kind in one container, or in any where {@code container} is null. */
    private Optional<Stay> openIn(ContainmentKind kind, String container) {
        for (Stay stay : stays) {
            if (stay.isOpen()
                    && stay.kind() == kind
                    && (container == null || stay.parent().equals(container))) {
                return Optional.of(stay);
            }
        }
        return Optional.empty();
    }

    private void end(Stay stay, LifeEvent by) {
        stays.set(stays.indexOf(stay), stay.ended(by.at().time(), by.key()));
    }
}
