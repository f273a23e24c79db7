package dev.touchstone.cli;

import java.io.PrintStream;

/** One line on the terminal that tells how far something is, and goes when it is done. Without a terminal it says nothing. */
final class Progress implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean shown;

    Progress() {
        this.out = System.err;
        this.shown = System.console() != null && System.console().isTerminal();
    }

    void say(String text) {
        if (shown) {
            out.print(CLEAR_LINE + text);
            out.flush();
        }
    }

    @Override
    public void close() {
        say("");
    }
}
