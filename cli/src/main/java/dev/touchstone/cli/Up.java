package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.database.DatabaseConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone up}: a server until it is told to stop. */
@Command(name = "up", mixinStandardHelpOptions = true, description = "Start a server and run until Ctrl-C.")
final class Up implements Callable<Integer> {
    @Mixin
    private ServerOptions options;

    @Override
    public Integer call() throws InterruptedException {
        Config config = options.config("main");
        RunningServer server = RunningServer.start(config);
        System.out.printf("Touchstone is up.%n%n");
        System.out.printf("  Console    %s%n", server.address());
        System.out.printf("  Interface  %s/docs%n", server.address());
        System.out.printf("  Data       %s%n%nCtrl-C stops it.%n", describe(config.database()));
        server.await();
        return Exit.OK;
    }

    private static String describe(DatabaseConfig database) {
        return switch (database) {
            case DatabaseConfig.Embedded embedded -> embedded.dataFolder().toString();
            case DatabaseConfig.External external -> "the PostgreSQL of TOUCHSTONE_DATABASE_URL";
        };
    }
}
