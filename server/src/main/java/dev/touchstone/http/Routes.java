package dev.touchstone.http;

import java.util.List;

/** The operations of one feature. */
public interface Routes {

    List<Route> routes();

    /** The type URI of a problem on these routes, for interfaces whose standard names its own. */
    default String problemType(Problem problem) {
        return "urn:touchstone:problem:" + problem.code();
    }
}
