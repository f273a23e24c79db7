package dev.touchstone.app;

import dev.touchstone.database.DatabaseConfig;
import dev.touchstone.http.ServerConfig;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a server is to run: what a person may choose, read from the environment and the command line, checked.
 *
 * @param dataFolder what is kept beside the database, such as the secret of the serials; the embedded database is in it too
 */
public record Config(DatabaseConfig database, Path dataFolder, ServerConfig server) {
    private static final int STANDARD_PORT = 8080;

    /** What a person may set, each as an environment variable and most of them also as an option of the command. */
    public enum Setting {
        /** Address to listen on, 127.0.0.1 when absent. */
        TOUCHSTONE_HOST,
        /** Port to listen on, 8080 when absent, 0 for any free one. */
        TOUCHSTONE_PORT,
        /** Folder of the embedded database. */
        TOUCHSTONE_DATA,
        /** Where PostgreSQL's programs are unpacked. */
        TOUCHSTONE_CACHE,
        /** An external PostgreSQL instead of the embedded one. */
        TOUCHSTONE_DATABASE_URL,
        /** Access token, needed by every request when set. */
        TOUCHSTONE_TOKEN,
        /** The server that commands talk to. */
        TOUCHSTONE_URL,
        /** Further options for the Java machine; the launcher reads it. */
        TOUCHSTONE_JAVA_OPTIONS
    }

    /**
     * Reads the settings.
     *
     * @param environment of the process
     * @param chosen on the command line, which wins
     * @param folderName name of the data folder where none is set, so that the demonstration has its own
     * @throws ConfigException when a setting is unknown or makes no sense
     */
    public static Config of(Map<String, String> environment, Map<Setting, String> chosen, String folderName) {
        refuseUnknown(environment);
        Settings settings = new Settings(environment, chosen);
        String port = settings.find(Setting.TOUCHSTONE_PORT).orElse(Integer.toString(STANDARD_PORT));
        if (!port.matches("\\d{1,5}")) {
            throw new ConfigException(
                    "\"%s\" is no port; it would be a number from 0 (any free one) to 65535.".formatted(port));
        }
        ServerConfig server = ServerConfig.of(
                settings.find(Setting.TOUCHSTONE_HOST).orElse("127.0.0.1"),
                Integer.parseInt(port),
                settings.find(Setting.TOUCHSTONE_TOKEN));
        Folders folders = Folders.of(environment);
        Path dataFolder = settings.find(Setting.TOUCHSTONE_DATA)
                .map(Path::of)
                .orElse(folders.data().resolve(folderName));
        Path cacheFolder = settings.find(Setting.TOUCHSTONE_CACHE).map(Path::of).orElse(folders.cache());
        DatabaseConfig database = settings.find(Setting.TOUCHSTONE_DATABASE_URL)
                .<DatabaseConfig>map(DatabaseConfig.External::new)
                .orElseGet(() -> new DatabaseConfig.Embedded(dataFolder, cacheFolder));
        return new Config(database, dataFolder.toAbsolutePath().normalize(), server);
    }

    /** A misspelt setting would silently not work. */
    private static void refuseUnknown(Map<String, String> environment) {
        List<String> known = Arrays.stream(Setting.values()).map(Enum::name).toList();
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith("TOUCHSTONE_") && !known.contains(name)) {
                throw new ConfigException("There is no setting %s in the environment; there are %s."
                        .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    private record Settings(Map<String, String> environment, Map<Setting, String> chosen) {
        Optional<String> find(Setting setting) {
            return Optional.ofNullable(chosen.get(setting))
                    .or(() -> Optional.ofNullable(environment.get(setting.name())))
                    .filter(text -> !text.isBlank());
        }
    }

    /** Where data and caches lie by the customs of the system: FHS for root, the XDG base directories for others. */
    private record Folders(Path data, Path cache) {
        static Folders of(Map<String, String> environment) {
            String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
            if (System.getProperty("user.name").equals("root")) {
                return new Folders(Path.of("/var/lib/touchstone"), Path.of("/var/cache/touchstone"));
            }
            return new Folders(
                    base(environment, "XDG_DATA_HOME", Path.of(home, ".local", "share")),
                    base(environment, "XDG_CACHE_HOME", Path.of(home, ".cache")));
        }

        private static Path base(Map<String, String> environment, String name, Path otherwise) {
            String value = environment.getOrDefault(name, "");
            return (value.startsWith("/") ? Path.of(value) : otherwise).resolve("touchstone");
        }
    }
}
