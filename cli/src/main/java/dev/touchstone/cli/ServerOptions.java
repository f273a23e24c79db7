package dev.touchstone.cli;

import dev.touchstone.app.Config;
import dev.touchstone.app.Config.Setting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of the commands that run a server. What is not given here is read from the environment. */
final class ServerOptions {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 takes any free one (default: 8080).")
    private String port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Address to listen on (default: 127.0.0.1). Any other needs an access token in TOUCHSTONE_TOKEN.")
    private String host;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Folder of the data (default: one of your own, by the customs of the system).")
    private String data;

    /** @param folderName of the data folder where none is given */
    Config config(String folderName) {
        Map<Setting, String> chosen = new EnumMap<>(Setting.class);
        put(chosen, Setting.TOUCHSTONE_PORT, port);
        put(chosen, Setting.TOUCHSTONE_HOST, host);
        put(chosen, Setting.TOUCHSTONE_DATA, data);
        return Config.of(System.getenv(), chosen, folderName);
    }

    private static void put(Map<Setting, String> chosen, Setting setting, String value) {
        if (value != null) {
            chosen.put(setting, value);
        }
    }
}
