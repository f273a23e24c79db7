package dev.touchstone.trace;

/**
 * The states of a thing, and the one table of how what an event says of it ({@link Signal}) moves it from state to state.
 *
 * <p>A move that does not fit what went before is still answered, by the state that is more likely true, and carries the reason
 * why it does not fit.
 */
public enum ItemState {
    /** Seen, but its beginning is not in the log. */
    OBSERVED,
    ACTIVE,
    SOLD,
    RETURNED,
    /** Has become part of something else. */
    CONSUMED,
    DECOMMISSIONED,
    DESTROYED;

    /**
     * Where a signal leads.
     *
     * @param contradiction why the event does not fit what went before; null where it fits
     */
    record Step(ItemState state, String contradiction) {}

    /** Where a thing's first event leads. */
    static ItemState first(Signal signal) {
        return switch (signal) {
            case MADE -> ACTIVE;
            case OFFERED, SEEN -> OBSERVED;
            case SOLD -> SOLD;
            case RETURNED -> RETURNED;
            case CONSUMED -> CONSUMED;
            case DECOMMISSIONED -> DECOMMISSIONED;
            case DESTROYED -> DESTROYED;
        };
    }

    /** Where a later event leads. */
    Step on(Signal signal) {
        return switch (this) {
            case OBSERVED ->
                switch (signal) {
                    case MADE -> step(ACTIVE, "It was commissioned after it had been seen.");
                    case OFFERED, SEEN -> step(OBSERVED);
                    case SOLD -> step(SOLD);
                    case RETURNED -> step(RETURNED);
                    case CONSUMED -> step(CONSUMED);
                    case DECOMMISSIONED -> step(DECOMMISSIONED);
                    case DESTROYED -> step(DESTROYED);
                };
            case ACTIVE ->
                switch (signal) {
                    case MADE -> step(ACTIVE, "It was commissioned a second time.");
                    case OFFERED, SEEN -> step(ACTIVE);
                    case SOLD -> step(SOLD);
                    case RETURNED -> step(RETURNED);
                    case CONSUMED -> step(CONSUMED);
                    case DECOMMISSIONED -> step(DECOMMISSIONED);
                    case DESTROYED -> step(DESTROYED);
                };
            case SOLD ->
                switch (signal) {
                    case MADE -> step(SOLD, "It was commissioned again after it had been sold.");
                    case OFFERED -> step(SOLD, "It was on offer though it had been sold and not returned.");
                    case SEEN -> step(SOLD);
                    case SOLD -> step(SOLD, "It was sold a second time.");
                    case RETURNED -> step(RETURNED);
                    case CONSUMED -> step(CONSUMED);
                    case DECOMMISSIONED -> step(DECOMMISSIONED);
                    case DESTROYED -> step(DESTROYED);
                };
            case RETURNED ->
                switch (signal) {
                    case MADE -> step(RETURNED, "It was commissioned again after it had been returned.");
                    case OFFERED -> step(ACTIVE);
                    case RETURNED, SEEN -> step(RETURNED);
                    case SOLD -> step(SOLD);
                    case CONSUMED -> step(CONSUMED);
                    case DECOMMISSIONED -> step(DECOMMISSIONED);
                    case DESTROYED -> step(DESTROYED);
                };
            case CONSUMED ->
                switch (signal) {
                    case MADE -> step(ACTIVE); // taken apart again
                    case OFFERED, SOLD, RETURNED, CONSUMED, SEEN ->
                        step(CONSUMED, "It had already become part of something else.");
                    case DECOMMISSIONED -> step(CONSUMED);
                    case DESTROYED -> step(DESTROYED);
                };
            case DECOMMISSIONED ->
                switch (signal) {
                    case MADE -> step(ACTIVE);
                    case OFFERED, SOLD, RETURNED, CONSUMED, SEEN ->
                        step(DECOMMISSIONED, "It had already been decommissioned.");
                    case DECOMMISSIONED -> step(DECOMMISSIONED);
                    case DESTROYED -> step(DESTROYED);
                };
            case DESTROYED ->
                switch (signal) {
                    case MADE, OFFERED, SOLD, RETURNED, CONSUMED, SEEN ->
                        step(DESTROYED, "It had already been destroyed.");
                    case DECOMMISSIONED, DESTROYED -> step(DESTROYED);
                };
        };
    }

    private static Step step(ItemState state) {
        return new Step(state, null);
    }

    private static Step step(ItemState state, String contradiction) {
        return new Step(state, contradiction);
    }
}
