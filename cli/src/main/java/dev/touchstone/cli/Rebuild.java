package dev.touchstone.cli;

import dev.touchstone.app.Touchstone;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone rebuild}: every answer is worked out anew from the log. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Make every projection again from the log, while no server runs on the data.")
final class Rebuild implements Callable<Integer> {
    @Mixin
    private ServerOptions options;

    @Override
    public Integer call() {
        long started = System.nanoTime();
        Touchstone.rebuild(options.config("main"));
        System.out.printf("Rebuilt in %.1f s.%n", (System.nanoTime() - started) / 1e9);
        return Exit.OK;
    }
}
