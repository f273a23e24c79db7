package dev.touchstone.database;

/** The database cannot be had. The message is one sentence or two for the person at the terminal: what is wrong and what helps. */
public final class DatabaseException extends RuntimeException {

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
