package dev.touchstone.trace;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Role;
import java.util.List;
import java.util.Set;

/** What an event says of the state of a thing that it names. */
enum Signal {
    /** It has come into being. */
    MADE,
    /** It is in trade. */
    OFFERED,
    SOLD,
    RETURNED,
    /** It has become part of something else. */
    CONSUMED,
    DECOMMISSIONED,
    DESTROYED,
    /** Nothing but that it is there. */
    SEEN;

    /**
     * One line of the table below: every field that is not null must be met.
     *
     * @param word word of the CBV that is the business step or the disposition
     */
    private record Rule(EventType type, Action action, Role role, Word kind, Set<String> words, Signal signal) {

        boolean fits(Mention mention) {
            return (type == null || type == mention.type())
                    && (action == null || action == mention.action())
                    && (role == null || role == mention.role())
                    && (kind == null || words.contains(kind.of(mention)));
        }
    }

    private enum Word {
        STEP,
        DISPOSITION;

        String of(Mention mention) {
            String word = this == STEP ? mention.bizStep() : mention.disposition();
            return word == null ? "" : word;
        }
    }

    /** The first rule that fits decides (CBV 2.0, sections 7.1 and 7.2). */
    private static final List<Rule> RULES = List.of(
            role(Role.INPUT, CONSUMED),
            role(Role.OUTPUT, MADE),
            step(DESTROYED, "destroying"),
            disposition(DESTROYED, "destroyed", "disposed"),
            step(SOLD, "retail_selling", "dispensing"),
            disposition(SOLD, "retail_sold", "dispensed"),
            step(DECOMMISSIONED, "decommissioning", "killing"),
            disposition(DECOMMISSIONED, "inactive"),
            object(Action.DELETE, DECOMMISSIONED),
            disposition(RETURNED, "returned"),
            object(Action.ADD, MADE),
            step(MADE, "commissioning"),
            disposition(OFFERED, "active", "available", "sellable_accessible", "sellable_not_accessible"));

    static Signal of(Mention mention) {
        for (Rule rule : RULES) {
            if (rule.fits(mention)) {
                return rule.signal;
            }
        }
        return SEEN;
    }

    /** Whether what an event names with this signal has left any container that it was in. */
    boolean leavesContainer() {
        return switch (this) {
            case SOLD, CONSUMED, DECOMMISSIONED, DESTROYED -> true;
            case MADE, OFFERED, RETURNED, SEEN -> false;
        };
    }

    private static Rule role(Role role, Signal signal) {
        return new Rule(null, null, role, null, null, signal);
    }

    private static Rule object(Action action, Signal signal) {
        return new Rule(EventType.OBJECT, action, null, null, null, signal);
    }

    private static Rule step(Signal signal, String... words) {
        return new Rule(null, null, null, Word.STEP, Set.of(words), signal);
    }

    private static Rule disposition(Signal signal, String... words) {
        return new Rule(null, null, null, Word.DISPOSITION, Set.of(words), signal);
    }
}
