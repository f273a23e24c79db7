package dev.touchstone.cli;

/** No Touchstone answers where the command looked for one. */
final class UnreachableServer extends RuntimeException {
    UnreachableServer(String message, Throwable cause) {
        super(message, cause);
    }
}
