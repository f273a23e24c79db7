package dev.touchstone.http;

import java.time.Duration;

/** Told of each answered request: the seam to metrics. */
@FunctionalInterface
public interface RequestObserver {

    /** @param route path template of the route, or {@code none} */
    void answered(String method, String route, int status, Duration took);
}
