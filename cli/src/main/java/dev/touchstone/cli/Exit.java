package dev.touchstone.cli;

/** Exit codes, the same for every command. */
final class Exit {
    /** Done; the answer is yes. */
    static final int OK = 0;

    /** The answer is no, or the request was refused, or it failed. */
    static final int NO = 1;

    /** The command line is wrong. */
    static final int USAGE = 2;

    private Exit() {}
}
