package dev.touchstone.ledger;

import java.util.List;

/**
 * Reads the log after the commit, from where it left off, and never skips an event. An event may come a second time after a crash.
 * Events that are declared erroneous come too, and so do the declarations.
 */
public interface Listener {

    /** Under which its place in the log is kept. */
    String name();

    /** Takes the next events, in the order of the log. What it throws makes them come again, a little later. */
    void accept(List<LoggedEvent> events) throws Exception;
}
