package dev.touchstone.cli;

import dev.touchstone.app.Touchstone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone rebuild}: every projection made again from the log. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Make every projection again from the log. The server of the folder must not run meanwhile.")
final class Rebuild implements Callable<Integer> {
    @Mixin
    private ServerOptions options;

    @Override
    public Integer call() {
        long began = System.nanoTime();
        long events = Touchstone.rebuild(options.config("main"));
        System.out.printf(
                "Rebuilt all projections from %,d events in %.1f s.%n", events, (System.nanoTime() - began) / 1e9);
        return Exit.OK;
    }
}
