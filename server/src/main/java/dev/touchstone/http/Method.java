package dev.touchstone.http;

/** The methods that routes may have. HEAD is answered from GET, OPTIONS from the routes of the path where it has none of its own. */
public enum Method {
    GET,
    POST,
    PUT,
    DELETE,
    OPTIONS
}
