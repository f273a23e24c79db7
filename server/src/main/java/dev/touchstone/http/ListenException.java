package dev.touchstone.http;

/** The server cannot listen as it was told to. The message is a sentence for the person at the terminal. */
public final class ListenException extends RuntimeException {
    ListenException(String message) {
        super(message);
    }
}
