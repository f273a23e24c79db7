package dev.touchstone.app;

/** A setting that cannot be used. The message is a sentence for the person at the terminal: which one, and what would be right. */
public final class ConfigException extends RuntimeException {
    public ConfigException(String message) {
        super(message);
    }
}
