package dev.touchstone.http;

/** What a route does. What it throws becomes a problem. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws Exception;
}
