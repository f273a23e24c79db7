package dev.touchstone.identity;

import java.util.Optional;

/** Runs a parser and gives the problem it ends in. Anything else that it throws is a fault of the parser and passes. */
final class Problems {

    private Problems() {}

    static Optional<Problem> of(Runnable parser) {
        try {
            parser.run();
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }
}
