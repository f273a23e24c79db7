package dev.touchstone.cli;

import dev.touchstone.benchmark.Direction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which way a figure is good. */
final class DirectionOptions {
    @ArgGroup
    private Choice choice;

    private static final class Choice {
        @Option(
                names = "--lower-is-better",
                required = true,
                description = "Low figures are good (default: high ones).")
        private boolean lower;

        @Option(names = "--no-direction", required = true, description = "Neither low nor high figures are good.")
        private boolean none;
    }

    Direction direction() {
        if (choice == null) {
            return Direction.HIGHER_IS_BETTER;
        }
        return choice.lower ? Direction.LOWER_IS_BETTER : Direction.NONE;
    }
}
